export class NotText extends Error {
  override readonly name = 'NotText'
}

/** The text of a file in UTF-8, UTF-16, GB18030 or Windows-1252, without its byte order mark and with plain line ends. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes)
  if (text.includes('\0')) throw new NotText('The file holds zero bytes')
  return text.replace(/\r\n?/g, '\n')
}

function decode(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = wideEncoding(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  return (
    strictly('utf-8', bytes) ??
    (looksChinese(bytes) ? strictly('gb18030', bytes) : null) ??
    new TextDecoder('windows-1252').decode(bytes)
  )
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2000)
  let even = 0
  let odd = 0
  for (const [place, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (place % 2 === 0) even++
    else odd++
  }
  const half = sample.length / 2
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** Common Chinese characters are two high bytes; accented Latin letters are one among low ones. */
function looksChinese(bytes: Uint8Array): boolean {
  let high = 0
  let paired = 0
  for (let place = 0; place < bytes.length; place++) {
    if ((bytes[place] ?? 0) < 0x80) continue
    high++
    if ((bytes[place] ?? 0) >= 0xa1 && (bytes[place + 1] ?? 0) >= 0xa1) {
      paired += 2
      high++
      place++
    }
  }
  return high > 0 && paired / high > 0.8
}
