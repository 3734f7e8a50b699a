import { contentWords } from '#domain/reply/questions.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'
import { textIn, type Playbook, type Texts } from './playbook.ts'

const CHANGE = '(?:取消|退货|退款|退换|退|换货|换|改地址|改|修|弄|办|申请|查|要)'
const thing = '(?:it|them|this|that|these|those|(?:the|my) (?:(?!but |and )\\S+ )?(?!but|and)\\S+)'
/** Says in so many words that what was wanted is not wanted any more. */
const takenBack = [
  words(
    `(?:i|we)(?: have|'ve)? changed (?:my|our) mind|(?:i|we)(?:'ll| will| would|'d|'m going to| am going to| want to| think i'll)? (?:just |rather )?keep(?:ing)? ${thing}|keeping ${thing}|(?:let me|i(?:'ll| will| need to| want to| have to|'d like to)) think (?:about it|it over|again|first)|(?:no longer|(?:do not|don't|dont) (?:need|want|have) to) (?:return|exchange|cancel|change) ${thing}|(?:please )?(?:do not|don't|dont) (?:cancel|change|return|exchange|send) (?:${thing}|anything)(?: (?:after all|any ?more))?|on second thoughts?`,
    'me (?:lo|la|los|las) quedo|lo pensare',
    'je (?:le|la|les) garde|je vais y reflechir',
    'ich behalte (?:es|sie|ihn)|ich uberlege es mir',
  ),
  anywhere(
    `(?:^|[，,。！!\\s]|还是|那就?|我|就|先|算了)(?:不|先不|暂时不|不想|不打算|不用)${CHANGE}(?:货|款|地址|订单|单|它|了|啦)*(?:了|啦|吧)(?:[，,。！!～~\\s]|谢谢|$)`,
    '(?:我|那)?(?:还是)?(?:自己)?留(?:着|下)(?:吧|用|了|它)|(?:我)?(?:再|先)(?:想想|想一想|考虑(?:一下|考虑)?)',
  ),
]
/** A word against what is under way, unless that is a cancellation itself. */
const stopped = [
  words(
    '(?:cancel|stop|drop|scrap|withdraw) (?:it|this|that|the (?:return|exchange|request|refund|change)|my (?:return|request))',
  ),
]
/** The same with less: an answer to "what is the order number?", but a mere no to "would you like to exchange it?". */
const waved = [
  words(
    'never ?mind|forget (?:it|that|about it|about that)|leave it|no need(?: any ?more)?',
    'olvidelo|olvidalo|dejelo',
    'laissez tomber|oubliez',
    'vergessen sie es|schon gut',
  ),
  anywhere(
    '^(?:那|还是|哦|嗯|额|呃)*(?:算了|当我没说|没事了?|不用了|不麻烦了?)(?:吧|啊|啦)*[，,。！!～~\\s]*(?:谢谢.{0,3})?$',
  ),
]
const LONGEST = 60
const LONGEST_REST = 4
const another = anywhere('[?？]|吗|怎么|多少|什么|(?<!想|一)想(?!想|一想)|直接|但|帮我|给我')
/** Something is still wanted: then nothing is called off. */
const wished = words(
  'return(?:ing)?|send(?:ing)? (?:it |them )?back|refund|exchange|swap|replace(?:ment)?|repair|instead|money back|cancel (?:the|my|this|that) order|but|however',
)

/** The contact lets it be: nothing is asked any more. `isYesNo`: a plain no would answer what was asked. */
export function callsOff(text: string, isYesNo: boolean, { starts }: Pick<Playbook, 'starts'>): boolean {
  const folded = fold(text)
  if (folded.length > LONGEST || another.test(folded.replace(/不想/gu, ''))) return false
  const isCancelling = starts.intents.includes('cancel-order')
  const patterns = [...takenBack, ...(isCancelling ? [] : stopped), ...(isYesNo ? [] : waved)]
  const rest = [...patterns, ...waved].reduce((left, pattern) => left.replace(pattern, ' '), folded)
  const isMore = wished.test(rest) || contentWords(rest).length > LONGEST_REST
  return !isMore && matchesAny(folded, patterns)
}

const letBe: Texts = {
  en: 'All right, we leave everything as it is. Just write when there is anything else.',
  zh: '好的，那就不处理了，一切保持原样。有需要随时再找我们。',
  es: 'De acuerdo, lo dejamos todo como está. Escríbanos cuando necesite algo más.',
  fr: 'Très bien, nous laissons tout en l’état. Écrivez-nous si vous avez besoin d’autre chose.',
  de: 'Gut, wir lassen alles, wie es ist. Schreiben Sie einfach, wenn noch etwas ist.',
  ja: '承知いたしました。そのままにしておきます。また何かございましたらお知らせください。',
  ar: 'حسنًا، سنترك كل شيء كما هو. راسلنا متى احتجت إلى شيء آخر.',
}

export function leftAsItIs(language: string): string {
  return textIn(letBe, language)
}
