import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { contentSecurityPolicy, isOwnPage } from './security.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/**
 * Answers `app://keepdesk/…` from the built page. Only files that were there at start can be asked for: the path is
 * looked up in a list and never joined to a folder, so there is nothing to climb out of.
 */
export async function createPageHandler(folder: string): Promise<(request: Request) => Promise<Response>> {
  const files = await listPageFiles(folder)
  return async request => {
    const file = isOwnPage(request.url) ? files.get(pathOf(request.url)) : undefined
    if (request.method !== 'GET' || file === undefined) return new Response('Not found', { status: 404, headers })
    const body = await readFile(file)
    return new Response(new Uint8Array(body), { headers: { ...headers, 'Content-Type': contentType(file) } })
  }
}

function pathOf(address: string): string {
  const { pathname } = new URL(address)
  return pathname === '/' || pathname === '' ? '/index.html' : pathname
}

function contentType(file: string): string {
  return contentTypes[extname(file)] ?? 'application/octet-stream'
}

/** From the path in the address to the file. Source maps and hidden files stay out. */
async function listPageFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await listFiles(folder)
  return new Map(
    files.map(file => [`/${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`, file] as const),
  )
}

// Folder by folder: inside a packaged app the files lie in an archive, where a recursive listing is not a given.
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const visible = entries.filter(entry => !entry.name.startsWith('.') && !entry.name.endsWith('.map'))
  const inside = await Promise.all(
    visible.filter(entry => entry.isDirectory()).map(e => listFiles(join(folder, e.name))),
  )
  return [...visible.filter(entry => entry.isFile()).map(entry => join(folder, entry.name)), ...inside.flat()]
}
