/** A piece of a line with what it is, to be coloured. */
export interface YamlPart {
  text: string
  kind: 'key' | 'comment' | 'filled' | 'plain'
}

const keyPattern = /^(\s*(?:- )?)([\w.][\w. -]*)(:)(?=\s|$)/
const filledPattern = /(\{[a-z]+\.[a-z]+\})/

/** Joined again the parts are exactly the line: the coloured text lies under the one that is typed. */
export function yamlParts(line: string): YamlPart[] {
  const comment = /(?:^|\s)#.*$/.exec(line)
  const code = comment === null ? line : line.slice(0, comment.index)
  const key = keyPattern.exec(code)
  const parts: YamlPart[] = []
  if (key !== null) {
    const [, indent = '', name = '', colon = ''] = key
    parts.push({ text: indent, kind: 'plain' }, { text: name + colon, kind: 'key' })
  }
  for (const piece of code.slice(key?.[0].length ?? 0).split(filledPattern)) {
    parts.push({ text: piece, kind: filledPattern.test(piece) ? 'filled' : 'plain' })
  }
  if (comment !== null) parts.push({ text: comment[0], kind: 'comment' })
  return parts.filter(({ text }) => text !== '')
}

/** From the start of this line (1 is the first) to its end; the last line where there are fewer. */
export function rangeOfLine(text: string, line: number): { start: number; end: number } {
  const lines = text.split('\n')
  const index = Math.min(Math.max(line, 1), lines.length) - 1
  const start = lines.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0)
  return { start, end: start + (lines[index]?.length ?? 0) }
}

/** The line on which the step of this name begins; null when the text has none. */
export function lineOfStep(text: string, stepId: string): number | null {
  const index = text.split('\n').findIndex(line => {
    const [, id] = /^\s*(?:- )?id:\s*["']?([^"'#\s]+)/.exec(line) ?? []
    return id === stepId && /^\s/.test(line)
  })
  return index < 0 ? null : index + 1
}

/** What a new line after `line` starts with: as deep as this one, deeper below a key without a value. */
export function indentAfter(line: string): string {
  const [, indent = '', dash = ''] = /^(\s*)(- )?/.exec(line) ?? []
  const isOpen = /:\s*$/.test(line) || /:\s*[|>][+-]?\s*$/.test(line)
  return indent + (dash === '' ? '' : '  ') + (isOpen ? '  ' : '')
}
