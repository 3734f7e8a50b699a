import type { OrderStatus } from '#contract/orders.ts'
import { foldText } from '#domain/text/normalize.ts'

/** Words of shop systems and of owners, in order of weight: the first that is found decides. */
const words: readonly (readonly [status: OrderStatus, pattern: RegExp])[] = [
  ['refunded', /refunded|erstattet|rembours|reembols|rimbors|已退款|退款成功|退款完成|返金済/],
  ['delivered', /(?:return|exchange|refund) request|退货申请|退款申请|换货申请/],
  ['returned', /returned|retour(?:ne|niert)|zuruckgesendet|devuelt|已退货|退货完成|退货成功|返品済/],
  ['cancelled', /cancel|canceled|voided|storniert|annul|anulad|已取消|交易关闭|已关闭|作废|キャンセル|ملغ/],
  ['cancelled', /^(?:failed|trash|expired|declined)$/],
  ['pending', /unpaid|not paid|awaiting payment|payment pending|pending payment|on-?hold|待付款|未付款|等待付款|未支付|待支付|入金待ち|nicht bezahlt|offen/],
  ['processing', /undelivered|not delivered|unfulfilled|unshipped|not shipped|awaiting (?:shipment|fulfill)|待发货|未发货|备货|配货|打包|等待发货|発送準備|in bearbeitung/],
  ['shipped', /out for delivery|partially (?:shipped|fulfilled)|部分发货/],
  ['delivered', /deliver|received|picked up|zugestellt|geliefert|livre|entregad|consegnat|已签收|已收货|已送达|已完成|交易成功|配達済|配達完了|تم التسليم/],
  ['shipped', /shipped|dispatch|sent|in transit|on its way|fulfilled|complete|versandt|versendet|expedi|enviad|spedit|已发货|运输中|派送中|配送中|待收货|発送済|تم الشحن/],
  ['processing', /process|prepar|pack|printing|production|in progress|verarbeitung|en cours|处理中|生产中|準備中|قيد/],
  ['paid', /paid|authorized|confirmed|bezahlt|paye|pagad|pagat|已付款|已支付|支付成功|入金済|مدفوع/],
  ['pending', /pending|new|open|created|draft|placed|neu|attente|pendiente|待处理|待确认|新订单|未処理/],
] // prettier-ignore

/** What the source's own word means; `unknown` when it is not a word anybody uses for it. */
export function orderStatusOf(word: string): OrderStatus {
  const plain = foldText(word).replace(/_/g, ' ')
  if (plain === '') return 'unknown'
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'unknown'
}

export interface StatusWords {
  status: string
  /** Shops that keep them apart: whether it was paid and whether it was sent. */
  payment: string
  fulfilment: string
  isCancelled: boolean
}

/** The status of an order whose source says it in several columns. */
export function orderStatusFrom({ status, payment, fulfilment, isCancelled }: StatusWords): OrderStatus {
  if (isCancelled) return 'cancelled'
  const own = orderStatusOf(status)
  if (own !== 'unknown') return own
  const paid = orderStatusOf(payment)
  if (paid === 'refunded' && !/partial/i.test(payment)) return 'refunded'
  if (paid === 'cancelled') return 'cancelled'
  const sent = orderStatusOf(fulfilment)
  if (sent === 'shipped' || sent === 'delivered' || sent === 'returned') return sent
  if (paid === 'paid' || paid === 'refunded') return 'paid'
  if (sent === 'processing') return paid === 'pending' ? 'pending' : 'processing'
  return paid
}
