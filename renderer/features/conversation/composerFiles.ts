/** The caps of a reply, whatever its channel takes; the main process holds them too. */
export const MAX_FILES = 20
export const MAX_FILE_BYTES = 25 * 1024 * 1024

export type FileRefusal = { reason: 'too-big'; name: string } | { reason: 'too-many' }

/** Which of the chosen files fit beside those already there, and the first thing to tell the owner. */
export function addFiles(
  present: readonly File[],
  chosen: readonly File[],
  maxBytes: number,
): { files: readonly File[]; refusal: FileRefusal | null } {
  const tooBig = chosen.find(({ size }) => size > maxBytes)
  const fitting = chosen.filter(({ size }) => size <= maxBytes)
  const files = [...present, ...fitting].slice(0, MAX_FILES)
  if (tooBig) return { files, refusal: { reason: 'too-big', name: tooBig.name } }
  const isTooMany = present.length + fitting.length > MAX_FILES
  return { files, refusal: isTooMany ? { reason: 'too-many' } : null }
}

/** Pasted pictures come without a useful name. */
export function pastedFiles(data: DataTransfer): File[] {
  return [...data.files].map((file, index) => {
    const ending = file.type.split('/')[1] ?? 'bin'
    const isNamed = file.name !== '' && file.name !== 'image.png'
    return isNamed ? file : new File([file], `pasted-${index + 1}.${ending}`, { type: file.type })
  })
}
