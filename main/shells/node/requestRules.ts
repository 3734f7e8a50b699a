import type { IncomingHttpHeaders } from 'node:http'

/**
 * Who may talk to the loopback server. Returns the HTTP status of the refusal, or null. Against DNS rebinding the Host
 * must be ours to the letter; against other pages Origin and Sec-Fetch-Site must be ours where they are sent.
 */
export function refusalOf(headers: IncomingHttpHeaders, port: number): 421 | 403 | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!headers.host || !hosts.includes(headers.host)) return 421
  const origin = headers.origin
  if (origin !== undefined && !hosts.some(host => origin === `http://${host}`)) return 403
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403
  return null
}

/** What changes something must be sent as JSON with our own header, which no foreign page can add. */
export function isOwnPost(headers: IncomingHttpHeaders): boolean {
  return headers['x-keepdesk'] === '1' && (headers['content-type'] ?? '').split(';')[0] === 'application/json'
}

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; " +
    "media-src blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; " +
    "form-action 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types dompurify keepdesk-mail",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}
