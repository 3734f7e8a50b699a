import type { Playbook } from './playbook.ts'
import { toContact } from './ways.ts'

/** The playbook has every text for the contact in this language, so that a conversation does not jump between two. */
export function isSpoken({ steps }: Playbook, language: string): boolean {
  return steps
    .flatMap(toContact)
    .every(texts => (Object.hasOwn(texts, language) ? (texts[language] ?? '') : '').trim() !== '')
}
