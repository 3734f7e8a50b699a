import type { Entry } from '#contract/knowledge.ts'
import { UNKNOWN_BELOW, isSameLanguage, type Ranked } from '#domain/reply/choose.ts'
import { contentWords } from '#domain/reply/questions.ts'
import { fold, words, anywhere } from '#domain/reply/wordings/fold.ts'
import { foldText } from '#domain/text/normalize.ts'
import { stem } from '#domain/text/words.ts'

/** Both must be likely enough that one of them is probably meant, and so alike that it cannot be told which. */
const LIKELY = UNKNOWN_BELOW + 0.1
const CLOSE = 0.15
const LONGEST_NAMED = 120

/** The two entries to ask about; null when one question would not settle it. */
export function closeCandidates(
  ranked: readonly Ranked[],
  confidenceOf: (entry: Entry) => number,
  language: string,
): readonly [Entry, Entry] | null {
  const [best, next] = ranked
  if (best === undefined || next === undefined) return null
  const both = [best.entry, next.entry] as const
  const [first, second] = both.map(confidenceOf)
  const isLikely = (first ?? 0) >= LIKELY && (second ?? 0) >= LIKELY && (first ?? 0) - (second ?? 0) <= CLOSE
  const canBeNamed = both.every(
    ({ question, language: own }) => question.length <= LONGEST_NAMED && isSameLanguage(own, language),
  )
  const differ = foldText(best.entry.question) !== foldText(next.entry.question)
  return isLikely && canBeNamed && differ && best.entry.answer !== next.entry.answer ? both : null
}

const ordinals: readonly (readonly RegExp[])[] = [
  [
    words(
      'first|first one|the former|former|number one|option (?:1|one|a)|1|1st',
      'primer[oa]?|uno',
      'premi(?:er|ere)',
      'erste[rsn]?|eins',
    ),
    anywhere('^a[.)]?$|第一|第1|前者|前一个|前面|一つ目|1つ目|最初|الاول'),
  ],
  [
    words(
      'second|second one|the latter|latter|number two|option (?:2|two|b)|2|2nd|other one',
      'segund[oa]|dos',
      'deuxieme|second|deux',
      'zweite[rsn]?|zwei',
    ),
    anywhere('^b[.)]?$|第二|第2|后者|後者|后一个|后面|二つ目|2つ目|الثاني'),
  ],
]
const places: readonly RegExp[] = [
  ['first|1|1st|one|primer[oa]?|premiere?|erste[rsn]?', '一1'],
  ['second|2|2nd|two|segund[oa]|deuxieme|zweite[rsn]?', '二2'],
  ['third|3|3rd|three|tercer[oa]?|troisieme|dritte[rsn]?', '三3'],
  ['fourth|4|4th|four|cuart[oa]|quatrieme|vierte[rsn]?', '四4'],
].map(
  ([spaced = '', unspaced = '']) =>
    new RegExp(
      `^(?:(?:the|it's|its|it is|i mean|this is|that's|about|order|number|option|no|nr|el|la|le|der|die|das) ){0,20}(?:${spaced})(?: (?:one|order|please|thanks|thank you|of them|in the list|in your list))*$|^(?:是|就是|要|选)?第?[${unspaced}](?:个|個|单|笔|番目|つ目)?(?:的)?(?:订单)?(?:吧|です)?$`,
      'u',
    ),
)

/** "The second one", "2", "第二个" and nothing else: which place of a list is meant, from 0; null when none is. */
export function placeIn(text: string): number | null {
  const bare = fold(text)
    .replace(/[^\p{L}\p{N}' ]+/gu, '')
    .trim()
  const place = places.findIndex(pattern => pattern.test(bare))
  return place < 0 ? null : place
}

const BRIEF = 5

/** Which of the offered entries a short answer to "do you mean A or B?" picks; null when it picks none. */
export function pickOf(text: string, offered: readonly Entry[]): Entry | null {
  const named = contentWords(text)
  if (named.length > BRIEF) return null
  const [words0, words1] = offered.map(vocabulary)
  if (words0 === undefined || words1 === undefined) return null
  const hits = [telling(named, words0, words1), telling(named, words1, words0)]
  if (hits[0] !== hits[1]) return offered[(hits[0] ?? 0) > (hits[1] ?? 0) ? 0 : 1] ?? null
  const folded = fold(text)
  const said = ordinals.map(patterns => patterns.some(pattern => pattern.test(folded)))
  if (said.filter(Boolean).length !== 1) return null
  return offered[said.indexOf(true)] ?? null
}

function telling(named: readonly string[], own: string, other: string): number {
  return named.filter(word => own.includes(stem(word)) && !other.includes(stem(word))).length
}

function vocabulary({ question, wordings }: Entry): string {
  return foldText([question, ...wordings].join('\n'))
}
