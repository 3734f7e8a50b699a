/** Words that name the number behind them, on flat text. */
export const labels = {
  order:
    'orders?|purchase|invoice|bestellung|bestell(?=-?nr|nummer)|auftrag|auftrags(?=nummer)|rechnung|commande|cmd|facture|pedidos?|orden|ordine|encomenda|compra|factura|订单|訂單|单号|單號|订单编号|订购|注文|ご注文|طلب|الطلب|طلبي|طلبيه',
  tracking:
    'tracking|waybill|consignment|parcel|package|shipment|awb|sendung|sendungs(?=nummer)|paket|suivi|colis|seguimiento|rastreo|guia|envio|快递|快递单|运单|物流单|物流|物流单号|追跡|送り状|お問い合わせ番号|التتبع|الشحنه',
  serial:
    'serial|s/n|sn|imei|serien(?=nummer)|seriennr|serie|de serie|序列|序列号|机身|机身号|シリアル|製造番号|التسلسلي',
  coupon:
    'coupon|promo|promotion(?:al)?|promocion(?:al)?|voucher|discount|gutschein|gutschein(?=code)|rabatt(?=code)|rabattcode|cupon|descuento|reduction|reduccion|优惠|优惠券|优惠码|折扣|折扣码|券|兑换码|クーポン|割引|كوبون|خصم',
  code: 'verification|security|access|confirmation|one[- ]time|otp|pin|passcode|(?:the|my|your) code|code|codigo|der code|bestatigungs(?=code)|验证码|驗證碼|校验码|动态码|認証コード|認証番号|確認コード|رمز التحقق|الرمز|رمز|الكود',
  phone:
    'phone|tel|telephone|mobile|cell|whatsapp|fax|telefon|handy|handynummer|telefono|movil|celular|portable|telefone|电话|手机|手机号|电话号码|联系方式|電話|電話番号|携帯|هاتف|جوال|هاتفي|رقمي',
  postcode:
    'zip(?: ?code)?|post ?code|postal(?: code)?|plz|postleitzahl|code postal|codigo postal|c\\.p\\.|邮编|邮政编码|郵便番号|〒|الرمز البريدي',
  other:
    'model|article|item|sku|isbn|ean|upc|part|ticket|case|ref(?:erence)?|account|customer|member|passport|licen[cs]e|id|size|bus|room|flat|apt|型号|编号|货号|会员|账号|客户|款号|型番|品番|会員',
} as const
export type Label = keyof typeof labels

const BETWEEN =
  '(?:number|numbers|no|nr|num|numero|nummer|code|id|is|was|ist|war|lautet|es|est|was|with|the|de|del|du|um|号码|号|號碼|號|码|编号|番号|是|为|為|は|が|رقم|هو|[\\s:：#=.,"\'(/№-]|n°|nº)'

/** The word, then up to a few fillers such as "number is", then what `token` takes. */
export function labelled(label: Label, token: string): RegExp {
  const latinStart = '(?<![\\p{Script=Latin}\\d])'
  return new RegExp(`${latinStart}(?:${labels[label]})(${BETWEEN}{0,8})(${token})(?![\\p{Script=Latin}\\d])`, 'gu')
}

const endings = new Map<Label, RegExp>()

/** The text right before a number ends with such a word. */
export function endsWithLabel(before: string, label: Label): boolean {
  let ending = endings.get(label)
  if (ending === undefined) {
    ending = new RegExp(`(?<![\\p{Script=Latin}\\d])(?:${labels[label]})${BETWEEN}{0,8}$`, 'u')
    endings.set(label, ending)
  }
  return ending.test(before.slice(-60))
}
