/** So much of a line fits above a step; a letter of Chinese is as wide as two. */
const WIDTH = 27

const widthOf = (text: string) => text.length + (text.match(/[\u2e80-\uffff]/gu)?.length ?? 0)

/** At most so many lines, broken between words, or between any two letters where there are no blanks; no line begins with a comma. */
export function inLines(text: string, mostLines: number): string[] {
  const parts = text.match(/[\u2e80-\uffff][，。、；：！？”）]*|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? []
  const lines: string[] = []
  for (const part of parts) {
    const line = lines.at(-1)
    if (line !== undefined && widthOf(line + part.trimEnd()) <= WIDTH) lines[lines.length - 1] = line + part
    else lines.push(part)
  }
  const shown = lines.slice(0, mostLines).map(line => line.trim())
  if (lines.length > mostLines) shown[mostLines - 1] = `${shown[mostLines - 1] ?? ''}…`
  return shown
}
