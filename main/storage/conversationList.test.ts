import { expect, test, vi } from 'vitest'
import { sortSchema, statusSchema, viewSchema, type Conversation, type Filter } from '#contract/conversation.ts'
import { moodSchema } from '#contract/understanding.ts'
import type { ConversationQuery } from '#main/ports/stores.ts'
import { createRandom } from '#main/testing/random.ts'
import { at, openTestDatabase, openTestStores, testFolder } from '#main/testing/storage.ts'
import { needsMe } from '#domain/conversation/needsMe.ts'
import { createStores } from './stores.ts'

const [angry = null, sad = null] = moodSchema.options
const labels = ['red', 'blue', 'rare']
const filters: readonly Filter[] = [
  {},
  { channelId: 'chat' },
  { labelId: 'red' },
  { labelId: 'rare', language: 'en' },
  { labelId: 'no-such-label' },
  { status: 'snoozed' },
  { status: 'open', channelId: 'mail' },
  { language: 'zh' },
  { language: 'zh', mood: angry },
  { mood: sad, labelId: 'blue', status: 'resolved' },
]

/** Conversations of every sort, many with the same times. */
function mixedShop() {
  const shop = openTestStores()
  const { stores } = shop
  const random = createRandom(11)
  for (const id of labels) stores.labels.insert({ id, name: id, color: 'red' })
  for (let n = 0; n < 120; n += 1) {
    const id = `c${n}`
    shop.addConversation(id, { minute: random.below(6), channelId: random.pick(['mail', 'mail', 'chat']) })
    stores.conversations.update(id, {
      status: random.pick(['open', 'open', 'snoozed', 'resolved']),
      handler: random.pick(['assistant', 'owner']),
      waitingSince: random.pick([null, null, at(1), at(2), at(3)]),
      language: random.pick([null, 'en', 'zh']),
      mood: random.pick([null, null, angry, sad]),
    })
    stores.conversations.setLabels(
      id,
      labels.filter(label => random.chance(label === 'rare' ? 0.05 : 0.4)),
    )
    if (random.chance(0.2)) {
      shop.addMessage(id, `m${n}`)
      const suggestion = { id: `s${n}`, conversationId: id, messageId: `m${n}`, answerId: 'a', text: 'Soon' }
      stores.suggestions.insert({ ...suggestion, createdAt: at(0) })
    }
  }
  return stores
}

const time = (date: Date | null) => date?.getTime() ?? 0
const byId = (one: Conversation, other: Conversation) => (one.id < other.id ? -1 : 1)
const byTime = (one: Conversation, other: Conversation) =>
  time(one.lastMessageAt) - time(other.lastMessageAt) || byId(one, other)

const orders: Record<ConversationQuery['sort'], (one: Conversation, other: Conversation) => number> = {
  oldest: byTime,
  newest: (one, other) => byTime(other, one),
  waiting(one, other) {
    if (one.waitingSince !== null && other.waitingSince !== null) {
      return time(one.waitingSince) - time(other.waitingSince) || byId(one, other)
    }
    if (one.waitingSince === null && other.waitingSince === null) return byTime(other, one)
    return one.waitingSince === null ? 1 : -1
  },
}

function isIn(one: Conversation, view: ConversationQuery['view']): boolean {
  const isOpen = one.status === 'open'
  return {
    'needs-me': needsMe(one),
    mine: isOpen && one.handler === 'owner',
    assistant: isOpen && one.handler === 'assistant',
    suggestions: isOpen && one.hasSuggestion,
    snoozed: one.status === 'snoozed',
    resolved: one.status === 'resolved',
    all: true,
  }[view]
}

const passes = (one: Conversation, { channelId, labelId, status, language, mood }: Filter) =>
  (channelId == null || one.channelId === channelId) &&
  (labelId == null || one.labelIds.includes(labelId)) &&
  (status == null || one.status === status) &&
  (language == null || one.language === language) &&
  (mood == null || one.mood === mood)

test('page by page, each view, filter and order shows what it says, once and in order', () => {
  const { conversations } = mixedShop()
  const query = { view: 'all', filter: {}, sort: 'newest', text: '', cursor: null, limit: 500 } as const
  const everything = conversations.list(query).items
  let shown = 0
  for (const sort of sortSchema.options) {
    for (const view of viewSchema.options) {
      for (const filter of filters) {
        const expected = everything.filter(one => isIn(one, view) && passes(one, filter)).toSorted(orders[sort])
        const seen: string[] = []
        let cursor: string | null = null
        do {
          const page = conversations.list({ ...query, view, filter, sort, cursor, limit: 3 })
          expect(page.items.length).toBeLessThanOrEqual(3)
          seen.push(...page.items.map(({ id }) => id))
          cursor = page.nextCursor
        } while (cursor !== null)
        expect(seen, `${view} ${sort} ${JSON.stringify(filter)}`).toEqual(expected.map(({ id }) => id))
        shown += seen.length
      }
    }
  }
  expect(shown).toBeGreaterThan(1000)
})

test('no list of any view, filter and order is sorted, or read without an index', () => {
  const db = openTestDatabase(testFolder())
  const prepare = vi.spyOn(db, 'prepare')
  const blobs = { put: () => '', get: () => null }
  const { conversations } = createStores(db, { blobs })
  const statuses = [null, ...statusSchema.options]
  for (const sort of sortSchema.options) {
    for (const view of viewSchema.options) {
      for (const filter of filters.flatMap(one => statuses.map(status => ({ ...one, status })))) {
        conversations.list({ view, filter, sort, text: '', cursor: `${sort.slice(0, 1)}5.x`, limit: 50 })
        conversations.list({ view, filter, sort, text: '', cursor: null, limit: 50 })
      }
    }
  }
  const lists = prepare.mock.calls
    .map(([sql]) => sql)
    .filter(sql => sql.includes('order by') && sql.endsWith('limit ?'))
  const pages = lists.filter(sql => sql.includes('from conversation c indexed by'))
  expect(pages.length).toBeGreaterThan(100)
  for (const sql of pages) {
    const places = Array.from(sql.matchAll(/\?/g), () => null)
    const plan = db.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...places)
    expect(plan.map(({ detail }) => detail).join('\n'), sql).not.toMatch(
      /TEMP B-TREE FOR [\w ]*ORDER BY|SCAN (?:h|k|ch|d|o)\b/,
    )
  }
})

test('a cursor of another order is refused', () => {
  const { stores } = openTestStores()
  const query = { view: 'all', filter: {}, text: '', limit: 50 } as const
  expect(() => stores.conversations.list({ ...query, sort: 'oldest', cursor: 'n5.c1' })).toThrow('cursor')
})

test('the languages of the shop come with the most frequent first, and one that nobody uses any more is gone', () => {
  const shop = openTestStores()
  const { conversations } = shop.stores
  for (const [n, language] of ['zh', 'en', 'zh', 'fi', null].entries()) {
    shop.addConversation(`c${n}`)
    conversations.update(`c${n}`, { language })
  }
  expect(conversations.languages()).toEqual(['zh', 'en', 'fi'])
  conversations.update('c3', { language: 'en' })
  conversations.remove('c0')
  expect(conversations.languages()).toEqual(['en', 'zh'])
})
