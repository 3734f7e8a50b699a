import type { SearchProblem } from '#contract/search.ts'
import { foldText } from '#domain/text/normalize.ts'
import type { NamedFilter, SearchQuery } from '#domain/search/query.ts'
import { searchTokens } from '#domain/search/tokens.ts'
import { momentOn } from '#domain/shopClock.ts'
import type { FoundMessage, SearchAuthor, SearchCondition, SearchStore } from '#main/ports/searchStore.ts'
import type { Stores } from '#main/ports/stores.ts'

/** Filters by more conversations than this are held against each message instead. */
const MOST_CONVERSATIONS = 400

/** All but the words of a search. */
export interface SearchPlan {
  readonly conditions: readonly SearchCondition[]
  readonly sentFrom: Date | null
  readonly sentUntil: Date | null
  /** What the index cannot say. */
  readonly checks: readonly ((message: FoundMessage) => boolean)[]
  readonly problems: readonly SearchProblem[]
}

export interface PlanDeps {
  stores: Pick<Stores, 'channels' | 'labels'>
  search: Pick<SearchStore, 'contactsNamed' | 'conversationsOf' | 'conversationsWith'>
  timeZone: string
}

const people: Readonly<Record<string, SearchAuthor>> = {
  me: 'owner',
  owner: 'owner',
  我: 'owner',
  assistant: 'assistant',
  助手: 'assistant',
  customer: 'contact',
  contact: 'contact',
  客户: 'contact',
  顾客: 'contact',
}

const kindNames: Readonly<Record<string, string>> = {
  邮件: 'email',
  邮箱: 'email',
  电子邮件: 'email',
  mail: 'email',
  'e-mail': 'email',
}

/** Looks up what the filters name. A filter that names nothing is a problem, and finds everything. */
export function planSearch(query: SearchQuery, { stores, search, timeZone }: PlanDeps): SearchPlan {
  const conditions: SearchCondition[] = query.has.map(({ thing, isExcluded }) => ({ kind: 'has', thing, isExcluded }))
  const checks: ((message: FoundMessage) => boolean)[] = []
  const problems = [...query.problems]
  const sentFrom = query.after && momentOn(query.after, timeZone)
  const sentUntil = query.before && momentOn(query.before, timeZone)
  if (sentFrom) checks.push(({ sentAt }) => sentAt >= sentFrom)
  if (sentUntil) checks.push(({ sentAt }) => sentAt < sentUntil)

  const of = (kind: NamedFilter['kind'], isExcluded: boolean) =>
    query.named.filter(filter => filter.kind === kind && filter.isExcluded === isExcluded)

  for (const isExcluded of [false, true]) {
    addSenders(of('from', isExcluded), isExcluded)
    const channels = of('channel', isExcluded)
    const ids = channels.flatMap(filter => {
      const found = channelIds(filter.value)
      if (found.length === 0) problems.push({ part: filter.part, reason: 'no-channel' })
      return found
    })
    if (ids.length > 0) conditions.push({ kind: 'channel', ids, isExcluded })
    for (const { value, part } of of('label', isExcluded)) addLabel(value, part, isExcluded)
  }
  return { conditions, sentFrom, sentUntil, checks, problems }

  function channelIds(value: string): string[] {
    const wanted = foldText(value)
    const kind = kindNames[wanted] ?? wanted
    const all = stores.channels.list()
    const named = all.filter(({ name }) => foldText(name) === wanted)
    const ofKind = all.filter(channel => channel.kind === kind)
    if (named.length + ofKind.length > 0) return [...named, ...ofKind].map(({ id }) => id)
    return all.filter(({ name }) => foldText(name).startsWith(wanted)).map(({ id }) => id)
  }

  function addLabel(value: string, part: string, isExcluded: boolean) {
    const label = stores.labels.list().find(({ name }) => foldText(name) === foldText(value))
    if (!label) {
      problems.push({ part, reason: 'no-label' })
      return
    }
    const conversations =
      label.conversations > MOST_CONVERSATIONS ? null : search.conversationsWith(label.id, MOST_CONVERSATIONS)
    if (conversations) conditions.push({ kind: 'in', conversations, isExcluded })
    else checks.push(({ labelIds }) => labelIds.includes(label.id) !== isExcluded)
  }

  /** Of several senders, any. */
  function addSenders(filters: readonly NamedFilter[], isExcluded: boolean) {
    const authors = filters.flatMap(({ value }) => people[foldText(value)] ?? [])
    const named = filters.filter(({ value }) => people[foldText(value)] === undefined)
    // Nothing is written by the owner and by Anna; `from:me from:anna` is what either wrote, which two conditions cannot say.
    if (authors.length > 0) {
      const own = authors.includes('owner') ? [...authors, 'note' as const] : authors
      if (named.length === 0 || isExcluded) conditions.push({ kind: 'author', anyOf: own, isExcluded })
    }
    if (named.length === 0) return
    const contacts = named.flatMap(({ value }) => search.contactsNamed(value, MOST_CONVERSATIONS + 1))
    const conversations = search.conversationsOf(contacts, MOST_CONVERSATIONS + 1)
    const isMany = contacts.length > MOST_CONVERSATIONS || conversations.length > MOST_CONVERSATIONS
    const fits = ({ author, contactName, handleName, address }: FoundMessage) =>
      author === 'contact' && named.some(({ value }) => isNamed(value, `${contactName} ${handleName} ${address}`))
    if (authors.length > 0 && !isExcluded) {
      checks.push(message => authors.includes(message.author) || fits(message))
    } else if (isExcluded) {
      checks.push(message => !fits(message))
    } else {
      conditions.push({ kind: 'author', anyOf: ['contact'], isExcluded: false })
      if (isMany) checks.push(fits)
      else conditions.push({ kind: 'in', conversations, isExcluded: false })
    }
  }
}

/** Each part of what was typed begins a part of the name or the address. */
function isNamed(value: string, person: string): boolean {
  const parts = searchTokens(person).map(({ text }) => text)
  return searchTokens(value).every(({ text }) => parts.some(part => part.startsWith(text)))
}
