import { createHash } from 'node:crypto'
import type { AppEvent } from '#contract/events.ts'
import { createWriting, type WritingDeps } from '#main/services/writing.ts'

/** Puts replies into words with the language model, where one is there. */
export function joinWriting(deps: Omit<WritingDeps, 'digest'>) {
  return createWriting({ ...deps, digest: text => createHash('sha256').update(text).digest('hex') })
}

/** Has replies broken off that are being written when something changed that may silence the assistant. */
export function breakOffOn({ body }: AppEvent, look: (conversationId: string | null) => void): void {
  switch (body.type) {
    case 'conversationChanged':
      return look(body.conversation.id)
    case 'conversationRemoved':
      return look(body.conversationId)
    case 'channelChanged':
    case 'channelRemoved':
    case 'settingsChanged':
      return look(null)
    default:
  }
}
