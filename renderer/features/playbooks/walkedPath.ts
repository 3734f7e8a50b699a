import type { PlaybookGraph, PlaybookTestRun } from '#contract/playbook.ts'

const ends: Partial<Record<PlaybookTestRun['outcome'], string>> = { told: 'end', 'handed-over': 'person' }

/** The steps of a test with the end they came to, where the picture has one. */
export function walkedPath(run: PlaybookTestRun | null, graph: PlaybookGraph | null): readonly string[] {
  if (run === null) return []
  const end = ends[run.outcome]
  const last = run.path.at(-1)
  const leadsThere = graph?.edges.some(({ from, to }) => from === last && to === end) ?? false
  return end !== undefined && leadsThere ? [...run.path, end] : run.path
}
