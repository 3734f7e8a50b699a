import type { Reading } from '#contract/understanding.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'

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
    '我的?(?:订单|包裹|快递|货|退款|退货|发票|那?个?单)|我(?:们)?(?:已经|刚|刚刚|前几天|昨天|上周|之前)?(?:买|购买|下单|订购|收到|付|退)了|买的|订的|下的单|还没(?:收到|到|发货)|沒收到|(?:私の|注文した|購入した|買った|届いた)|まだ届|طلبي|طلبيتي|شحنتي|اشتريت|طلبت|استلمت|لم يصل',
  ),
]

/** It is about something the contact has with the shop, not about how things are in general. */
export function isPersonal(text: string, reading: Pick<Reading, 'facts'>): boolean {
  const names = reading.facts.some(({ name, source }) => source === 'message' && tied.has(name))
  return names || matchesAny(fold(text), own)
}

const tied: ReadonlySet<string> = new Set(['order-number', 'tracking-number', 'serial-number'])
