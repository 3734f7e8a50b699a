import type { Reading } from '#contract/understanding.ts'
import { questionsIn } from '#domain/reply/questions.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'

const themselves =
  '地址|城市|地区|国家|学校|公司|店|邮箱|手机|电话|名|生日|积分|会员|账[号户]|密码|朋友|家人|同事|妈|爸|老[公婆]|孩子|宝宝|皮肤|脸|脚|身高|体重|意思|问题|需求|预算|个人|信息|资料'

const own = [
  words(
    '(?:my|our) (?:\\S+ ){0,2}(?:order|orders|parcel|package|packages|delivery|shipment|purchase|refund|return|item|items|invoice|tracking|replacement)',
    "(?<!(?:after|once|when|if|before|until) )(?:i|we) (?:'ve |have |had )?(?:just )?(?:ordered|bought|purchased|returned|paid|received|cancell?ed|sent (?:it|them|the) back)",
    "(?:the|this|your) (?:\\S+ ){0,2}(?<!(?:after|once|when|if|before|until) )(?:i|we) (?:'ve |have )?(?:got|ordered|bought|purchased|received)",
    "(?:has|have)(?:n't| not) (?:yet )?(?:arrived|come|shipped|been delivered)|(?:not|never) (?:yet )?(?:arrived|received|been delivered)",
    'mi (?:\\S+ ){0,1}(?:pedido|paquete|compra|reembolso|devolucion|envio|factura)|(?:he|hemos) (?:comprado|pedido|recibido|pagado|devuelto)|(?:compre|pedi|recibi|pague|devolvi)',
    "(?:ma|mon) (?:\\S+ ){0,1}(?:commande|colis|achat|remboursement|retour|livraison|facture)|(?:j'ai|nous avons) (?:\\S+ )?(?:achete|commande|recu|paye|retourne|renvoye)",
    '(?:mein|meine|meiner|meinem|meinen) (?:\\S+ ){0,1}(?:bestellung|paket|lieferung|ruckerstattung|retoure|rechnung|kauf|sendung)|(?:ich|wir) (?:habe|haben|hab) (?:\\S+ ){0,6}(?:bestellt|gekauft|erhalten|bezahlt|zuruckgeschickt|bekommen)',
  ),
  anywhere(
    '我(?:们)?(?:那个?|这个?|昨晚|昨天)?的?(?:订单|包裹|快递|货|退款|退货|发票|单)|我(?:们)?(?:已经|刚|刚刚|前几天|昨天|上周|之前)?(?:买|购买|下单|订购|收到|付|退)了|我拍[重错]|我家',
    // Whoever says when they bought it, bought it.
    '(?:刚|昨天|昨晚|前天|今早|早上|前几天|上周|上礼拜|上个月|上次|去年).{0,4}(?:买|拍|下单|下的单|订|付|[那这]一?[单笔])(?!过)|[买订拍]的|(?<!晚上|周末|下午|中午|上午|几点|周.)下的单|还没(?:收到|到|发货?|寄|给|退)|没(?:收到|拿到|看到钱)',
    // "我那个壶", "我的壶": a thing of theirs, as long as it is not themselves.
    `我(?:们|家)?[那这](?:[一二两三四五六几\\d]?[个件套双条台只箱包瓶单把本款盒批盏张块口支辆])|我(?:们|家)的(?!${themselves})|(?<![送给帮替])我的(?!${themselves})`,
    '(?:私の|注文した|購入した|買った|届いた)|まだ届|طلبي|طلبيتي|شحنتي|اشتريت|طلبت|استلمت|لم يصل',
  ),
]

/** Asks how things are done or stand for everybody. */
const general = [
  words(
    '^(?:(?:hi|hello|hey|please|also|and) ){0,20}(?:how|what|when|which|who|do you|does|is there|are there|is it|can i|can we|could i|may i|am i able|where (?:can|do|could|would) (?:i|we|you|one))',
    '^(?:hola )?(?:como|que|cual|cuando|puedo|hay|tienen|se puede)',
    '^(?:bonjour )?(?:comment|quel(?:le)?s?|quand|puis-je|peut-on|est-ce|y a-t-il|avez-vous)',
    '^(?:hallo |guten tag )?(?:wie|was|wann|welche[rs]?|kann (?:ich|man)|gibt es|ist es|haben sie)',
  ),
  anywhere(
    '怎么|咋|用(?:什么|啥)|怎样|如何|多久|多少|多长|几[年天次个]|可以(?:(?!可以).)*吗|能(?:(?!能).)*吗|能不能|可不可以|有没有|是不是|要不要|会不会|会.{1,8}吗|还是|算谁|什么(?:时候|条件|政策|凭证)|(?:哪里|哪儿|在哪).{0,3}[查看找]|手续费',
    'どうやって|どのくらい|できますか|いつ|كيف|متى|هل|ما هي',
  ),
]

/** Names the rules themselves; no question word is needed. */
const named = [
  words('(?:return|refund|shipping|warranty|exchange|cancellation) (?:policy|policies|process|conditions|terms)'),
  anywhere('流程|政策|规定|规则|条件|步骤|手续|程序'),
]

/** A rule of the shop, whoever asks: "it got cheaper the day after I bought it", "what if my parcel gets lost?" */
const rules = [
  words(
    'price (?:match|matching|drop|dropped|difference|adjustment|protection|guarantee)|(?:got|is now) cheaper|what (?:if|happens (?:if|when))',
  ),
  anywhere('差价|差额|价保|保价|降价|掉价|补差|(?:如果|要是|万一).{1,14}(?:怎么|吗|么|处理|赔)'),
]

/** A question about how the shop does things, and not about the contact's own purchase. */
export function asksInGeneral(text: string, reading: Pick<Reading, 'facts'>): boolean {
  const folded = fold(text)
  if (!namesTheirs(reading) && matchesAny(folded, rules)) return true
  if (isPersonal(text, reading)) return false
  return matchesAny(folded, named) || (questionsIn(text).length > 0 && matchesAny(folded, general))
}

/** It is about something the contact has with the shop, not about how things are in general. */
export function isPersonal(text: string, reading: Pick<Reading, 'facts'>): boolean {
  return namesTheirs(reading) || matchesAny(fold(text), own)
}

function namesTheirs({ facts }: Pick<Reading, 'facts'>): boolean {
  return facts.some(({ name, source }) => source === 'message' && tied.has(name))
}

/** From here on the small model's word that it is about time on the way is enough. */
const TIME_FROM = 0.3

/** "When will it come" about their own order is no question about delivery times, but about how that order stands. */
export function asksOfOwnOrder(text: string, reading: Pick<Reading, 'facts' | 'intents'>): boolean {
  const [lead] = reading.intents
  const isUnclear = lead === undefined || lead.score < TIME_FROM
  const folded = fold(text)
  const isTime = lead?.id === 'delivery-time' || (isUnclear && namesTheirs(reading) && matchesAny(folded, onItsWay))
  if (isTime) return isPersonal(text, reading)
  // In Chinese what was bought stands before the question, and the small model hears the thing and not the question.
  const isAboutThing = isUnclear || thing.has(lead.id)
  return isAboutThing && sentOrNot.test(folded) && isPersonal(text, reading)
}

const thing: ReadonlySet<string> = new Set(['product-info', 'price', 'stock', 'place-order', 'opening-hours'])
const sentOrNot = anywhere(
  '(?:今天|明天|今晚|后天|什么时候|啥时候|啥时|几时|何时|几号|哪天|多久|几天|还没|怎么还不)[^，。,？?]{0,6}(?:寄|发(?![票现霉热烫光声])|到(?![账店])|送(?![货]上门)|收到)|(?:寄|发|送|到)(?:出去?|出来|货|走|达)?(?:了)?(?:没有?|吗|么|嘛|不)(?=[\\s，。,.？?!！~～]|$)',
)

const onItsWay = [
  words(
    'status|track(?:ing)?|where|when|news|updates?|check|arrive[sd]?|arriving|ship(?:ped|s)?|deliver(?:ed|y)?|left|still waiting',
    'estado|donde|cuando|llega|statut|ou|quand|arrive|stand|wo|wann|kommt|ankommt',
  ),
  anywhere('状态|进度|情况|发货|发了|寄|到[了哪没]?|送|物流|快递|包裹|催|查|看看|消息|什么时候|多久|どこ|いつ|اين|متي'),
]

const tied: ReadonlySet<string> = new Set(['order-number', 'tracking-number', 'serial-number'])
