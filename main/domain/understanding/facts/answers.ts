import { claim, type Claims } from './spans.ts'

const SURE_YES =
  "yes|yeah|yep|yup|yes please|affirmative|i confirm|confirmed|please do|go ahead|that's (?:right|correct)|that is (?:right|correct)|of course|oui|bien sur|c'est ca|exactement|ja|jawohl|genau|stimmt|si(?=$|[,.!]| por favor| claro| gracias)|claro(?: que si)?|por supuesto|نعم|ايوه|ايوا|اجل|بالتاكيد|موافق"
const SURE_NO =
  'no(?! (?:problem|worries|idea|longer|one|response|reply|answer|refund|update|news|tracking|delivery|order|email|success))|nope|nah|not really|no,? thanks?|no,? thank you|incorrect|wrong|non(?! plus)|nein|nee|لا|كلا'
const CJK_YES =
  '是的|对的|對的|对呀|对啊|没错|沒錯|正确|确认|確認(?=$|[，。,.！!])|要的|同意|可以的|はい|ええ|そうです|お願いします|合っています'
const CJK_NO =
  '不是|不对|不對|不用|不要|不需要|不行|不可以|不了|没有(?=$|[，。,.！!])|いいえ|いや(?=$|[、。])|違います|ちがいます|結構です|要りません|いりません'
const LOOSE_YES =
  "ok(?:ay|ey)?|k|sure|fine|correct|right|exactly|perfect|sounds good|do it|please|vale|de acuerdo|perfecto|d'accord|gerne|einverstanden|in ordnung|bitte|تمام|طيب"
const CJK_LOOSE_YES = '好的?|好吧|行|可以|嗯+|恩|对|對|是|要|能|うん|大丈夫です|了解(?:です)?|いいです|それで'
const CJK_LOOSE_NO = '不|否|没|別|别|だめ|やめ'

const END = '(?=$|[\\s,.!?;:，。！、；：)~-])'
const start = (latin: string, unspaced: string) => new RegExp(`^[\\s,.!¡]*(?:(?:${latin})${END}|(?:${unspaced}))`, 'u')
const sureYes = start(SURE_YES, CJK_YES)
const sureNo = start(SURE_NO, CJK_NO)
const looseYes = start(`${SURE_YES}|${LOOSE_YES}`, `${CJK_YES}|${CJK_LOOSE_YES}`)
const looseNo = start(SURE_NO, `${CJK_NO}|${CJK_LOOSE_NO}`)
const BARE_LENGTH = 14

/** Yes or no. While a question waits for it, weaker words ("ok", "好") count too. */
export function readConfirmation(claims: Claims, isAsked: boolean): void {
  const no = (isAsked ? looseNo : sureNo).exec(claims.flat)
  const yes =
    no === null ? (isAsked || claims.flat.trim().length <= BARE_LENGTH ? looseYes : sureYes).exec(claims.flat) : null
  const match = no ?? yes
  if (match === null) return
  const [words] = match
  const from = words.length - words.trimStart().length
  claim(claims, 'confirmation', { start: from, end: words.length }, no === null ? 'yes' : 'no')
}

const ordinals: readonly (readonly [value: string, pattern: RegExp])[] = [
  ['1', /(?<!\p{L})(?:the )?first(?: (?:one|option))?(?!\p{L})|第一[个個种項项]?|(?:el|la) primer[oa]|(?:le|la) premiere?|(?:das|die|der) erste|一番目|最初の?|1つ目|الاول/u],
  ['2', /(?<!\p{L})(?:the )?second(?: (?:one|option))?(?!\p{L})|第二[个個种項项]?|(?:el|la) segund[oa]|(?:le|la) (?:deuxieme|second)|(?:das|die|der) zweite|二番目|2つ目|الثاني/u],
  ['3', /(?<!\p{L})(?:the )?third(?: (?:one|option))?(?!\p{L})|第三[个個种項项]?|(?:el|la) tercer[oa]|(?:le|la) troisieme|(?:das|die|der) dritte|三番目|3つ目|الثالث/u],
  ['last', /(?<!\p{L})the last(?: (?:one|option))?(?!\p{L})|最后一?[个個种]|(?:el|la) ultim[oa]|(?:le|la) derniere?|(?:das|die|der) letzte|最後の?/u],
] // prettier-ignore
const optionNumber =
  /^\s*(?:(?:option|number|no\.?|nr\.?|opcion|选项|选|選|答案|第)\s*)?#?\(?([1-9]|[a-e])(?:\)|\.|个|個|番|番目)?[\s.!。]*$/u
const namedOption = /(?<!\p{L})(?:option|opcion|choice|选项|方案|オプション)\s*([1-9]|[a-e])(?![\p{Script=Latin}\d])/u
const ways: readonly (readonly [value: string, pattern: RegExp])[] = [
  ['refund', /(?<!\p{L})(?:refund|money back|reembolso|devolucion del dinero|remboursement|ruckerstattung|erstattung|geld zuruck)(?!\p{L})|退款|退钱|返金|استرداد/u],
  ['exchange', /(?<!\p{L})(?:exchange|swap|cambio|echange|umtausch)(?!\p{L})|换货|換貨|换一个|換一個|交換|استبدال/u],
  ['replacement', /(?<!\p{L})(?:replacement|new one|reemplazo|remplacement|ersatz)(?!\p{L})|补发|重发|換新|换新|再送|代替品/u],
  ['repair', /(?<!\p{L})(?:repair(?:ed)?|fix(?:ed)?|reparacion|reparation|reparatur)(?!\p{L})|维修|修理|修一下|اصلاح/u],
  ['voucher', /(?<!\p{L})(?:voucher|store credit|coupon|vale|bon d'achat|gutschein)(?!\p{L})|代金券|优惠券|クーポン|قسيمه/u],
] // prettier-ignore
const preferring =
  /(?:rather|prefer|would like|want|choose|take|go (?:for|with)|prefiero|quiero|je (?:prefere|veux|choisis)|lieber|nehme|mochte)(?!\p{L})|我选|选择|我要|想要|にします|を希望|がいい|اختار|افضل|اريد/u

/** Which of several offers: `1` to `9`, a letter, `last`, or the name of a way such as `refund`. */
export function readChoice(claims: Claims, isAsked: boolean): void {
  const number = (isAsked ? optionNumber : namedOption).exec(claims.flat) ?? namedOption.exec(claims.flat)
  const value = number?.[1]
  if (number !== null && value !== undefined) {
    claim(claims, 'choice', { start: number.index, end: number.index + number[0].length }, value)
    return
  }
  const lists = isAsked ? [...ordinals, ...ways] : preferring.test(claims.flat) ? ways : []
  for (const [name, pattern] of lists) {
    const match = pattern.exec(claims.flat)
    if (match === null) continue
    claim(claims, 'choice', { start: match.index, end: match.index + match[0].length }, name)
    return
  }
}
