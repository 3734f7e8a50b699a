import { setImmediate as turn } from 'node:timers/promises'
import type { SearchHit, SearchProblem } from '#contract/search.ts'
import type { Settings } from '#contract/settings.ts'
import { parseSearch, type SearchQuery, type SearchTerm } from '#domain/search/query.ts'
import { onShopClock } from '#domain/shopClock.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { FoundMessage, MessageSearch, SearchCondition } from '#main/ports/searchStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createLoop } from './loop.ts'
import { bestFirst, contactHit, markersOf, messageHit, orderHit, plainMarkers, subjectHit } from './searchHits.ts'
import { planSearch, type SearchPlan } from './searchPlan.ts'
import { createSearchWider } from './searchWider.ts'
import { createSearchWords } from './searchWords.ts'
import { shopZone } from './shopZone.ts'

const FILL_AT_ONCE = 200
/** A search takes in what came just now; a whole shop's history is left to the background. */
const MOST_FILLS_BEFORE = 5
const FILL_PAUSE_MS = 20
const LOOK_EVERY_MS = 3000
const CHECKED_AT_ONCE = 300
const COUNTED = 1000
const MOST_OTHERS = 5
/** Of the contacts that a word names; more would be a word rather than a name. */
const MOST_NAMED = 8
const MOST_CONVERSATIONS = 100

export interface SearchInput {
  text: string
  cursor: string | null
  limit: number
}

export interface SearchResult {
  hits: SearchHit[]
  nextCursor: string | null
  problems: SearchProblem[]
  total: number
  totalIsExact: boolean
  instead: { typed: string; words: string[] }[]
  prepared: number | null
}

/**
 * Over every message, contact, order number and subject. Messages come newest first: those with the words as typed, and
 * on the last page of them those that are only like it (`like`).
 *
 * Why words and no vectors of messages: the vectors' index (LanceDB) is not encrypted and never sees a customer's text,
 * and an encrypted one over a million messages would have to be gone through in whole for each search. What an embedder
 * would add for searching (typing errors, other words for the same thing) is had from the words themselves.
 */
export function createSearch({
  stores,
  settings,
  clock,
  log,
}: {
  stores: Stores
  settings: () => Settings
  clock: Clock
  log: Log
}) {
  const store = stores.search
  const wider = createSearchWider(store, createSearchWords(store))
  const filling = createLoop({
    name: 'preparing the search',
    clock,
    log,
    step: () => Promise.resolve(store.fill(FILL_AT_ONCE) ? FILL_PAUSE_MS : LOOK_EVERY_MS),
  })

  /** Other words of the search may stand in the message while this one is the contact's name. */
  async function wordsOf(terms: readonly SearchTerm[]): Promise<SearchCondition[]> {
    const isOneOfSeveral = terms.filter(({ isExcluded }) => !isExcluded).length > 1
    const conditions: SearchCondition[] = []
    for (const term of terms) {
      const orIn = isOneOfSeveral && !term.isExcluded && !term.isExact ? conversationsNamed(term.typed) : []
      conditions.push({ kind: 'words', anyOf: await wider.asTyped(term), orIn, isExcluded: term.isExcluded })
      await turn()
    }
    return conditions
  }

  function conversationsNamed(typed: string): number[] {
    const contacts = store.contactsNamed(typed, MOST_NAMED + 1)
    return contacts.length > MOST_NAMED ? [] : store.conversationsOf(contacts, MOST_CONVERSATIONS)
  }

  /** Newest first; looks on until so many pass the checks or none is left. */
  async function page(search: MessageSearch, { checks }: SearchPlan, before: number | null, limit: number) {
    const found: FoundMessage[] = []
    let from = before
    // Mostly all pass, and then nothing was read in vain.
    for (let atOnce = limit; ; atOnce = CHECKED_AT_ONCE) {
      const rows = store.messages(search, from, atOnce)
      found.push(...rows.filter(row => checks.every(check => check(row))))
      from = rows.at(-1)?.seq ?? from
      if (found.length >= limit || rows.length < atOnce) return found.slice(0, limit)
      await turn()
    }
  }

  async function widened(terms: readonly SearchTerm[]) {
    const instead: SearchResult['instead'] = []
    const conditions: SearchCondition[] = []
    for (const term of terms) {
      const { anyOf, meant } = term.isExcluded
        ? { anyOf: await wider.asTyped(term), meant: [] }
        : await wider.widely(term)
      conditions.push({ kind: 'words', anyOf, orIn: [], isExcluded: term.isExcluded })
      if (meant.length > 0) instead.push({ typed: term.typed, words: [...meant] })
      await turn()
    }
    return { conditions, instead }
  }

  function others(query: SearchQuery): SearchHit[] {
    const wanted = query.terms.filter(({ isExcluded }) => !isExcluded)
    const isFiltered = query.named.length + query.has.length > 0 || query.after !== null || query.before !== null
    if (wanted.length === 0 || isFiltered) return []
    const typed = wanted.map(term => term.typed).join(' ')
    const markers = plainMarkers(wanted)
    const contacts = bestFirst(stores.contacts.search(typed, null, MOST_OTHERS), ({ name }) => name, typed)
    const orders = bestFirst(
      stores.orders.orders({ text: typed, offset: 0, limit: MOST_OTHERS }).items,
      ({ number }) => number,
      typed,
    )
    const conditions = query.terms.map(({ tokens, isExact, isExcluded }): SearchCondition => ({
      kind: 'words',
      anyOf: [{ kind: 'row', tokens, isPrefix: !isExact && (tokens.at(-1)?.length ?? 0) > 2 }],
      orIn: [],
      isExcluded,
    }))
    return [
      ...contacts.map(contact => contactHit(contact, store.newestConversation(contact.id), markers)),
      ...orders.map(order => orderHit(order, markers)),
      ...store.subjects(conditions, MOST_OTHERS).map(found => subjectHit(found, markers)),
    ]
  }

  async function takeInNew() {
    for (let time = 0; time < MOST_FILLS_BEFORE; time += 1) {
      if (!store.fill(FILL_AT_ONCE)) return null
      await turn()
    }
    const { waiting, all } = store.progress()
    return waiting === 0 ? null : Math.max(0, 1 - waiting / Math.max(all, waiting))
  }

  async function find({ text, cursor, limit }: SearchInput): Promise<SearchResult> {
    const prepared = await takeInNew()
    const timeZone = shopZone(settings())
    const query = parseSearch(text, onShopClock(clock.now(), timeZone))
    const plan = planSearch(query, { stores, search: store, timeZone })
    const isAsked = query.terms.length + plan.conditions.length + plan.checks.length > 0
    const nothing = { hits: [], nextCursor: null, total: 0, totalIsExact: true, instead: [], prepared }
    if (!isAsked) return { ...nothing, problems: [...plan.problems] }
    await turn()

    const { stage, before } = fromCursor(cursor)
    const words = await wordsOf(query.terms)
    const typed: MessageSearch = { ...plan, conditions: [...plan.conditions, ...words], without: [] }
    const exact = stage === 'typed' ? await page(typed, plan, before, limit + 1) : []
    const hits = exact.slice(0, limit).map(found => messageHit(found, markersOf(words), false))
    const last = exact[limit - 1]
    let nextCursor = exact.length > limit && last ? `typed.${last.seq}` : null
    let instead: SearchResult['instead'] = []

    const room = limit - hits.length
    const mayWiden = query.terms.some(({ isExcluded, isExact }) => !isExcluded && !isExact)
    if (room > 0 && nextCursor === null && mayWiden) {
      await turn()
      const wide = await widened(query.terms)
      instead = wide.instead
      const alike: MessageSearch = {
        ...plan,
        conditions: [...plan.conditions, ...wide.conditions],
        without: typed.conditions,
      }
      const found = await page(alike, plan, stage === 'like' ? before : null, room + 1)
      hits.push(...found.slice(0, room).map(one => messageHit(one, markersOf(wide.conditions), true)))
      const lastLike = found[room - 1]
      if (found.length > room && lastLike) nextCursor = `like.${lastLike.seq}`
    }
    const isWhole = stage === 'typed' && cursor === null && exact.length <= limit
    const total = isWhole ? exact.length : plan.checks.length > 0 ? exact.length : store.count(typed, COUNTED + 1)
    return {
      hits: cursor === null ? [...others(query), ...hits] : hits,
      nextCursor,
      problems: [...plan.problems],
      total: Math.min(total, COUNTED),
      totalIsExact: isWhole || (plan.checks.length === 0 && total <= COUNTED),
      instead,
      prepared,
    }
  }

  return { find, start: filling.start, stop: filling.stop }
}
export type Search = ReturnType<typeof createSearch>

/** Where a page ended; anything else begins anew. */
function fromCursor(cursor: string | null): { stage: 'typed' | 'like'; before: number | null } {
  const [, stage, seq] = /^(typed|like)\.(\d{1,15})$/.exec(cursor ?? '') ?? []
  if (seq === undefined) return { stage: 'typed', before: null }
  return { stage: stage === 'like' ? 'like' : 'typed', before: Number(seq) }
}
