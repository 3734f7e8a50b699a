import type { Fact, FactName } from '#contract/understanding.ts'
import { contentWords, questionsIn } from '#domain/reply/questions.ts'
import { runs } from '#domain/text/words.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'
import { arrivedBroken } from './arrivedBroken.ts'
import type { Choice } from './playbook.ts'
import type { PlaybookTurn } from './outcome.ts'

const yes = [
  words(
    "yes|yep|yeah|yup|y|sure|ok(?:ay)?|of course|please do|go ahead|correct|right|exactly|sounds good|that works|i (?:do|would|agree)|gladly|absolutely|i'd like that|that would be (?:great|nice|fine|good)",
    'si|claro|vale|de acuerdo|por supuesto|correcto|exacto',
    "oui|ouais|bien sur|d'accord|volontiers|exact(?:ement)?|avec plaisir",
    'ja|jawohl|gern(?:e)?|genau|klar|einverstanden|richtig|in ordnung',
  ),
  anywhere('^(?:是|对|對|好|行|可以|嗯|要|愿意|願意|同意|没问题|没错|はい|ええ|お願い|نعم|اجل|موافق|تمام)'),
]
const no = [
  words(
    "no|nope|nah|n|not (?:really|now|interested|that)|don't|dont|do not|rather not|never mind|i'd rather|incorrect|wrong",
    'para nada|tampoco|no gracias|prefiero',
    'non|pas (?:vraiment|du tout)|je prefere',
    'nein|ne|nicht|lieber',
  ),
  anywhere('^(?:不|否|没有|沒有|别|算了|いいえ|いえ|結構|لا )|不(?:要|用|行|想|需要|愿意|可以|是|对)|لا اريد'),
]

/** "Yes" or "no" in whatever words; null when it is neither, or both. */
export function confirmationIn(text: string): 'yes' | 'no' | null {
  const folded = fold(text)
  const [says, denies] = [matchesAny(folded, yes), matchesAny(folded, no)]
  if (denies) return says && !/^(?:no|nope|nein|non|不|否)/u.test(folded) ? null : 'no'
  return says ? 'yes' : null
}

/** The one choice whose words the text holds; null when none or several do. */
export function choiceIn(text: string, choices: readonly Choice[]): string | null {
  const folded = fold(text)
  const meant = choices.filter(({ words: own }) => own.some(word => holdsWord(folded, fold(word))))
  return meant.length === 1 ? (meant[0]?.id ?? null) : null
}

/** Whole words where blanks stand between them; anywhere in scripts that have none. */
function holdsWord(text: string, word: string): boolean {
  if (word === '') return false
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = at === 0 ? ' ' : text.slice(at - 1, at)
    const after = text.slice(at + word.length, at + word.length + 1)
    if (!isSpelled(word) || (!isSpelled(before) && !isSpelled(after))) return true
  }
  return false
}

function isSpelled(text: string): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]/u.test(text)
}

/** A number or code as it stands in a short answer to the question for it. */
const codeLike = /(?<![\p{L}\p{N}])[#＃]?(?=[\p{L}\p{N}-]{0,60}\d{2})[A-Za-z\p{N}][A-Za-z\p{N}-]{2,31}(?![\p{L}\p{N}])/u
const codes: ReadonlySet<FactName> = new Set<FactName>([
  'order-number',
  'serial-number',
  'tracking-number',
  'coupon-code',
])
const ownWords: ReadonlySet<FactName> = new Set<FactName>([
  'symptom',
  'product',
  'wanted-item',
  'address',
  'name',
  'postcode',
])
const longestKept = 500

/** What an answer to a question for this fact says, where the reading found nothing by itself. */
export function answerTo(name: FactName, { text, reading }: PlaybookTurn): Fact | null {
  const read = reading.facts.find(fact => fact.name === name)
  if (read !== undefined) return read
  const said = text.trim()
  const fact = (value: string, quote = value): Fact => ({ name, value, quote, source: 'message' })
  if (codes.has(name)) {
    const [code] = codeLike.exec(said) ?? []
    return code === undefined ? null : fact(code)
  }
  if (!ownWords.has(name)) return null
  return tellsSomething(said) ? fact(said.slice(0, longestKept)) : null
}

/** "I don't know" and "??" are words, but no answer. */
function tellsSomething(text: string): boolean {
  return contentWords(text).length > 0 && !matchesAny(fold(text), evasive)
}

const evasive = [
  words(
    "(?:i )?(?:do not|don't|dont) (?:know|remember|have (?:it|one|that))|no idea|not sure|no clue|dunno|what do you mean|whatever|lost it",
    'no (?:lo )?se|ni idea|no recuerdo',
    'je ne sais pas|aucune idee|sais pas',
    'keine ahnung|weiss (?:ich )?nicht|ich weiss es nicht',
  ),
  anywhere('不知道|不清楚|不记得|忘了|忘记|随便|什么意思|わかりません|分かりません|知らない|لا اعرف|لا اعلم'),
]

const SHORTEST_REASON = 3

/** "It is too small": a statement that says something, and asks nothing. */
export function givesReason(text: string): boolean {
  const said = runs(text)
  const length = said.reduce((sum, run) => sum + (run.unspaced ? Array.from(run.text).length : 1), 0)
  const isQuestion = /[?？؟]|吗|么$/u.test(text)
  return length >= SHORTEST_REASON && !isQuestion && questionsIn(text).length === 0 && tellsSomething(text)
}

const SURE = 0.5
/** Beside the thing itself: "the lamp is broken" says no more than that something is. */
const TELLING_WORDS = 2
const onlyBroken = [
  words(
    "broken?|breaks|damaged|defect(?:ive)?|faulty|(?:does not|doesn't|doesnt|not|stopped) work(?:s|ing)?|problems?|issues?|fault|help",
    'rot[oa]|averiad[oa]|no funciona|problema',
    'casse[e]?|en panne|ne (?:fonctionne|marche) (?:pas|plus)|probleme',
    'kaputt|defekt|geht nicht|funktioniert nicht|problem',
  ),
  anywhere('坏了|坏掉了?|不能用了?|用不了了?|有问题|出问题了?|出?故障了?|怎么办|壊れ(?:た|ました)|故障|معطل|مكسور'),
].map(({ source }) => new RegExp(source, 'gu'))

/** "磨豆机坏了": in a script without spaces the name of a thing looks like words that tell something. */
const bareUnspaced =
  /^(?:您好|你好)?[，,!！。 ]*(?:我(?:们)?(?:买|收到)?的?|这个?|那个?|你们?的?)?\p{Script=Han}{1,8}?(?:已经|又|好像|突然)?(?:坏了|坏掉了?|不能用了?|用不了了?|有问题|出问题了?|有?故障了?)(?:怎么办|咋办|啊|呢|吗|了)?[。.!！?？ ]*$/u

/** Says what is wrong, not only that something is. */
export function tellsFault(said: string, product: string): boolean {
  if (bareUnspaced.test(fold(said))) return false
  const rest = onlyBroken.reduce((text, pattern) => text.replace(pattern, ' '), fold(said))
  const names = new Set(contentWords(product))
  return contentWords(rest).filter(word => !names.has(word)).length >= TELLING_WORDS
}

/** The fault as the contact told it before anybody asked: the whole message, when a fault is what it is about. */
export function symptomIn({ text, reading }: PlaybookTurn): Fact | null {
  const isFault = reading.intents.some(({ id, score }) => id === 'product-fault' && score >= SURE)
  const value = text.trim().slice(0, longestKept)
  return isFault || arrivedBroken(text) ? { name: 'symptom', value, quote: value, source: 'message' } : null
}

/** "It is broken" does not say what is wrong; as an answer to that very question it has to do. */
export function withoutVague(facts: readonly Fact[], { text, state }: PlaybookTurn): Fact[] {
  if (state.asking?.kind === 'fact' && state.asking.name === 'symptom') return [...facts]
  const product = facts.find(({ name }) => name === 'product')?.value ?? ''
  return facts.filter(({ name, value }) => name !== 'symptom' || !text.includes(value) || tellsFault(value, product))
}
