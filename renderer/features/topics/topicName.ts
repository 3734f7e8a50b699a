import type { Topic } from '#contract/topic.ts'
import { textAt } from '#renderer/i18n/textAt.ts'

/** In the language of the screen; a topic of the shop's own has the name the shop gave it. */
export function topicName({ kind, id, label }: Topic): string {
  return kind === 'own' ? label : (textAt(['intent', id, 'name']) ?? id)
}

/** One sentence about it; empty for the shop's own. */
export function topicDescription({ kind, id }: Topic): string {
  return kind === 'own' ? '' : (textAt(['intent', id, 'description']) ?? '')
}
