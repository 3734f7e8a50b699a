import type { ChannelMode } from '#contract/channel.ts'
import type { Topic, TopicPolicy } from '#contract/topic.ts'
import { approved, corrected, freshTopic, labelOf, ownTopic, speaksAlone } from '#domain/topics/topic.ts'
import { intentOf, intents } from '#domain/understanding/intents.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { TopicRecord } from '#main/ports/dialogueStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { NotFound, Refused } from './errors.ts'
import type { Publish } from './events.ts'

const MOST_OWN = 200

export interface TopicsDeps {
  stores: Stores
  board: Pick<Board, 'addActivity'>
  publish: Publish
  clock: Clock
}

/** What the assistant may answer alone: earned topic by topic, and lost by a correction. */
export function createTopics({ stores, board, publish, clock }: TopicsDeps) {
  const store = stores.topics

  function standing(id: string): TopicRecord {
    return store.get(id) ?? freshTopic(id)
  }

  function shown(topic: TopicRecord, policy: TopicPolicy): Topic {
    const { id, kind, approvals, threshold, changedAt, because } = topic
    const forced = intentOf(id)?.kind === 'forced'
    return {
      id,
      kind,
      label: labelOf(id),
      forced,
      mode: forced || !speaksAlone('auto', policy, topic) ? 'draft' : 'auto',
      because: forced ? 'forced' : policy.approvalsNeeded === 0 && because !== 'owner' ? 'channel' : because,
      approvals,
      approvalsNeeded: policy.approvalsNeeded,
      threshold,
      changedAt,
    }
  }

  /** Inside a transaction. Says so in the conversation when the mode is another one than before. */
  function move(conversationId: string, before: TopicRecord, after: TopicRecord) {
    store.put(after)
    if (before.mode !== after.mode) {
      const code = after.mode === 'auto' ? 'topic-auto' : 'topic-draft'
      board.addActivity(conversationId, code, after.id, 'assistant')
    }
    publish({ type: 'topicsChanged' })
  }

  return {
    list(): { policy: TopicPolicy; topics: Topic[] } {
      const policy = store.policy()
      const known = new Map(store.list().map(topic => [topic.id, topic]))
      for (const { id } of intents) if (!known.has(id)) known.set(id, freshTopic(id))
      for (const tag of stores.knowledge.tags(MOST_OWN)) {
        const id = ownTopic(tag)
        if (!known.has(id)) known.set(id, freshTopic(id))
      }
      const order: readonly string[] = intents.map(({ id }) => id)
      const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
      return {
        policy,
        topics: [...known.values()]
          .toSorted((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1))
          .map(topic => shown(topic, policy)),
      }
    },

    setPolicy(change: Partial<TopicPolicy>): TopicPolicy {
      const policy = store.setPolicy(change)
      publish({ type: 'topicsChanged' })
      return policy
    },

    /** Throws NotFound, and Refused for a forced topic. */
    update(id: string, change: { mode?: 'draft' | 'auto' | undefined; threshold?: number | null | undefined }): Topic {
      const known = intentOf(id)
      const isOwn = id !== labelOf(id)
      if (known === null && !isOwn) throw new NotFound()
      if (known?.kind === 'forced') throw new Refused('FORCED')
      const before = standing(id)
      const { mode = null, threshold = before.threshold } = change
      const owner = mode === null ? {} : { mode, because: 'owner' as const, approvals: 0, changedAt: clock.now() }
      const after = { ...before, threshold, ...owner }
      store.put(after)
      publish({ type: 'topicsChanged' })
      return shown(after, store.policy())
    },

    /** From which confidence on it is answered. */
    thresholdOf(id: string | null): number {
      const own = id === null ? null : (store.get(id)?.threshold ?? null)
      return own ?? store.policy().threshold
    },

    /** Whether answers on it leave without the owner's look. */
    speaksAlone: (channel: ChannelMode, id: string | null): boolean =>
      speaksAlone(channel, store.policy(), id === null ? null : standing(id)),

    /** The owner sent a reply on it as it was. Inside a transaction. */
    approved(conversationId: string, id: string | null) {
      if (id === null) return
      const before = standing(id)
      move(conversationId, before, approved(before, store.policy(), clock.now()))
    },

    /** The owner changed or discarded a reply on it, or stepped in after one. Inside a transaction. */
    corrected(conversationId: string, id: string | null) {
      if (id === null) return
      const before = standing(id)
      move(conversationId, before, corrected(before, store.policy(), clock.now()))
    },
  }
}
export type Topics = ReturnType<typeof createTopics>
