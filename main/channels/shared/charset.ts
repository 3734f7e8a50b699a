const western = new TextDecoder('windows-1252')
const westernBytes = new Map(Array.from({ length: 256 }, (_, byte) => [western.decode(Uint8Array.of(byte)), byte]))

/**
 * Text that was read as Western European because its label was missing, wrong or unknown. When its bytes make sense as
 * UTF-8 (or as Japanese mail's escape codes), that is what they are.
 */
export function repairText(text: string): string {
  if (text.includes('\u001b$') || text.includes('\u001b(J')) return decodeAs(text, 'iso-2022-jp') ?? text
  if (!/[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]/.test(text)) return text
  return decodeAs(text, 'utf-8') ?? text
}

function decodeAs(text: string, charset: string): string | null {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const byte = westernBytes.get(text.charAt(at))
    if (byte === undefined) return null
    bytes[at] = byte
  }
  return decodeStrictly(bytes, charset)
}

/** Header bytes beyond ASCII without a label: the charset of the body first, then the likely ones. */
export function decodeHeaderBytes(bytes: Uint8Array, bodyCharset: string | null): string {
  for (const charset of ['utf-8', bodyCharset, 'gb18030']) {
    const text = charset ? decodeStrictly(bytes, charset) : null
    if (text !== null) return text
  }
  return western.decode(bytes)
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
