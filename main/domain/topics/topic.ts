import type { ChannelMode } from '#contract/channel.ts'
import type { TopicPolicy } from '#contract/topic.ts'
import type { Entry } from '#contract/knowledge.ts'
import type { Reading } from '#contract/understanding.ts'
import { leadingIntent } from '#domain/dialogue/leading.ts'

/** What the owner's approvals and corrections have made of a topic. */
export interface TopicStanding {
  id: string
  kind: 'intent' | 'own'
  mode: 'draft' | 'auto'
  because: 'channel' | 'earned' | 'corrected' | 'owner'
  /** Without an edit since the last correction. */
  approvals: number
  threshold: number | null
  changedAt: Date | null
}

const OWN = 'own:'

/** A topic of the shop's own knowledge, by the tag of its entries. */
export function ownTopic(tag: string): string {
  return OWN + tag.trim().toLowerCase()
}

export function labelOf(id: string): string {
  return id.startsWith(OWN) ? id.slice(OWN.length) : id
}

export function freshTopic(id: string): TopicStanding {
  const kind = id.startsWith(OWN) ? 'own' : 'intent'
  return { id, kind, mode: 'draft', because: 'channel', approvals: 0, threshold: null, changedAt: null }
}

/** What a message is about: its leading intent, else the first tag of the entry that answers it. */
export function topicOf(reading: Pick<Reading, 'intents'>, best: Pick<Entry, 'tags'> | null): string | null {
  const intent = leadingIntent(reading)
  if (intent !== null) return intent.id
  const tag = best?.tags.find(one => one.trim() !== '')
  return tag === undefined ? null : ownTopic(tag)
}

/** Whether answers on it go out by themselves. The channel's mode is the upper limit; what is forced never gets here. */
export function speaksAlone(
  channel: ChannelMode,
  { approvalsNeeded }: TopicPolicy,
  topic: TopicStanding | null,
): boolean {
  if (channel !== 'auto') return false
  if (topic?.because === 'owner') return topic.mode === 'auto'
  if (approvalsNeeded === 0) return true
  return topic !== null && topic.mode === 'auto'
}

/** One more reply on it went out as the assistant wrote it. */
export function approved(topic: TopicStanding, { approvalsNeeded }: TopicPolicy, now: Date): TopicStanding {
  const approvals = topic.approvals + 1
  const isEarned =
    topic.because !== 'owner' && topic.mode === 'draft' && approvalsNeeded > 0 && approvals >= approvalsNeeded
  return isEarned ? { ...topic, approvals, mode: 'auto', because: 'earned', changedAt: now } : { ...topic, approvals }
}

/** The owner changed or threw away a reply on it, or stepped in after one. The owner's own setting stays. */
export function corrected(topic: TopicStanding, { approvalsNeeded }: TopicPolicy, now: Date): TopicStanding {
  if (topic.because === 'owner' || approvalsNeeded === 0) return { ...topic, approvals: 0 }
  return { ...topic, approvals: 0, mode: 'draft', because: 'corrected', changedAt: now }
}
