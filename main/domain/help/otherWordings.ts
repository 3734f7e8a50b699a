import { denies } from '#domain/dialogue/inFull.ts'
import { languageOf } from '#domain/text/language.ts'
import { normalizeText } from '#domain/text/normalize.ts'
import { runs } from '#domain/text/words.ts'
import { namesMissing } from './names.ts'
import { strayValues } from './values.ts'

const LONGEST = 160
/** What people type when they ask. */
const plain = /^[\p{L}\p{N}¿¡“"'‘(（][\p{L}\p{N}\p{M}\s.,;:!?，。；：！？、…'"“”‘’()（）%/&+€$£¥-]*$/u
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Han}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Devanagari}/u,
]
export const MOST_WORDINGS = 5

export interface Asked {
  question: string
  answer: string
  /** Wordings that the entry has. */
  known: readonly string[]
}

/** Those of the proposed that may be asked for the same: in its language, without new numbers or names, each once. */
export function soundWordings(proposed: readonly string[], { question, answer, known }: Asked): string[] {
  const sources = [question, answer, ...known]
  const said = sources.join('\n')
  const language = languageOf([question, ...known].join('\n'))
  const seen = new Set([question, ...known].map(sameKey))
  const sound: string[] = []
  for (const raw of proposed) {
    const wording = normalizeText(raw.replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, '')).trim()
    const key = sameKey(wording)
    if (key === '' || seen.has(key) || wording.length > LONGEST || wording.includes('\n')) continue
    if (!plain.test(wording) || hasOtherScript(wording, said)) continue
    const own = languageOf(wording)
    const isOther = own !== 'und' && language !== 'und' && own !== language
    if (isOther || strayValues(wording, sources).length > 0 || denies(wording) !== denies(question)) continue
    if (namesMissing(wording, said, language).length > 0) continue
    seen.add(key)
    sound.push(wording)
  }
  return sound
}

function hasOtherScript(wording: string, known: string): boolean {
  return scripts.some(script => script.test(wording) && !script.test(known))
}

/** The same for texts that differ in signs and capitals only. */
export function sameKey(text: string): string {
  return runs(text)
    .map(run => run.text)
    .join(' ')
}
