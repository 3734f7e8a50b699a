import type { Playbook } from './playbook.ts'
import { textsOf } from './ways.ts'

/** The playbook has every text in this language, so that a conversation does not jump between two. */
export function isSpoken({ steps }: Playbook, language: string): boolean {
  return steps
    .flatMap(textsOf)
    .every(texts => (Object.hasOwn(texts, language) ? (texts[language] ?? '') : '').trim() !== '')
}
