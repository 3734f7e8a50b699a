import { expect, test } from 'vitest'
import type { Answer, HandoffReason } from '#contract/assistant.ts'
import { factsOf } from '#domain/report/facts.ts'
import { createRandom } from '#main/testing/random.ts'
import { at, openTestStores } from '#main/testing/storage.ts'

const STEPS = 450
const conversations = Array.from({ length: 6 }, (_, index) => `c${index}`)

type Shop = ReturnType<typeof openTestStores>

/** What the tables of reports hold once everything is up to date. */
function standing({ stores, db }: Shop) {
  for (const stale of stores.reports.stale(1000)) {
    const history = stores.reports.history(stale.number)
    stores.reports.put(stale, history && factsOf(history))
  }
  return {
    facts: stores.reports.facts(1, stores.reports.lastNumber(), 0),
    questions: stores.reports.questions(0, at(1e6).getTime(), null, 10_000),
    rows: db.prepare('select count(*) from report_facts').pluck().get(),
  }
}

test('facts kept up with a long history are those made anew of all of it', () => {
  const shop = openTestStores()
  const { stores, db } = shop
  const random = createRandom(20261122)
  conversations.forEach(id => shop.addConversation(id, { channelId: random.pick(['mail', 'chat']) }))
  const alive = new Set(conversations)
  const messages: { id: string; conversationId: string; isOurs: boolean; answerId: string | null }[] = []
  const suggestions: string[] = []
  let [step, minute] = [0, 0]
  let count = 0
  let sawPromise = false
  const next = () => `x${(count += 1)}`

  function answerTo(messageId: string): string {
    const id = next()
    const action = random.pick(['reply', 'ask', 'handoff', 'silent'] as const)
    const handoffReason: HandoffReason = random.pick(['no-knowledge', 'upset'])
    const topic = random.pick(['stock', 'price', null])
    const reading = {
      language: 'en',
      languages: ['en'],
      intents: [],
      facts: [],
      mood: random.pick(['calm', 'angry'] as const),
      intensity: random.below(4),
      moodQuotes: [],
      risks: [],
      wantsPerson: null,
      courtesy: null,
      injection: null,
      outOfScope: 0,
    }
    const answer: Answer = {
      id,
      messageId,
      createdAt: at(minute),
      question: `what is ${random.below(5)}`,
      action,
      reply: null,
      citations: [],
      candidates: [],
      confidence: 0,
      threshold: 0,
      grounded: false,
      reading,
      steps: [],
      language: random.pick(['en', 'zh', 'und']),
      handoffReason,
      playbook: null,
      evidence: [],
      topic,
      codeFor: null,
      assistant: 'built-in',
      writing: null,
      ms: 1,
    }
    stores.answers.insert(answer)
    return id
  }

  const steps: readonly ((conversationId: string) => void)[] = [
    function receive(conversationId) {
      const id = next()
      const text = random.pick(['Where is it?', 'Thank you!', 'ok', '谢谢', 'It still does not work'])
      const automated = random.chance(0.1) ? 'bulk' : null
      const receivedAt = at(minute + random.below(60))
      shop.addMessage(conversationId, id, { text, automated, sentAt: at(minute), receivedAt })
      messages.push({ id, conversationId, isOurs: false, answerId: null })
      stores.conversations.update(conversationId, { status: 'open', waitingSince: at(minute) })
    },
    function think() {
      const asked = messages.filter(one => !one.isOurs)
      if (asked.length > 0) answerTo(random.pick(asked).id)
    },
    function send(conversationId) {
      const asked = messages.findLast(one => one.conversationId === conversationId && !one.isOurs)
      const isAssistant = asked !== undefined && random.chance(0.6)
      const answerId = isAssistant ? answerTo(asked.id) : null
      const [id, messageId] = [next(), next()]
      const author = isAssistant ? 'assistant' : 'owner'
      shop.addMessage(conversationId, messageId, { direction: 'outgoing', author, answerId, sentAt: at(minute) })
      const { channelId } = stores.conversations.get(conversationId) ?? { channelId: 'mail' }
      stores.outbox.insert({
        id,
        messageId,
        conversationId,
        channelId,
        answerTo: null,
        state: 'queued',
        attempts: 0,
        createdAt: at(minute),
        notBefore: at(minute),
        transmittingAt: null,
        remoteId: null,
        error: null,
        copyPending: false,
        scheduled: false,
        unlessTheyWrite: false,
      })
      messages.push({ id: messageId, conversationId, isOurs: true, answerId })
      if (random.chance(0.3)) stores.conversations.update(conversationId, { promisedBy: at(minute + 30) })
      if (random.chance(0.2)) stores.conversations.update(conversationId, { promisedBy: null })
    },
    function deliver() {
      const sent = messages.filter(one => one.isOurs)
      const row = sent.length === 0 ? null : stores.outbox.ofMessage(random.pick(sent).id)
      if (row === null) return
      const state = random.pick(['sending', 'sent', 'sent', 'failed', 'uncertain'] as const)
      stores.outbox.update(row.id, { state, transmittingAt: random.pick([null, at(minute)]) })
    },
    function suggest(conversationId) {
      const asked = messages.findLast(one => one.conversationId === conversationId && !one.isOurs)
      if (asked === undefined) return
      const id = next()
      const answerId = messages.findLast(one => one.answerId !== null)?.answerId ?? answerTo(asked.id)
      stores.suggestions.insert({ id, conversationId, messageId: asked.id, answerId, text: 'x', createdAt: at(minute) })
      suggestions.push(id)
    },
    function settle() {
      if (suggestions.length === 0) return
      stores.suggestions.close(random.pick(suggestions), random.pick(['sent', 'edited', 'discarded']), at(minute))
    },
    function happen(conversationId) {
      const code = random.pick(['handed-off', 'resolved', 'taken-over', 'reopened'] as const)
      const detail = code === 'handed-off' ? 'not-sure' : null
      shop.addMessage(conversationId, next(), { kind: 'activity', activity: { code, detail }, sentAt: at(minute) })
      if (code === 'resolved') stores.conversations.update(conversationId, { status: 'resolved' })
    },
    function withdraw() {
      const one = messages.findLast(({ isOurs }) => isOurs)
      if (one === undefined || !random.chance(0.3)) return
      messages.splice(messages.indexOf(one), 1)
      const row = stores.outbox.ofMessage(one.id)
      if (row !== null) stores.outbox.remove(row.id)
      stores.messages.remove(one.id)
    },
    function moveToEnd() {
      const sent = messages.filter(one => one.isOurs)
      if (sent.length > 0 && random.chance(0.3)) stores.messages.moveToEnd(random.pick(sent).id, at(minute))
    },
    function becomeOne() {
      const [into, from] = [random.pick(conversations), random.pick(conversations)]
      if (into === from || !random.chance(0.1)) return
      if (stores.contacts.get(`k-${into}`) && stores.contacts.get(`k-${from}`)) {
        stores.contacts.merge({ id: next(), into: `k-${into}`, from: `k-${from}`, at: at(minute) })
      }
    },
    function standAlone(conversationId) {
      stores.conversations.update(conversationId, { status: random.pick(['open', 'resolved']) })
    },
    function correct() {
      const asked = messages.filter(one => !one.isOurs && one.conversationId !== 'c0')
      if (asked.length === 0) return
      const { id } = random.pick(asked)
      if (random.chance(0.5)) db.prepare('update message set sent_at = sent_at - 1000000 where id = ?').run(id)
      else if (random.chance(0.2)) {
        db.prepare('delete from suggestion where message_id = ?').run(id)
        stores.messages.remove(id)
        messages.splice(0, messages.length, ...messages.filter(one => one.id !== id))
      }
    },
    function forget(conversationId) {
      if (alive.size < 5 || step < STEPS / 2 || !random.chance(0.03)) return
      db.prepare('delete from suggestion where conversation_id = ?').run(conversationId)
      stores.conversations.remove(conversationId)
      alive.delete(conversationId)
      messages.splice(0, messages.length, ...messages.filter(one => one.conversationId !== conversationId))
    },
  ]

  for (step = 0; step < STEPS; step += 1) {
    minute += random.below(90)
    random.pick(steps)(random.pick([...alive]))
    // Nothing may wait for a later change to be noticed.
    const { facts } = standing(shop)
    sawPromise ||= facts.some(({ promises }) => promises.length > 0)
    const anew = facts.map(({ number }) => stores.reports.history(number)).filter(history => history !== null)
    expect(facts).toEqual(anew.map(history => ({ ...factsOf(history), openQuestions: [] })))
  }
  const kept = standing(shop)
  expect(kept.facts.length).toBe(alive.size)
  expect(kept.rows).toBe(alive.size)
  expect(sawPromise).toBe(true)
  expect(kept.questions.length).toBeGreaterThan(0)

  stores.reports.useRules(-1)
  expect(stores.reports.stale(1000)).toHaveLength(alive.size)
  expect(standing(shop)).toEqual(kept)
})

test('a change between reading and keeping is not lost', () => {
  const shop = openTestStores()
  const { stores } = shop
  shop.addConversation('c')
  shop.addMessage('c', 'm1')
  const [stale] = stores.reports.stale(10)
  const history = stale && stores.reports.history(stale.number)
  shop.addMessage('c', 'm2')
  if (stale && history) stores.reports.put(stale, factsOf(history))
  expect(stores.reports.stale(10)).toHaveLength(1)
  expect(standing(shop).facts[0]?.messages).toHaveLength(2)
  expect(stores.reports.stale(10)).toEqual([])
})
