import { assertNever } from '#domain/assertNever.ts'
import type { MessageSearch, SearchCondition, SearchPhrase } from '#main/ports/searchStore.ts'

/** What a message is filtered by, as words of its `tags`. Every message has `any`. */
export const tags = {
  any: 'any',
  author: (author: string) => `by${author}`,
  channel: (no: number) => `ch${no}`,
  conversation: (no: number) => `in${no}`,
  thing: (thing: string) => `has${thing}`,
}

/** A query of FTS5. Everything stands in quotes: nothing that was typed is read as an operator. */
export function matchOf({ conditions, without }: MessageSearch, channelNo: (id: string) => number | null): string {
  const said = (condition: SearchCondition) => oneOf(condition, channelNo)
  const wanted = conditions.filter(({ isExcluded }) => !isExcluded).map(said)
  const base = wanted.length > 0 ? wanted.join(' AND ') : tagged([tags.any])
  const excluded = conditions.filter(({ isExcluded }) => isExcluded).map(said)
  const left = without.length === 0 ? [] : [matchOf({ ...none, conditions: without }, channelNo)]
  return [...excluded, ...left].reduce((query, not) => `(${query}) NOT (${not})`, `(${base})`)
}

const none: MessageSearch = { conditions: [], without: [], sentFrom: null, sentUntil: null }

function oneOf(condition: SearchCondition, channelNo: (id: string) => number | null): string {
  switch (condition.kind) {
    case 'words': {
      const words = `body : (${condition.anyOf.map(phraseOf).join(' OR ')})`
      return condition.orIn.length === 0
        ? `(${words})`
        : `(${words} OR ${tagged(condition.orIn.map(tags.conversation))})`
    }
    case 'author':
      return tagged(condition.anyOf.map(tags.author))
    case 'channel':
      return tagged(condition.ids.flatMap(id => channelNo(id) ?? []).map(tags.channel))
    case 'in':
      return tagged(condition.conversations.map(tags.conversation))
    case 'has':
      return tagged([tags.thing(condition.thing)])
    default:
      return assertNever(condition)
  }
}

/** With no tag to choose from, nothing fits. */
function tagged(any: readonly string[]): string {
  return `(tags : (${any.length === 0 ? quoted(['nothing']) : any.map(tag => quoted([tag])).join(' OR ')}))`
}

function phraseOf(phrase: SearchPhrase): string {
  switch (phrase.kind) {
    case 'row':
      return `${quoted(phrase.tokens)}${phrase.isPrefix ? ' *' : ''}`
    case 'near':
      return `NEAR(${quoted(phrase.before)} ${quoted(phrase.after)}, 1)`
    default:
      return assertNever(phrase)
  }
}

function quoted(tokens: readonly string[]): string {
  return `"${tokens.join(' ').replaceAll('"', '""')}"`
}

/** The same for the index of subjects, which has no tags. */
export function subjectMatch(conditions: readonly SearchCondition[]): string {
  const words = (isExcluded: boolean) =>
    conditions.flatMap(condition =>
      condition.kind === 'words' && condition.isExcluded === isExcluded
        ? [`(${condition.anyOf.map(phraseOf).join(' OR ')})`]
        : [],
    )
  return words(true).reduce((query, not) => `(${query}) NOT ${not}`, `(${words(false).join(' AND ')})`)
}
