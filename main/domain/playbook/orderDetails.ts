import type { Fact } from '#contract/understanding.ts'
import { contentWords } from '#domain/reply/questions.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'

/** What can be asked of one order by itself. `item`: whether a thing is in it. */
export const orderDetails = ['arrival', 'departure', 'carrier', 'tracking', 'total', 'items', 'item'] as const
export type OrderDetail = (typeof orderDetails)[number]

const it = '(?:it|they|this|that|my|the|our)'
const patterns: Readonly<Record<OrderDetail, readonly RegExp[]>> = {
  arrival: [
    words(
      `(?:when|what (?:day|date|time)|how (?:soon|long))(?: \\S+){0,4} ${it}(?: \\S+){0,4} (?:arrive[sd]?|arriving|come|coming|get here|be here|here|be there|delivered|delivery|take|reach me)|when exactly|(?:which|what|exact) (?:day|date)|will ${it}(?: \\S+){0,2} (?:arrive|come|be here|get here|be there|make it|be delivered)|(?:expected|estimated) (?:arrival|delivery)(?: date)?`,
      'cuando (?:llega|llegara|lo recibo)|quand (?:arrive|arrivera|va-t-(?:il|elle) arriver)|wann (?:kommt|ist) (?:es|sie|das)',
    ),
    anywhere(
      '(?:什么时候|哪天|几号|几点|多久|几天|何时)[^，。？]{0,6}(?:到|送|收到)|今天(?:能)?到|明天(?:能)?到|いつ(?:届|着)',
    ),
  ],
  departure: [
    words(
      `when(?: \\S+){0,3} ${it}?(?: \\S+){0,3} ?(?:leave|left|ship|shipped|sent|dispatched|posted|go out|went out)`,
      'cuando (?:salio|se envio)|quand (?:est-(?:il|elle) parti)|wann (?:wurde|ist) (?:es|sie) (?:verschickt|abgeschickt|rausgegangen)',
    ),
    anywhere('(?:什么时候|哪天|几号|何时)[^，。？到]{0,3}(?:发货|发出|发的|寄出|寄的)|いつ発送'),
  ],
  carrier: [
    words(
      '(?:which|what|who)(?: \\S+){0,4} (?:carrier|courier|shipper|delivery (?:company|service)|postal service|delivers|delivering|ships it|bringing)|(?:with|by) (?:whom|which carrier|what carrier)|(?:the )?(?:carrier|courier)',
      'transportista|transporteur|zusteller|welcher paketdienst',
    ),
    anywhere('(?:哪家|哪个|什么|哪一家)[^，。？]{0,2}(?:快递|物流|承运)|配送業者'),
  ],
  tracking: [
    words(
      'track(?:ing)? (?:number|link|code|id|it|them|page)|where can i (?:track|follow)(?: \\S+)?|can i (?:track|follow)(?: \\S+)?',
      'numero de seguimiento|numero de suivi|sendungsnummer',
    ),
    anywhere('(?:快递|物流|运单|跟踪)(?:单)?号|追跡番号'),
  ],
  total: [
    words(
      'how much (?:did|have) (?:i|we) (?:pay|paid|spend|spent)|what did (?:i|we) (?:pay|spend)|how much (?:was|is) (?:it|this|that|the (?:order|total|whole (?:thing|order)))(?: in total| all together| altogether)?|what (?:was|is) the (?:total|amount|sum)|(?:the )?(?:total|amount)(?: of (?:it|the order|my order))?',
      "cuanto (?:pague|he pagado)|combien (?:ai-je|j'ai) paye|wie ?viel habe ich bezahlt",
    ),
    anywhere('(?:付|花|总共|一共|合计|这单|订单)[^，。？]{0,4}(?:多少|几块)|总(?:价|金额|额)|订单金额|合計(?:金額)?'),
  ],
  items: [
    words(
      "what(?:'s| is| was| else is)? (?:all )?in (?:it|the (?:order|parcel|package|box)|my (?:order|parcel|package|box)|there)|what (?:did|have) (?:i|we) (?:order|ordered|buy|bought)|which (?:items|products|things)|what(?: \\S+)? (?:items|products)|list (?:of )?(?:the |my )?items|contents",
      "que (?:pedi|he pedido|compre)|qu'est-ce que j'ai commande|was habe ich bestellt|was ist drin",
    ),
    anywhere('里面?(?:都)?有(?:什么|哪些|啥)|(?:买|订|下单)了(?:什么|哪些|啥)|有哪些(?:东西|商品)|何を(?:注文|買)'),
  ],
  item: [
    words(
      '(?:is|are|was|were)(?: \\S+){1,6} (?:in (?:it|there|the (?:order|parcel|package|box)|my (?:order|parcel|package)|that order)|included|part of (?:it|the order|that order)|with it|on (?:it|the order))|does (?:it|the order|my order)(?: \\S+)? (?:include|contain|have)(?: \\S+){1,5}|did (?:i|we) (?:also )?(?:order|buy)(?: \\S+){1,5}',
      'esta (?:tambien )?(?:el|la)(?: \\S+){1,4} (?:incluid[oa]|dentro)|ist (?:der|die|das)(?: \\S+){1,4} (?:dabei|auch drin|drin)',
    ),
    anywhere(
      '(?:里面?|这单|订单|其中)[^，。？]{0,3}(?:有没有|有无|包括|包含|有)(?!什么|哪些|啥|多少)[^，。？]{1,12}(?:吗|么|[？?]|$)|(?:在|也在)(?:里面|这单|其中)',
    ),
  ],
}

/** Longer than this it tells a matter of its own. */
const MOST_WORDS = 7

/**
 * What a short question asks of the order that was spoken of last: "and which carrier?". Empty when it asks nothing of one
 * order. `lastSaid`: what the contact was told before this.
 */
export function detailsAsked(text: string, known: readonly Fact[], lastSaid: string): OrderDetail[] {
  const numbers = known.filter(({ name }) => name === 'order-number').map(({ value }) => value)
  const isSpokenOf = numbers.some(number => lastSaid.includes(number))
  const isNamed = numbers.some(number => text.includes(number))
  if (!(isSpokenOf || isNamed) || contentWords(text).length > MOST_WORDS) return []
  const folded = fold(text)
  const asked = orderDetails.filter(detail => matchesAny(folded, patterns[detail]))
  return isSpokenOf ? asked : asked.filter(detail => contents.has(detail))
}

/** How it stands is told in whole to whoever asks for the first time. */
const contents: ReadonlySet<OrderDetail> = new Set<OrderDetail>(['total', 'items', 'item'])
