import type { TFunction } from 'i18next'
import type { Answer } from '#contract/assistant.ts'
import { textIn } from '#domain/playbook/playbook.ts'

/** What a model's sentences rest on, by the short names that were kept with them, in words for the owner. */
export function sourceNames(
  { citations, evidence, playbook }: Pick<Answer, 'citations' | 'evidence' | 'playbook'>,
  t: TFunction,
  language: string,
): ReadonlyMap<string, string> {
  return new Map([
    ...(playbook === null ? [] : [[playbook.id, textIn(playbook.names, language.slice(0, 2))] as const]),
    ...evidence.map(({ kind, ref }) => [ref, t(`answer.evidenceOf.${kind}`, { ref })] as const),
    ...citations.map(({ entry, sourceName, question }) => [entry, `${sourceName} · ${question}`] as const),
  ])
}
