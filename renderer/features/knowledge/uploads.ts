import type { Upload } from '#contract/conversation.ts'

export const MAX_FILE_BYTES = 50_000_000
/** All files of one import travel together. */
export const MAX_IMPORT_BYTES = 50_000_000
const MAX_FILES = 200

export const ACCEPTED = '.csv,.tsv,.jsonl,.ndjson,.md,.markdown,.txt,.html,.htm,.pdf,.docx'

interface SizedFile {
  name: string
  size: number
}

export type Refusal =
  | { reason: 'too-big'; name: string; bytes: number }
  | { reason: 'too-big-together'; bytes: number }
  | { reason: 'too-many'; max: number }

/** Why these files cannot be imported in one go; empty when they can. */
export function refusalsOf(files: readonly SizedFile[]): Refusal[] {
  const tooBig = files.filter(({ size }) => size > MAX_FILE_BYTES)
  if (tooBig.length > 0) return tooBig.map(({ name, size }) => ({ reason: 'too-big', name, bytes: size }))
  if (files.length > MAX_FILES) return [{ reason: 'too-many', max: MAX_FILES }]
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return bytes > MAX_IMPORT_BYTES ? [{ reason: 'too-big-together', bytes }] : []
}

export async function toUpload(file: File): Promise<Upload> {
  return { name: file.name.slice(-255), mime: file.type, base64: toBase64(new Uint8Array(await file.arrayBuffer())) }
}

// A multiple of three, so that the encoded pieces can simply be joined.
const PIECE = 3 * 8192

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + PIECE))))
  }
  return pieces.join('')
}
