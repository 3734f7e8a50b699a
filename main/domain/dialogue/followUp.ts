import { contentWords, leansOnEarlier, questionsIn } from '#domain/reply/questions.ts'
import { anywhere, fold, words } from '#domain/reply/wordings/fold.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'

/** Names what the shop sells, as the contact called it; null when a text names nothing. */
export type NamesThing = (text: string) => string | null

const pronoun =
  /(?<![\p{L}\p{N}'])(?:it|them|they|this one|that one|this|that|these|those)(?![\p{L}\p{N}'])|它们?|这个|那个|这款|那款/iu
/** Chinese says "how to clean?" without the "it". */
const bare =
  /^(?:请问|那|那么)?(?:怎么|如何|怎样|咋)(?:清洗|清洁|洗|用|使用|保养|充电|安装|组装|拆|拆卸|调|调节|操作)(?:呢|啊|呀|的)?[?？。]*$/u
const about = words('(?:and |or |ok |so |then ){0,20}(?:what about|how about|and what about)|and|or')
const aboutUnspaced = anywhere('^(?:那么?|还有|换成)')
const preposition = /(?<![\p{L}\p{N}])(?:to|for|in|from|with|on|at)(?![\p{L}\p{N}])/giu
const LONGEST_NAMED = 4

/** "It" stands for something: the text says itself not what. */
export function pointsBackOnly(text: string, namesThing: NamesThing): boolean {
  return (pronoun.test(text) || bare.test(text.trim())) && namesThing(text) === null
}

/**
 * What a follow-up asks, said in full with the words of the turns before it: "How do I clean it?" after the kettle is "How do I
 * clean the kettle?", "and to Canada?" after "How much is delivery to the US?" is "How much is delivery to Canada?". Null when
 * it is whole by itself, or nothing before completes it. `earlier`: what the contact said, the newest last.
 */
export function completed(text: string, earlier: readonly string[], namesThing: NamesThing): string | null {
  const before = earlier.filter(one => courtesyIn(one) === null)
  if (pointsBackOnly(text, namesThing)) {
    const thing = thingIn(before, namesThing)
    return thing === null ? null : withThing(text, thing)
  }
  return swappedIn(text, before, namesThing)
}

/** The same for "and the grinder?" alone: by itself it says nothing that could be understood. */
export function swappedIn(text: string, earlier: readonly string[], namesThing: NamesThing): string | null {
  const last = earlier.findLast(one => courtesyIn(one) === null)
  const rest = elliptic(text)
  return last === undefined || rest === null ? null : swapped(last, rest, namesThing)
}

/** The thing that was spoken of last. */
export function thingIn(earlier: readonly string[], namesThing: NamesThing): string | null {
  for (const text of earlier.toReversed()) {
    const thing = namesThing(text)
    if (thing !== null) return thing
  }
  return null
}

/** The question of before, now that it is clear what it is about. */
export function withThing(text: string, thing: string): string {
  if (!pronoun.test(text)) return `${thing}${text}`
  const isLatin = /\p{Script=Latin}/u.test(thing)
  return text.replace(pronoun, () => (isLatin ? `the ${thing}` : thing))
}

/** "And to Canada?", "what about the grinder": only the part that is other than before. */
function elliptic(text: string): string | null {
  const folded = fold(text)
  const match = about.exec(folded)
  const isMarked = match?.index === 0 || aboutUnspaced.test(folded)
  if (!isMarked || !leansOnEarlier(text)) return null
  const rest = text
    .replace(/^(?:and |or |ok |so |then ){0,20}(?:what about|how about)?\s*|^(?:那么?|还有|换成)/iu, '')
    .replace(/[?？!.。\s]*(?:呢|吗)?[?？!.。\s]*$/u, '')
    .replace(/^and\s+/iu, '')
    .trim()
  const isPhrase = rest !== '' && contentWords(rest).length <= LONGEST_NAMED && questionsIn(rest).length === 0
  return isPhrase ? rest : null
}

/** The same question with another thing, or another place, person or time. */
function swapped(question: string, rest: string, namesThing: NamesThing): string | null {
  const [before, now] = [namesThing(question), namesThing(rest)]
  if (before !== null && now !== null) return question.replace(before, () => now)
  const [own] = rest.match(preposition) ?? []
  const places = [...question.matchAll(preposition)]
  const place =
    own === undefined ? places.at(-1) : places.findLast(([word]) => word.toLowerCase() === own.toLowerCase())
  if (place === undefined) return null
  const head = question.slice(0, place.index)
  return own === undefined ? `${head}${place[0]} ${rest}?` : `${head}${rest}?`
}
