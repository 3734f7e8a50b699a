import { isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { PlaybookProblem } from '#contract/playbook.ts'

export type Path = readonly (string | number)[]
export type Report = (problem: string, path: Path, detail?: string) => void

/** A YAML text as plain data, and a way to say which line something stands on. */
export interface YamlText {
  data: unknown
  problems: PlaybookProblem[]
  report: Report
}

/** Nobody reads more of them at once. */
const MOST_PROBLEMS = 100

export function readYaml(text: string): YamlText {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, schema: 'core', version: '1.2', uniqueKeys: true })
  const faults = [...document.errors, ...document.warnings].slice(0, MOST_PROBLEMS)
  const problems: PlaybookProblem[] = faults.map(({ message, pos }) => ({
    line: lineCounter.linePos(pos[0]).line,
    path: '',
    problem: 'not-yaml',
    detail: message.split('\n', 1)[0] ?? '',
  }))
  const report: Report = (problem, path, detail = '') => {
    if (problems.length >= MOST_PROBLEMS) return
    const start = startOf(document, path)
    problems.push({
      line: start === null ? null : lineCounter.linePos(start).line,
      path: path.join('.'),
      problem,
      detail: detail.slice(0, 200),
    })
  }
  // References to other places are more than a procedure needs, and a few of them can unfold into a huge tree.
  visit(document, {
    Alias(_, { range, source }) {
      const line = range ? lineCounter.linePos(range[0]).line : null
      if (problems.length < MOST_PROBLEMS) problems.push({ line, path: '', problem: 'not-yaml', detail: `*${source}` })
      return visit.SKIP
    },
  })
  const data: unknown = problems.length > 0 ? null : document.toJS()
  return { data, problems, report }
}

/** Where the node at this path starts, or the nearest one around it that exists. */
function startOf(document: Document.Parsed, path: Path): number | null {
  for (let length = path.length; length > 0; length--) {
    const key = keyStart(document, path.slice(0, length - 1), path[length - 1])
    if (key !== null) return key
    const node: unknown = document.getIn(path.slice(0, length), true)
    if ((isScalar(node) || isCollection(node)) && node.range) return node.range[0]
  }
  return null
}

/** The line of `text:` rather than that of the block below it. */
function keyStart(document: Document.Parsed, parent: Path, key: string | number | undefined): number | null {
  const map: unknown = parent.length === 0 ? document.contents : document.getIn(parent, true)
  if (!isMap(map)) return null
  const pair = map.items.find(item => isPair(item) && isScalar(item.key) && item.key.value === key)
  return pair !== undefined && isScalar(pair.key) && pair.key.range ? pair.key.range[0] : null
}
