import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'
import { textIn, type Texts } from './playbook.ts'

const CHANGE = '(?:取消|退货|退款|退换|退|换货|换|改地址|改|修|弄|办|申请|查|要)'
/** Says in so many words that what was wanted is not wanted any more. */
const takenBack = [
  words(
    "(?:i (?:have |'ve )?)?changed my mind|(?:i (?:will|would)|i'll|i'd) (?:rather )?keep (?:it|them|the \\S+)|(?:please )?(?:do not|don't|dont) (?:cancel|change|return|exchange|send) (?:it|them|anything)(?: (?:after all|any ?more))?",
  ),
  anywhere(
    `(?:^|[，,。！!\\s]|还是|那就?|我|就|先)(?:不|先不|暂时不|不想|不打算|不用)${CHANGE}(?:货|款|地址|订单|单|它|了|啦)*(?:了|啦|吧)(?:[，,。！!～~\\s]|谢谢|$)`,
  ),
]
/** The same with less: an answer to "what is the order number?", but a mere no to "would you like to exchange it?". */
const waved = [
  words('never ?mind|forget (?:it|about it)|leave it|no need(?: any ?more)?'),
  anywhere(
    '^(?:那|还是|哦|嗯|额|呃)*(?:算了|当我没说|没事了?|不用了|不麻烦了?)(?:吧|啊|啦)*[，,。！!～~\\s]*(?:谢谢.{0,3})?$',
  ),
]
const LONGEST = 40
const another = anywhere('[?？]|吗|怎么|多少|什么|想|直接|但|帮我|给我')

/** The contact lets it be: nothing is asked any more. `isYesNo`: a plain no would answer what was asked. */
export function callsOff(text: string, isYesNo: boolean): boolean {
  const folded = fold(text)
  if (folded.length > LONGEST || another.test(folded.replace(/不想/gu, ''))) return false
  return matchesAny(folded, takenBack) || (!isYesNo && matchesAny(folded, waved))
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
