import type { SearchProblem } from '#contract/search.ts'
import { searchDay } from './days.ts'
import { searchTokens } from './tokens.ts'

/** A word or, in quotes, several in a row. Never without a token. */
export interface SearchTerm {
  /** As it was typed, without quotes. */
  readonly typed: string
  readonly tokens: readonly string[]
  /** In quotes: just so, not as the beginning of a longer word. */
  readonly isExact: boolean
  readonly isExcluded: boolean
}

export const searchThings = ['attachment', 'picture', 'voice'] as const
export type SearchThing = (typeof searchThings)[number]

/** `value` as it was typed; who knows channels, labels and contacts looks it up. */
export interface NamedFilter {
  readonly kind: 'from' | 'channel' | 'label'
  readonly part: string
  readonly value: string
  readonly isExcluded: boolean
}

export interface SearchQuery {
  readonly terms: readonly SearchTerm[]
  readonly named: readonly NamedFilter[]
  readonly has: readonly { thing: SearchThing; isExcluded: boolean }[]
  /** Times on the shop's clock: `after` includes its day, `before` does not. */
  readonly after: Date | null
  readonly before: Date | null
  readonly problems: readonly SearchProblem[]
}

type FilterName = NamedFilter['kind'] | 'before' | 'after' | 'has'

const names: Readonly<Record<string, FilterName>> = {
  from: 'from',
  来自: 'from',
  發件人: 'from',
  发件人: 'from',
  來自: 'from',
  channel: 'channel',
  渠道: 'channel',
  label: 'label',
  标签: 'label',
  標籤: 'label',
  before: 'before',
  早于: 'before',
  早於: 'before',
  after: 'after',
  since: 'after',
  晚于: 'after',
  晚於: 'after',
  has: 'has',
  有: 'has',
  包含: 'has',
}

const things: Readonly<Record<string, SearchThing>> = {
  attachment: 'attachment',
  attachments: 'attachment',
  file: 'attachment',
  files: 'attachment',
  附件: 'attachment',
  文件: 'attachment',
  picture: 'picture',
  pictures: 'picture',
  image: 'picture',
  photo: 'picture',
  图片: 'picture',
  圖片: 'picture',
  照片: 'picture',
  voice: 'voice',
  audio: 'voice',
  语音: 'voice',
  語音: 'voice',
}

// A filter that is still being typed; or a minus, a name and a colon, and what stands in quotes or up to the next blank; a date may be two words.
const part =
  /(?<empty>[\p{L}]{1,20}[:：])(?=\s|$)|(?<minus>-)?(?:(?<name>[\p{L}]{1,20})[:：])?(?:["“”「『](?<quoted>[^"“”」』]{0,400})(?:["“”」』]|$)|(?<plain>[^\s"“”「『]{1,400}))/gu
const secondWord = /^\s+(?:week|month|year)\b/iu
const firstWord = /^(?:last|this)$/iu

/** What the owner typed. Anything that is no filter of ours is searched for as it stands. */
export function parseSearch(text: string, shopNow: Date): SearchQuery {
  const terms: SearchTerm[] = []
  const named: NamedFilter[] = []
  const has: { thing: SearchThing; isExcluded: boolean }[] = []
  const problems: SearchProblem[] = []
  const limits: { after: Date | null; before: Date | null } = { after: null, before: null }

  const reading = new RegExp(part)
  for (let found = reading.exec(text); found; found = reading.exec(text)) {
    const { minus, name, quoted, plain = '', empty } = found.groups ?? {}
    const filter = name === undefined ? undefined : names[name.toLowerCase()]
    const isExcluded = minus !== undefined
    if (empty !== undefined && names[empty.slice(0, -1).toLowerCase()]) continue
    if (!filter) {
      // `10:30` or `http://…`: the colon stands in a word.
      const typed = quoted ?? empty ?? (name === undefined ? plain : `${name}:${plain}`)
      if (quoted !== undefined && name !== undefined) addTerm(terms, name, false, isExcluded)
      addTerm(terms, typed, quoted !== undefined, isExcluded)
      continue
    }
    let value = (quoted ?? plain).trim()
    if ((filter === 'before' || filter === 'after') && firstWord.test(value)) {
      const second = secondWord.exec(text.slice(reading.lastIndex))
      if (second) {
        value += second[0]
        reading.lastIndex += second[0].length
      }
    }
    const whole = text.slice(found.index, reading.lastIndex).trim()
    switch (filter) {
      case 'from':
      case 'channel':
      case 'label':
        if (value !== '') named.push({ kind: filter, part: whole, value, isExcluded })
        break
      case 'has': {
        const thing = things[value.toLowerCase()]
        if (thing) has.push({ thing, isExcluded })
        else if (value !== '') problems.push({ part: whole, reason: 'unknown-has' })
        break
      }
      case 'before':
      case 'after': {
        const day = isExcluded ? null : searchDay(value, shopNow)
        if (!day) problems.push({ part: whole, reason: 'bad-date' })
        else if (filter === 'after') limits.after = limits.after && limits.after > day ? limits.after : day
        else limits.before = limits.before && limits.before < day ? limits.before : day
        break
      }
    }
  }
  return { terms, named, has, ...limits, problems }
}

/** A word of several tokens (`HP-20611`, 退款) is a row of them. */
function addTerm(terms: SearchTerm[], typed: string, isExact: boolean, isExcluded: boolean) {
  const tokens = searchTokens(typed).map(token => token.text)
  if (tokens.length > 0) terms.push({ typed, tokens, isExact, isExcluded })
}
