import type { Thread } from '#contract/conversation.ts'
import type { Rpc } from '#renderer/rpc/client.ts'
import { putThread, useConversations } from './conversationStore.ts'

/** A read as young as this is not made again: from then on events keep it fresh. */
const FRESH_MS = 2000

interface Reader {
  readonly conversation: Pick<Rpc['conversation'], 'get'>
}

/** Reads that were begun before their conversation was opened, by its id. */
const begun = new Map<string, { askedAt: number; thread: Promise<Thread> }>()

/** Reads a conversation that will probably be opened next, unless it is known. A failure is left to the opening. */
export function expectThread(rpc: Reader, id: string) {
  if (useConversations.getState().threads.has(id) || begun.has(id)) return
  const askedAt = Date.now()
  const thread = rpc.conversation.get({ id })
  begun.set(id, { askedAt, thread })
  const forget = () => {
    if (begun.get(id)?.thread === thread) begun.delete(id)
  }
  thread.then(
    loaded => {
      putThread(loaded, askedAt)
      setTimeout(forget, FRESH_MS)
    },
    () => forget(),
  )
}

/** Whether a read that was just made, or is being made, will do; each one only once. Rejects as the read does. */
export async function takeExpected(id: string): Promise<boolean> {
  const read = begun.get(id)
  begun.delete(id)
  if (read === undefined || Date.now() - read.askedAt > FRESH_MS) return false
  await read.thread
  return true
}
