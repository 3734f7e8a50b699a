/** The type that the bytes themselves show, or null when they don't tell (text, for instance). */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes)
  return found?.mime ?? null
}
