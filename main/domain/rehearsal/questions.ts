const LONGEST = 8000

/** Pasted questions, one on each line; numbers and dots of a list in front of them are taken off, repeats dropped. */
export function questionsIn(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.replace(/^\s*(?:(?:[-*•]|\d{1,4}[.)])\s+|\d{1,4}、\s*)/u, '').trim())
  return [...new Set(lines.filter(line => line !== '').map(line => line.slice(0, LONGEST)))]
}
