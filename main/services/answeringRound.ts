import { replyLimits } from '#domain/reply/loops.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores, WorkItem } from '#main/ports/stores.ts'
import type { Task, Turns } from './turns.ts'

const HOUR_MS = 60 * 60_000
/** More would keep the first one waiting for the last. */
const MOST_AT_ONCE = 10

/** A work item with its turn; null when what it is for is gone. */
export interface Due {
  item: WorkItem
  task: Task | null
}

/**
 * What is thought about side by side. Of a conversation only one turn, because the next one depends on it; of a channel
 * no more than it may still answer within this hour, because each would count only those before it.
 */
export function createRound({ stores, turns, clock }: { stores: Stores; turns: Turns; clock: Clock }) {
  function roomOn(channelId: string): number {
    const since = new Date(clock.now().getTime() - HOUR_MS)
    return Math.max(1, replyLimits.channelHour - stores.messages.assistantRepliesOnChannelSince(channelId, since))
  }

  return function nextRound(): Due[] {
    const round: Due[] = []
    const conversations = new Set<string>()
    const room = new Map<string, number>()
    for (const item of stores.work.due(clock.now(), MOST_AT_ONCE)) {
      const task = turns.taskOf(item)
      if (task !== null) {
        const { conversation, channel } = task
        const left = room.get(channel.id) ?? roomOn(channel.id)
        if (left === 0 || conversations.has(conversation.id)) continue
        conversations.add(conversation.id)
        room.set(channel.id, left - 1)
      }
      round.push({ item, task })
    }
    return round
  }
}
