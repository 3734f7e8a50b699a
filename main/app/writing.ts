import { createHash } from 'node:crypto'
import type { AppEvent } from '#contract/events.ts'
import { createWriting, type WritingDeps } from '#main/services/writing.ts'

/** Puts replies into words with the language model, where one is there. */
export function joinWriting(deps: Omit<WritingDeps, 'digest'>) {
  return createWriting({ ...deps, digest: text => createHash('sha256').update(text).digest('hex') })
}

/** Has replies broken off that are being written when something changed that may silence the assistant. */
export function breakOffOn({ body }: AppEvent, look: (conversationId: string | null) => void): void {
  if (body.type === 'conversationChanged') look(body.conversation.id)
  if (body.type === 'conversationRemoved') look(body.conversationId)
  if (body.type === 'channelChanged' || body.type === 'channelRemoved' || body.type === 'settingsChanged') look(null)
}
