import type { HandoffReason } from '#contract/assistant.ts'
import type { Automated } from '#contract/message.ts'
import type { Mood } from '#contract/understanding.ts'
import type { Random } from '#main/testing/random.ts'
import type { SeedWriter } from './seedWriter.ts'
import { wordsOf, type Tongue } from './seedTexts.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export interface Place {
  conversationId: string
  channelId: string
  tongue: Tongue
  at: number
  /** Nothing happens after it. */
  until: number
}

/** One conversation as it goes on. A step that would lie in the future is not taken. */
export function createTelling(writer: SeedWriter, random: Random, place: Place) {
  const { conversationId, channelId, tongue, until } = place
  const words = wordsOf[tongue]
  let { at } = place
  let lastMessage = ''
  let lastText = ''
  let waitingSince: number | null = null
  let topic = random.pick(Object.keys(words.questions))
  let [status, handler] = ['open', 'assistant']
  let reason: HandoffReason | null = null

  const fill = (text: string) =>
    text.replace('{order}', `ORD-${10_000 + random.below(90_000)}`).replace('{product}', random.pick(words.products))
  const question = () => fill(random.pick(words.questions[topic] ?? []))
  /** False when that is in the future. */
  const pass = (ms: number) => {
    if (at + ms > until) return false
    at += ms
    return true
  }

  function received(text: string, more: { automated?: Automated; lateMs?: number } = {}) {
    lastMessage = writer.received(conversationId, text, at, more)
    lastText = text
    if (more.automated === undefined) waitingSince ??= at
    status = 'open'
  }

  function decide(
    action: 'reply' | 'ask' | 'handoff' | 'silent',
    more: { reason?: HandoffReason; mood?: Mood; intensity?: number; topic?: string | null } = {},
  ): string {
    const language = tongue
    return writer.answer(lastMessage, at, { action, topic, language, question: lastText, ...more })
  }

  function reply(text: string, answerId: string | null) {
    writer.sent(conversationId, channelId, { author: 'assistant', text, at, answerId, answerTo: lastMessage })
    waitingSince = null
  }

  return {
    words,
    random,
    pass,
    received,
    question,
    fill,
    topicIs: (next: string) => void (topic = next),
    otherTopic() {
      topic = random.pick(Object.keys(words.questions).filter(one => one !== topic))
    },
    decide,
    /** By itself. */
    answers(mood: Mood = 'calm', intensity = 0) {
      if (!pass((5 + random.below(40)) * SECOND)) return
      reply(random.pick(words.answer), decide('reply', { mood, intensity }))
      writer.tag(conversationId, 'saved-time', at, '4', lastMessage)
    },
    asks() {
      if (pass(8 * SECOND)) reply(words.ask, decide('ask'))
    },
    staysSilent: () => void decide('silent', { topic: null, mood: 'satisfied', intensity: 1 }),
    suggests(how: 'sent' | 'edited' | 'discarded' | null) {
      if (!pass(20 * SECOND)) return
      const answerId = decide('reply')
      const text = random.pick(words.answer)
      const wait = (1 + random.below(90)) * MINUTE
      const closes = how !== null && at + wait <= until
      const closed = closes ? { how, at: at + wait } : null
      writer.suggestion(conversationId, lastMessage, answerId, text, at, closed)
      if (!closes) return
      at += wait
      if (how === 'discarded') return writer.activity(conversationId, 'suggestion-discarded', at)
      const sent = how === 'sent' ? text : `${text} Tom`
      writer.sent(conversationId, channelId, { author: 'assistant', text: sent, at, answerId })
      waitingSince = null
    },
    handsOver(why: HandoffReason, promiseMinutes: number | null, mood: Mood = 'calm', intensity = 0) {
      if (!pass(6 * SECOND)) return
      const answerId = decide('handoff', { reason: why, mood, intensity })
      writer.activity(conversationId, 'handed-off', at, { detail: why, author: 'assistant' })
      reason = why
      handler = 'owner'
      if (promiseMinutes === null) return
      const since = waitingSince
      reply(words.note, answerId)
      waitingSince = since
      writer.promise(conversationId, at + promiseMinutes * MINUTE)
    },
    takesOver() {
      writer.activity(conversationId, 'taken-over', at)
      handler = 'owner'
    },
    ownerWrites(state: 'sent' | 'failed' | 'uncertain' | 'queued' = 'sent') {
      const text = random.pick(words.owner)
      writer.sent(conversationId, channelId, { author: 'owner', text, at, leftAt: at + 10 * SECOND, state })
      at += 10 * SECOND
      handler = 'owner'
      if (state === 'sent') [waitingSince, reason] = [null, null]
    },
    handsBack() {
      writer.activity(conversationId, 'handed-back', at)
      ;[handler, reason] = ['assistant', null]
    },
    notes: (text: string) => writer.activity(conversationId, 'note', at, { text }),
    resolves() {
      if (!pass(HOUR)) return
      writer.activity(conversationId, 'resolved', at)
      ;[status, waitingSince, reason] = ['resolved', null, null]
    },
    reopens: () => writer.activity(conversationId, 'reopened', at, { author: 'contact' }),
    tag: (code: Parameters<SeedWriter['tag']>[1], detail: string) =>
      writer.tag(conversationId, code, at, detail, lastMessage),
    ends: () =>
      writer.finish({
        id: conversationId,
        status,
        handler,
        reason,
        waitingSince,
        at,
        preview: lastText.slice(0, 140),
        language: tongue,
      }),
  }
}
export type Telling = ReturnType<typeof createTelling>

export const days = (random: Random, from: number, span: number) => from * DAY + random.below(span * DAY)
export const minutes = (random: Random, from: number, span: number) => from * MINUTE + random.below(span * MINUTE)
