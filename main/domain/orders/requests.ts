import { normalizeText } from '#domain/text/normalize.ts'

/** What a message can ask to be changed about an order. All of it is the owner's to do. */
export type ChangeKind = 'cancel' | 'return' | 'exchange' | 'change-items' | 'change-address' | 'change-payment' | 'change-account-address' | 'undo' // prettier-ignore

export interface ChangeRequest {
  kind: ChangeKind
  /** The part of the message that asks for it. */
  quote: string
}

/** A new wish begins after a sentence, and where "and" or "also" is followed by a word that asks for something. */
const WISH =
  'cancel|return|exchange|modify|change|switch|swap|replace|refund|adjust|upgrade|send back|correct|update|remove|get rid'
const BOUNDARY = new RegExp(
  String.raw`(?<=\p{Script=Han})[,，]|(?:,|\band\b|\bor\b|\bthen\b|\balso\b|\bund\b|\bet\b|\by\b|并且?|然后|另外|还要?)\s*(?=(?:also |then |to |you |i |want |would |wish |like |need |lastly |finally |please |only ){0,20}(?:${WISH})\b)`,
  'giu',
)

const UNDO = /\b(?:undo|revert|reinstate|un-?cancel|take back)\b[^.]*\bcancel|恢复(?:被取消的)?订单|撤销取消/iu
const NOT_WANTED =
  /\b(?:do(?:es)? not|don'?t|never|without|not)\b(?! (?:need|have|care))[^.]{0,24}\b(?:cancel|return|exchange|change|modify)|\breturn (?:it|them|the items?) (?:later|another time)|不(?:想|要|用)(?:取消|退|换)/iu
/** What should happen only if the first wish cannot be granted is not asked for yet. */
const CONDITION = /^\W*(?:if|in case|unless|otherwise|should|wenn|falls|si|如果|要是|否则)(?![\p{L}])/iu

const CANCEL =
  /\bcancel(?:l?ing|ation)?\b(?!ed)|\bcall off\b|no longer (?:need|want)|(?:ordered|bought|purchased) (?:\S+ ){0,4}by mistake|storn|annuler|anular|cancelar|取消|不要了|キャンセル|إلغاء/iu
const RETURN =
  /\breturn(?:ing)?\b|\brefund(?:ing)? (?:me|it|them|the|my|for)|\b(?:get|want|ask for|would like) (?:a|my|the) (?:full )?(?:refund|money)|\bsend(?:ing)? (?:\S+ ){0,3}back\b|zuruckgeb|zurückgeb|zurückschick|retourner|renvoyer|devolver|退货|退款|退掉|想退|返品|إرجاع/iu
const EXCHANGE =
  /\bexchang|\bswap|\breplac|\btrade\b|\bnew pair\b|\breorder\b|umtausch|tauschen|échanger|cambiar por|换货|换成|更换|换一|交換|استبدال/iu
const CHANGE =
  /\b(?:modif|chang|switch|adjust|upgrad|correct|updat|alter)|ändern|modifier|cambiar|更改|修改|改成|改一下|改到|变更|変更|تغيير/iu
const REMOVE = /\b(?:remov|take out|drop)\w*\b/iu
const ADDRESS =
  /\baddress(?:es)?\b|\b(?:ship|send|sent|deliver)\w* (?:\S+ ){0,4}(?:to|at)\b|\bto (?:your|my|his|her|our|the|their) (?:\S+ ){0,3}(?:place|home|house|apartment)\b|adresse|dirección|地址|住所|عنوان/iu
const PAYMENT = /\bpay(?:ment)?(?: method)?\b|\bsplit the payment\b|zahlungs|支付方式|付款方式/iu
const ACCOUNT_ADDRESS = /\b(?:default|user|account|profile)(?:'s)?(?: \S+)? address|默认地址|账户地址|账号地址/iu
/** "to my default address" says where, not what. */
const AS_DESTINATION =
  /\b(?:to|into|with|using|match|as)\s+(?:(?:my|your|the|our|his|her|their)\s+)?(?:default|user|account|profile)\b(?:'s)?(?: \S+)? (?:address|\w+ one)|改(?:成|为|到)(?:我的)?默认地址/giu
const PRICE_TALK = /\b(?:refund|difference|charges?)\b/iu

/** The parts of a message with what each asks for; sentences that hang on a condition are left out. */
export function wishesOf(text: string): { part: string; requests: ChangeRequest[] }[] {
  let before: ChangeKind | null = null
  return sentencesOf(text)
    .filter(sentence => !CONDITION.test(sentence))
    .flatMap(sentence => pieces(sentence, BOUNDARY))
    .map(part => {
      const kinds = kindsOf(part, before)
      before = kinds.at(-1) ?? before
      return { part, requests: kinds.map(kind => ({ kind, quote: part })) }
    })
}

/** Everything a message asks to be changed, in its order. */
export function requestedChanges(text: string): ChangeRequest[] {
  return wishesOf(text).flatMap(({ requests }) => requests)
}

function sentencesOf(text: string): string[] {
  return pieces(normalizeText(text).replace(/\s+/g, ' '), /(?<=[!?;。！？；])|(?<=\.)(?=\s)/gu)
}

function pieces(text: string, boundary: RegExp): string[] {
  return text
    .split(boundary)
    .map(part => part.trim())
    .filter(part => /\p{L}/u.test(part))
}

function kindsOf(part: string, before: ChangeKind | null): ChangeKind[] {
  if (UNDO.test(part)) return ['undo']
  if (NOT_WANTED.test(part)) return []
  const kinds = new Set<ChangeKind>()
  if (CANCEL.test(part)) kinds.add('cancel')
  if (RETURN.test(part)) kinds.add('return')
  if (EXCHANGE.test(part)) kinds.add('exchange')
  const isChange = CHANGE.test(part)
  if (isChange || REMOVE.test(part)) for (const kind of changedThings(part)) kinds.add(kind)
  else if (before === 'change-address' && ACCOUNT_ADDRESS.test(part.replace(AS_DESTINATION, ''))) kinds.add('change-account-address')
  return [...kinds]
} // prettier-ignore

/** What of an order a wish for a change is about. */
function changedThings(part: string): ChangeKind[] {
  const things: ChangeKind[] = []
  const object = part.replace(AS_DESTINATION, ' to there ')
  const isAddress = ADDRESS.test(part)
  const isAccount = ACCOUNT_ADDRESS.test(object)
  if (isAccount) things.push('change-account-address')
  if (isAddress && (!isAccount || /\border/iu.test(object))) things.push('change-address')
  if (PAYMENT.test(part) && !PRICE_TALK.test(part) && /\bmethod\b|方式/iu.test(part)) things.push('change-payment')
  return things.length > 0 ? things : ['change-items']
}
