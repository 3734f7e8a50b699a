import { isCommonWord } from '#domain/text/commonWords.ts'
import { sentences } from '#domain/text/sentences.ts'
import { runs } from '#domain/text/words.ts'
import { anywhere, fold, words } from './wordings/fold.ts'

/** One more than is answered at once, so that it shows when there are too many. */
const MOST_PARTS = 4
const asks = [
  words(
    '(?:what|where|when|why|who|which|how|whose|do|does|did|is|are|can|could|will|would|should|may|has|have) (?:\\S+).*',
    '(?:i )?(?:want|need|would like|am looking|wish|require)(?: to| for)? \\S+.*|(?:please|kindly|tell me|let me know|send me|give me) \\S+.*',
    '(?:que|cual|cuales|cuando|donde|como|cuanto|cuanta|cuantos|quien|por que|puedo|pueden|tienen|hay|quiero|necesito|quisiera) \\S+.*',
    "(?:que|quel|quelle|quels|quand|ou|comment|combien|pourquoi|qui|est-ce|puis-je|peut-on|pouvez|avez|faites|y a-t-il|je (?:veux|voudrais|souhaite)|j'aimerais) \\S+.*",
    '(?:was|wo|wann|wie|wer|warum|welche[rsnm]?|wieviel|kann|konnen|gibt|haben|ist|sind|darf|ich (?:mochte|brauche|will|suche)) \\S+.*',
  ),
]
const asksUnspaced = anywhere(
  '([一-龥])[不没]\\1|吗|呢|怎么|咋|啥|怎样|如何|多[少久长大]|几[天个号点时年月次]|哪|什么|谁|能不能|可不可以|能否|是否|有没有|是不是|我想|我要|帮我|(?:么|不|没)[?？。!！]*$|か$|ですか|ますか|たいです|ください|هل|كيف|متي|اين|كم|لماذا|ماذا|ما هو|ما هي|من اين',
)
// "and how long", "另外": a second question inside one sentence. The comma before a Latin question word is needed.
const joints =
  /[;；]|(?:[,，]\s+|(?<![\s,，])\s+)(?:and also|also|and|plus|y|et|und|ou|sowie)\s+(?=(?:what|where|when|why|who|which|how|do|does|is|are|can|could|will|would|cu[aá]l|cu[aá]ndo|d[oó]nde|c[oó]mo|cu[aá]nto|quand|comment|combien|wann|wie|wo|was|welche|kann|gibt)(?![\p{L}]))|(?:,|，)\s*(?=(?:what|where|when|how|do you|can i|is there|另外|还有|还想|以及|同时|另|それと|あと))|(?=另外|还有(?!货|吗|没)|還有(?!貨|嗎))/giu

/** The questions and requests of a message, in order and at most four; statements around them are left out. */
export function questionsIn(text: string): string[] {
  return piecesIn(text)
    .flatMap(piece => (piece.isQuestion ? piece.text : []))
    .slice(0, MOST_PARTS)
}

/** What can be said or asked by itself, in order. */
export interface Piece {
  text: string
  /** A question or a request. */
  isQuestion: boolean
}

/** All of a message: its questions, and what is said around them. */
export function piecesIn(text: string): Piece[] {
  return sentences(text)
    .flatMap(sentence => sentence.text.split(joints))
    .flatMap(splitAtCommas)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
    .map(piece => ({ text: piece, isQuestion: isQuestion(piece) }))
}

/** "Do you ship to the US, do gift cards expire": two where both sides of the comma ask; "If I order now, will it …" is one. */
function splitAtCommas(piece: string): string[] {
  const pieces = piece.split(/,\s*(?=(?:do|does|is|are|can|could|will|would|who|why|which) )/iu)
  return pieces.length > 1 && pieces.every(isQuestion) ? pieces : [piece]
}

const opening =
  /^(?:(?:另外|还有|那么|请问|您好|你好|想问一?下|问一?下|对了|顺便问一?下|还想问|然后|另|あと|すみません|ちなみに|それと|still one question|one more thing|by the way|also|and|hi|hello|hey)(?:[，,、。!！:：\s]+|(?<=[\p{Script=Han}ぁ-ん])))+/iu

/** The question without what leads up to it: "收到的杯子不太喜欢，可以退货吗？" is "可以退货吗？"; a blank is as good as a comma. */
export function coreOf(question: string): string {
  const clauses = question.split(/(?:[，,]|(?<=\p{Script=Han}) +)(?=[\p{Script=Han}ぁ-ヿ])/u)
  const asked = clauses.filter(clause => asksUnspaced.test(fold(clause)))
  const core = (asked.length > 0 && asked.length < clauses.length ? asked.join('，') : question).replace(opening, '')
  return contentWords(core).length > 0 ? core : question
}

function isQuestion(piece: string) {
  if (/[?？؟]\s*$/u.test(piece)) return contentWords(piece).length > 0 || piece.length > 8
  const folded = fold(piece)
  return asks.some(pattern => pattern.exec(folded)?.index === 0) || asksUnspaced.test(folded)
}

/** Words that say what it is about; a character of a script without spaces counts as half a word. */
export function contentWords(text: string): string[] {
  return runs(text).flatMap(run => (run.unspaced ? subjectOf(run.text) : isCommonWord(run.text) ? [] : [run.text]))
}

function subjectOf(run: string): string[] {
  const characters = Array.from(run)
  const pairs: string[] = []
  for (let index = 0; index + 1 < characters.length; index += 1) {
    const pair = `${characters[index]}${characters[index + 1]}`
    const isPlain = isCommonWord(pair) || characters.slice(index, index + 2).some(isCommonWord)
    if (!isPlain) pairs.push(pair)
  }
  return pairs
}

const marker = [
  words(
    '(?:and|or|but|so|also|then|ok(?:ay)? (?:and|but|so)|what about|how about|and what about|what if|same for|is it the same|and (?:if|for|to|in|with|the)).*',
    '(?:y|o|pero|entonces|tambien|y si|que tal|y para).*',
    "(?:et|ou|mais|donc|aussi|et si|et pour|qu'en est-il).*",
    '(?:und|oder|aber|also|auch|und wenn|und fur|wie sieht es|was ist mit).*',
  ),
  anywhere(
    '^(?:那|那么|那麼|还有|還有|如果是|要是|换成|然后|但是|可是|那个|它|这个|这|じゃあ|では|それ|それなら|なら|あと|و(?:ماذا|هل|ال|في|ل|اذا)|ماذا عن)',
  ),
]
const endsElliptic = /(?:呢|は)[?？。!！]*$/u
const pointsBack = [
  words(
    'it|its|that|this|those|these|them|they|there|one|ones|same|else|eso|esto|ella|ellos|ca|cela|celui|y|en|davon|damit|dafur|das|dies|es',
  ),
  anywhere('它|这个|那个|这款|那款|這個|那個|这种|上面|刚才|それ|これ|その|この|هذا|هذه|ذلك'),
]
const SHORT = 5
/** Characters of a script without spaces that make a sentence of its own. */
const LONG_RUN = 14

/** Cannot be understood without what was said before: "and to Germany?", "那退货呢？", "is it washable". */
export function leansOnEarlier(text: string): boolean {
  const folded = fold(text)
  if (contentWords(text).length > SHORT || runs(text).some(run => run.unspaced && run.text.length > LONG_RUN))
    return false
  return (
    marker.some(pattern => pattern.exec(folded)?.index === 0) ||
    endsElliptic.test(folded) ||
    pointsBack.some(pattern => pattern.test(folded))
  )
}

/** So short that the message before may complete it. */
export function isBrief(text: string): boolean {
  return contentWords(text).length <= SHORT - 2
}
