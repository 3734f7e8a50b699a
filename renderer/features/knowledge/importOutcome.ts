import type { FilePreview } from '#contract/knowledge.ts'

/** What importing these files would do, all in all. */
export function outcomeOf(files: readonly FilePreview[]): 'changes' | 'unchanged' | 'nothing' {
  if (files.some(({ added, updated, removed }) => added + updated + removed > 0)) return 'changes'
  return files.some(({ unchanged }) => unchanged > 0) ? 'unchanged' : 'nothing'
}
