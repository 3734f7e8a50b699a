import { contentWords } from '#domain/reply/questions.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'
import { asksInGeneral, asksOfOwnOrder, isPersonal } from '#domain/dialogue/personal.ts'
import { intentOf } from '#domain/understanding/intents.ts'
import type { PlaybookTurn } from './outcome.ts'
import { arrivedBroken } from './arrivedBroken.ts'
import { detailsAsked } from './orderDetails.ts'
import type { Playbook } from './playbook.ts'

/** Speaks of the contact's own purchase, or asks for something to be done about it. */
const own = [
  words(
    "(?:my|our|the|this) (?:\\S+ )?(?:orders?|parcels?|packages?|deliver(?:y|ies)|shipments?|purchases?|items?|refunds?|returns?)|(?:i|we)(?:'ve| have)? (?:ordered|bought|purchased|paid|received|got|returned|cancelled|returned)|(?:i|we)(?:'d)? (?:want|need|would like|like|wish|am looking) to (?:return|cancel|exchange|change|send|get|claim|swap|replace)|(?:cancel|return|refund|exchange|replace|change|swap) (?:it|this|that|my|me|the|these|them)|(?:send|give) me (?:my|a) (?:money|refund)|(?:want|need|would like|like|request|get) (?:a |my |the |an )?(?:full )?(?:refund|return|exchange|replacement|cancell?ation)|money back|(?:has not|hasn't|hasnt|have not|haven't|havent|did not|didn't|didnt|never|not) (?:yet )?(?:arrived|come|received|shipped|get|got)|track(?:ing)? (?:my|the|it|number)",
    '(?:mi|mis|nuestr[oa]) (?:pedidos?|paquetes?|compras?|envios?|devolucion|reembolso)|(?:he|hemos) (?:pedido|comprado|recibido|devuelto)|compre|recibi|quiero (?:devolver|cancelar|cambiar|que me)|no (?:me )?ha llegado',
    "(?:ma|mes|mon|notre) (?:commandes?|colis|achats?|livraison|retour|remboursement)|j'ai (?:commande|achete|recu|retourne)|je (?:veux|voudrais|souhaite) (?:retourner|annuler|echanger|changer|etre rembourse)|pas (?:encore )?(?:recu|arrive)",
    '(?:meine?[nrsm]?|unsere?[nr]?) (?:bestellung(?:en)?|pakete?|paket|lieferung|sendung|ruckgabe|erstattung)|(?:ich|wir) (?:habe|haben) (?:\\S+ ){0,4}(?:bestellt|gekauft|erhalten|bekommen)|(?:ich|wir) (?:will|wollen|mochte|mochten) (?:\\S+ ){0,6}(?:zuruckgeben|zurucksenden|stornieren|umtauschen|andern)|nicht (?:angekommen|erhalten|da)',
  ),
  anywhere(
    // Nobody says "I" or "my" where it is clear: "取消订单", "地址写错了", "想退了".
    '(?:寄|发|送|到)(?:出|到|货)?了?没有?(?:啊|呀|呢|哦)?[?？。!！]*$|签收|妥投|没影|没拿到|丢件|(?:取消|撤销)(?:掉?(?:订单|[这那]一?[单笔个]|下单)|吧|掉|了|一?下)|[不别](?:想)?要了|别(?:再)?(?:发|寄)(?:货|出)?了|先别(?:发|寄)|(?:拍|买|下|订|写|填|选|点)[错重多](?:单)?了|[写填]成|(?:想|要|申请|给|帮忙?)(?:退|换|改|取消|查|催)|不想换|催(?:一?下|单|发货|快递|促)|退(?:了|掉)(?!吗|么|多久|几)|(?:换|改)(?:一?下|成|到|送|寄)',
    '我(?:的|们的)?(?:订单|包裹|快递|货|东西|物流|单号|订的|买的|下的单)|(?:我|我们)(?:昨天|上周|之前|前天|已经)?(?:买|订购|下单|下了单|收到|付款|订了)|我(?:想|要|需要)(?:退|换|取消|改|修改|申请退)|(?:帮我|给我)(?:退|换|取消|改|查)|(?:还|都)没(?:有)?(?:到|收到|发货|送到)|没(?:有)?收到(?:货|包裹|快递)?|(?:退|换)(?:货|款)(?:吧|$)|怎么还(?:没|不)|到哪(?:里|儿)?了|查(?:一下)?(?:订单|物流|快递)',
    '(?:私の|注文した|購入した|買った|届いた)|(?:届か|届き|届いてい?|着いてい?|来てい?)(?:ない|ません)|(?:返品|交換|キャンセル|変更)(?:したい|をお願い|してほしい|して(?:ください|下さい))',
    '(?:طلبي|طلبيتي|شحنتي|طردي)|(?:اشتريت|طلبت|استلمت|وصلني)|(?:اريد|ارغب في) (?:ارجاع|الغاء|استبدال|تغيير|استرداد)|(?:لم|ما) (?:[يت]صل|[يت]وصل|استلم)',
  ),
]

/** "Is my warranty still valid?": theirs, whatever the thing is called. */
const theirs = [
  words('my|mine|our', 'mis?|nuestr[oa]', 'ma|mon|mes|notre', 'mein(?:e[nrsm]?)?|unser(?:e[nrsm]?)?'),
  anywhere('我的|我家|我们的|我[那这][个件套双条台只]|私の|うちの|ضماني'),
]

/** Asks how something is done in general: the shop's own answer serves better than a procedure. */
const general = [
  words(
    "how (?:do|can|could|should|would|does) (?:i|we|you|one|someone|it)|how to|what(?:'s| is| are) (?:the|your)(?: \\S+){0,3} (?:policy|policies|process|procedure|steps|terms|conditions|rules?)|(?:policy|terms and conditions)|do you (?:accept|offer|have|allow|do)|is it possible to",
    'como (?:puedo|hago|se)|politica|es posible',
    'comment (?:puis-je|faire|je|on|peut)|politique|est-il possible',
    'wie (?:kann|funktioniert|geht|mache)|richtlinie|bedingungen|ist es moglich',
  ),
  anywhere(
    '(?:怎么|咋)(?:退|换|取消|修改|改|申请|操作|查|走|弄)|如何|怎样|流程|步骤|手续|政策|规定|どうやって|どうすれば|方法|كيف (?:يمكن|استطيع|اقوم|ارجع|الغي)|سياسه',
  ),
]

/** Of the way of a parcel, not of what was in it. */
const ofParcel: ReadonlySet<string> = new Set(['delivery-problem', 'order-status'])
const SURE = 0.3
/** Nothing else in the message: an order number alone asks how the order stands. */
const BARE_CHARACTERS = 6

/** The playbook that fits what the contact wants, the surest request first; null when none does. */
export function playbookFor(
  playbooks: readonly Playbook[],
  turn: Pick<PlaybookTurn, 'text' | 'reading' | 'state' | 'lastSaid'>,
  isReady: (playbook: Playbook) => boolean,
): Playbook | null {
  if (turn.reading.wantsPerson !== null) return null
  // A delicate matter goes to the owner; a procedure may say so, and nothing else.
  const allowed = turn.reading.risks.length === 0 ? playbooks : playbooks.filter(handsOverAtOnce)
  const folded = fold(turn.text)
  const spoken = allowed.find(one => one.starts.words.some(word => folded.includes(fold(word))) && isReady(one))
  if (spoken !== undefined) return spoken
  const status = () => allowed.find(one => one.starts.intents.includes('order-status') && isReady(one)) ?? null
  const isOfOrder = detailsAsked(turn.text, turn.state.facts, turn.lastSaid).length > 0
  if (isOfOrder || asksOfOwnOrder(turn.text, turn.reading)) return status()
  const isBroken = arrivedBroken(turn.text)
  const told = turn.reading.intents.filter(({ id, score }) => score >= SURE && !(isBroken && ofParcel.has(id)))
  for (const { id } of isBroken ? [{ id: 'product-fault' }, ...told] : told) {
    if (!isMeantFor(id, turn)) continue
    const fitting = allowed.find(one => one.starts.intents.includes(id) && isReady(one))
    if (fitting !== undefined) return fitting
  }
  return isBareNumber(turn) ? status() : null
}

/** A request that needs no record of the contact is meant as it stands; the others must speak of their own purchase. */
function isMeantFor(intent: string, { text, reading }: Pick<PlaybookTurn, 'text' | 'reading'>): boolean {
  if (intentOf(intent)?.kind !== 'personal') return true
  if (reading.facts.some(({ name }) => name === 'order-number' || name === 'serial-number')) return true
  const folded = fold(text)
  if (matchesAny(folded, general)) return false
  if (ofTheirThing.has(intent) && matchesAny(folded, theirs)) return true
  if (asksInGeneral(text, reading)) return false
  if (intent === 'product-fault') return tellsOfThing(text, reading)
  return isPersonal(text, reading) || matchesAny(folded, own)
}

/** "Where is my kettle?" */
const ofTheirThing: ReadonlySet<string> = new Set(['warranty', 'order-status'])

/** "有充电器卖没": whether the shop sells it. */
const asksForSale = anywhere(
  '^(?:请问)?(?:你们?)?(?:家|店)?(?:有|卖|还有|有没有)(?!问题|毛病|点|裂|坏|异).{0,14}(?:卖|没|吗|么)[?？。!！]*$',
)

/** "The kettle" alone is no fault, whatever the model hears in it. */
function tellsOfThing(text: string, { facts }: Pick<PlaybookTurn['reading'], 'facts'>): boolean {
  if (facts.some(({ name }) => name === 'symptom')) return true
  return !asksForSale.test(fold(text)) && (contentWords(text).length > 1 || isPersonal(text, { facts }))
}

function handsOverAtOnce({ steps }: Playbook): boolean {
  return steps[0]?.kind === 'hand over'
}

function isBareNumber({ text, reading }: Pick<PlaybookTurn, 'text' | 'reading'>): boolean {
  const numbers = reading.facts.filter(({ name }) => name === 'order-number')
  const rest = numbers.reduce((left, { quote }) => left.replace(quote, ' '), text)
  const isShort = contentWords(rest).length === 0 && (rest.match(/\p{Script=Han}/gu) ?? []).length <= BARE_CHARACTERS
  return isShort && numbers.length > 0
}
