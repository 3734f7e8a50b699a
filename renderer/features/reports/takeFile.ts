import type { FilePiece } from '#contract/report.ts'
import { fromBase64 } from '#renderer/lib/files.ts'

/** Gathers a file that comes in pieces; `onBytes` hears how much is here. */
export async function takeFile(
  coming: Promise<AsyncIterable<FilePiece>>,
  onBytes: (bytes: number) => void,
): Promise<{ name: string; blob: Blob }> {
  let [name, mime] = ['keepdesk', 'application/octet-stream']
  const parts: Blob[] = []
  let bytes = 0
  for await (const piece of await coming) {
    if (piece.kind === 'file') {
      name = piece.name
      mime = piece.mime
    } else {
      // A blob may lie on the disk: a large file does not fill the memory of the page.
      const part = fromBase64(piece.base64, mime)
      parts.push(part)
      bytes += part.size
      onBytes(bytes)
    }
  }
  return { name, blob: new Blob(parts, { type: mime }) }
}
