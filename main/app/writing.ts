import { createHash } from 'node:crypto'
import type { AppEvent } from '#contract/events.ts'
import type { ModelEngine } from '#main/ports/languageModel.ts'
import { createWriting, type WritingDeps } from '#main/services/writing.ts'

/** Puts replies into words with the language model, where one is there. */
export function joinWriting({ model, ...deps }: Omit<WritingDeps, 'digest'> & { model: ModelEngine }) {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  const writing = createWriting({ ...deps, model, digest })
  let isPrepared = false
  model.onState((use, { stage }) => {
    if (use !== 'writing') return
    if (stage === 'ready' && !isPrepared) void writing.prepare()
    isPrepared = stage === 'ready'
  })
  return writing
}

/** Has replies broken off that are being written when something changed that may silence the assistant. */
export function breakOffOn({ body }: AppEvent, look: (conversationId: string | null) => void): void {
  if (body.type === 'conversationChanged') look(body.conversation.id)
  if (body.type === 'conversationRemoved') look(body.conversationId)
  if (body.type === 'channelChanged' || body.type === 'channelRemoved' || body.type === 'settingsChanged') look(null)
}
