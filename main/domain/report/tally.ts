import type { HandoffReason } from '#contract/assistant.ts'
import type { Outcomes, ReportTotals } from '#contract/report.ts'
import type { Mood } from '#contract/understanding.ts'
import type { Facts } from './facts.ts'
import { spreadOf } from './spread.ts'
import type { Window } from './shopDays.ts'

const spreads = ['firstReply', 'firstReplyByAssistant', 'firstReplyByOwner', 'resolution', 'handoffWait'] as const
type SpreadName = (typeof spreads)[number]

/** How many conversations there are of each sort; a conversation counts once in each. */
export interface Shares {
  reasons: Map<HandoffReason, number>
  topics: Map<string, number>
  topicsHandedOver: Map<string, number>
  channels: Map<number, number>
  languages: Map<string, number>
  moods: Map<Mood, number>
}

/** Counts the conversations that began in a stretch of time. `now`: what is decided by then. */
export function createTally({ from, to }: Window, now: number) {
  const durations: Record<SpreadName, number[]> = {
    firstReply: [],
    firstReplyByAssistant: [],
    firstReplyByOwner: [],
    resolution: [],
    handoffWait: [],
  }
  const contacts = new Set<number>()
  const answeredBy: ReportTotals['answeredBy'] = { assistant: 0, both: 0, owner: 0, nobody: 0 }
  const outcomes: Outcomes = { confirmed: 0, assumed: 0, reopened: 0, abandoned: 0, running: 0 }
  const promises: ReportTotals['promises'] = { made: 0, kept: 0, broken: 0, open: 0 }
  let [conversations, handoffs] = [0, 0]
  const shares: Shares = {
    reasons: new Map(),
    topics: new Map(),
    topicsHandedOver: new Map(),
    channels: new Map(),
    languages: new Map(),
    moods: new Map(),
  }

  function countPromise({ due, answeredAt }: Facts['promises'][number]) {
    promises.made += 1
    if (answeredAt !== null && answeredAt <= due) promises.kept += 1
    else if (answeredAt !== null || now > due) promises.broken += 1
    else promises.open += 1
  }

  function countShares({ handoffs: handed, topics, channelNo, language, mood }: Facts) {
    for (const reason of new Set(handed.map(one => one.reason))) increase(shares.reasons, reason)
    for (const topic of topics) {
      increase(shares.topics, topic)
      if (handed.length > 0) increase(shares.topicsHandedOver, topic)
    }
    increase(shares.channels, channelNo)
    increase(shares.languages, language)
    increase(shares.moods, mood)
  }

  return {
    shares,
    /** Whether it counts here. */
    add(facts: Facts): boolean {
      const { firstAt, firstReplyMs, firstReplyBy, resolutionMs, outcome } = facts
      if (firstAt === null || firstAt < from || firstAt >= to) return false
      conversations += 1
      contacts.add(facts.contactNo)
      answeredBy[facts.answeredBy] += 1
      if (firstReplyMs !== null) durations.firstReply.push(firstReplyMs)
      if (firstReplyMs !== null && firstReplyBy === 'assistant') durations.firstReplyByAssistant.push(firstReplyMs)
      if (firstReplyMs !== null && firstReplyBy === 'owner') durations.firstReplyByOwner.push(firstReplyMs)
      if (resolutionMs !== null) durations.resolution.push(resolutionMs)
      if (outcome !== null) outcomes[outcome.from <= now ? outcome.kind : 'running'] += 1
      handoffs += facts.handoffs.length
      for (const { waitMs } of facts.handoffs) if (waitMs !== null) durations.handoffWait.push(waitMs)
      facts.promises.forEach(countPromise)
      countShares(facts)
      return true
    },
    /** Sorting takes a while: `breathe` is called in between. */
    async totals(breathe: () => Promise<void>) {
      const found = new Map<SpreadName, ReturnType<typeof spreadOf>>()
      for (const name of spreads) {
        found.set(name, spreadOf(Float64Array.from(durations[name])))
        await breathe()
      }
      const spread = (name: SpreadName) => found.get(name) ?? spreadOf(new Float64Array())
      return {
        conversations,
        contacts: contacts.size,
        firstReply: spread('firstReply'),
        firstReplyByAssistant: spread('firstReplyByAssistant'),
        firstReplyByOwner: spread('firstReplyByOwner'),
        resolution: spread('resolution'),
        answeredBy,
        outcomes,
        handoffs,
        handoffWait: spread('handoffWait'),
        promises,
      }
    },
  }
}
export type Tally = ReturnType<typeof createTally>

export function increase<Key>(counts: Map<Key, number>, key: Key, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
