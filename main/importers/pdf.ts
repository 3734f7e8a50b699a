import { extractText, getDocumentProxy } from 'unpdf'

/** A line on so many of the pages is a running head or foot. */
const runningShare = 0.6
const fewestPagesToTell = 4

/** The text of all pages, one line per line. Throws what pdf.js throws. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, useSystemFonts: false })
  const { text: pages } = await extractText(document, { mergePages: false })
  return withoutRunningLines(pages.map(page => page.split('\n').map(line => line.trim())))
    .map(lines => lines.join('\n'))
    .join('\n\n')
}

export function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

function withoutRunningLines(pages: readonly string[][]): string[][] {
  const plain = (line: string) => line.replace(/\d+/g, '#')
  const counts = new Map<string, number>()
  for (const lines of pages) for (const line of new Set(lines.map(plain))) counts.set(line, (counts.get(line) ?? 0) + 1)
  if (pages.length < fewestPagesToTell) return pages.map(lines => [...lines])
  return pages.map(lines =>
    lines.filter(line => line === '' || (counts.get(plain(line)) ?? 0) < pages.length * runningShare),
  )
}
