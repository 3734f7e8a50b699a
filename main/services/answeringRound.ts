import { replyLimits } from '#domain/reply/loops.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores, WorkItem } from '#main/ports/stores.ts'
import type { Works } from './answeringWorks.ts'
import type { Task, Turns } from './turns.ts'

const HOUR_MS = 60 * 60_000
/** More would keep the first one waiting for the last. */
const MOST_AT_ONCE = 20

/** A work item with its turn; null when what it is for is gone. */
export interface Due {
  item: WorkItem
  task: Task | null
  /** Automatic replies on its channel within the last hour. */
  channelHour: number
}

/**
 * What is thought about side by side. Of a conversation only one turn, because the next one depends on it; of a channel
 * no more than it may still answer within this hour, because each would count only those before it. What waits for the
 * language model counts as answered, and its conversation is left alone.
 */
export function createRound({
  stores,
  turns,
  works,
  clock,
}: {
  stores: Stores
  turns: Turns
  works: Works
  clock: Clock
}) {
  function answeredOn(channelId: string): number {
    const since = new Date(clock.now().getTime() - HOUR_MS)
    return stores.messages.assistantRepliesOnChannelSince(channelId, since) + works.ofChannel(channelId)
  }

  /** Items of turns that are being written wait among the others. */
  function inWorks(): number {
    return works.conversations().reduce((sum, id) => sum + stores.work.ofConversation(id).length, 0)
  }

  return function nextRound(): Due[] {
    const round: Due[] = []
    const conversations = new Set(works.conversations())
    const channels = new Map<string, { answered: number; taken: number }>()
    for (const item of stores.work.due(clock.now(), MOST_AT_ONCE + inWorks())) {
      const task = turns.taskOf(item)
      if (task === null) {
        round.push({ item, task, channelHour: 0 })
        continue
      }
      const { conversation, channel } = task
      const known = channels.get(channel.id) ?? { answered: answeredOn(channel.id), taken: 0 }
      const isFull =
        known.taken + works.ofChannel(channel.id) > 0 && known.answered + known.taken >= replyLimits.channelHour
      if (isFull || conversations.has(conversation.id) || round.length >= MOST_AT_ONCE) continue
      conversations.add(conversation.id)
      channels.set(channel.id, { ...known, taken: known.taken + 1 })
      round.push({ item, task, channelHour: known.answered })
    }
    return round
  }
}
