import { sentences, type Sentence } from '#domain/text/sentences.ts'
import { terms } from '#domain/text/words.ts'
import { words, anywhere, fold } from './wordings/fold.ts'

/** Longer answers are cut to the sentences that matter for the question. */
export const WHOLE_ANSWER = 600

// A sentence that starts like this limits or explains the one before it: one is not true without the other.
const leaning = [
  words(
    'however|but|except|unless|although|though|otherwise|only|provided|if|in that case|instead|also|this|these|that|those|it|they|he|she|such|then|therefore|so|note|please note|exceptions?|not|and|or|after that|afterwards',
    'pero|sin embargo|excepto|salvo|aunque|solo|si|en ese caso|esto|esta|estos|eso|ademas|y|o|no obstante',
    'mais|cependant|toutefois|sauf|excepte|bien que|uniquement|seulement|si|dans ce cas|ceci|cela|ce|cette|ces|il|elle|ils|elles|et|ou',
    'aber|jedoch|allerdings|ausser|ausgenommen|es sei denn|obwohl|nur|falls|wenn|sofern|in diesem fall|dies|diese|dieser|das|es|er|sie|ausserdem|und|oder|sonst|ansonsten',
  ),
  anywhere(
    '(?:但|不过|不過|除非|除了|除外|然而|否则|否則|如果|若|如|只有|仅|僅|注意|另外|其中|此|这|這|该|該|它|并且|同时|同時|此时|届时)',
    '(?:ただし|但し|しかし|ですが|なお|また|その|この|これ|それ|もし|ただ|例外|除き)',
    '(?:ولكن|لكن|الا|باستثناء|ما عدا|غير ان|اذا|فقط|هذا|هذه|وهذا|كما)',
  ),
].map(pattern => new RegExp(`^(?:[-*•·\\d.)( ]*)(?:${pattern.source})`, 'u'))
const limiting = [
  words(
    'except|unless|excluding|only|not|never|no longer|cannot|provided that|at least|at most|up to',
    'excepto|salvo|solo|no|nunca|siempre que|al menos',
    'sauf|excepte|uniquement|pas|jamais|a condition|au moins',
    'ausser|ausgenommen|nur|nicht|kein|keine|nie|sofern|mindestens|hochstens',
  ),
  anywhere(
    '除非|除外|除了|不包括|不含|仅限|僅限|仅|只|不能|不可|不支持|不接受|至少|最多|ただし|除く|のみ|できません|ません|الا|باستثناء|فقط|لا ',
  ),
]
const LIST_ITEM = /^(?:[-*•·–]|\d{1,2}[.)、])\s*/u

/**
 * The stretches of an answer that go into a reply, in their order and word for word: all of it when it is short, else the
 * sentences nearest to the question together with what limits them. Null when nothing fits within `limit`.
 */
export function excerpt(answer: string, question: string, limit: number): Sentence[] | null {
  const all = sentences(answer)
  if (all.length === 0) return null
  if (answer.trim().length <= Math.min(WHOLE_ANSWER, limit)) return all
  const groups = belongTogether(all)
  const wanted = new Set(terms(question))
  const rated = groups.map((group, index) => ({ group, index, rate: rate(group, wanted) }))
  const byRate = rated.toSorted((a, b) => b.rate - a.rate || a.index - b.index)
  const room = Math.min(WHOLE_ANSWER, limit)
  const chosen: typeof rated = []
  let used = 0
  for (const candidate of byRate) {
    const length = lengthOf(candidate.group)
    const isFirst = chosen.length === 0
    if (used + length > (isFirst ? limit : room)) continue
    if (!isFirst && candidate.rate === 0) break
    chosen.push(candidate)
    used += length
    if (isFirst && candidate.rate === 0) break
  }
  // The best one itself does not fit: a lesser one in its place would answer another question.
  if (chosen[0] === undefined || chosen[0] !== byRate[0]) return null
  return chosen.toSorted((a, b) => a.index - b.index).flatMap(({ group }) => group)
}

function belongTogether(all: readonly Sentence[]): Sentence[][] {
  const groups: Sentence[][] = []
  for (const sentence of all) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group !== undefined && before !== undefined && isTied(before, sentence)) group.push(sentence)
    else groups.push([sentence])
  }
  return groups
}

function isTied(before: Sentence, sentence: Sentence): boolean {
  const text = fold(sentence.text)
  return (
    /[:：]$/u.test(before.text) ||
    (LIST_ITEM.test(sentence.text) && LIST_ITEM.test(before.text)) ||
    leaning.some(pattern => pattern.test(text)) ||
    limiting.some(pattern => pattern.test(text))
  )
}

function rate(group: readonly Sentence[], wanted: ReadonlySet<string>): number {
  const found = new Set(group.flatMap(sentence => terms(sentence.text)))
  return [...wanted].filter(term => found.has(term)).length
}

function lengthOf(group: readonly Sentence[]): number {
  const first = group[0]
  const last = group.at(-1)
  return first === undefined || last === undefined ? 0 : last.end - first.start
}
