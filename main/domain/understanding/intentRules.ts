import type { IntentScore } from '#contract/understanding.ts'
import { plainFaults } from './facts/symptom.ts'
import type { IntentId } from './intents.ts'

interface Rule {
  id: IntentId
  spaced: string
  unspaced: string
  /** Where this is said too, the rule has no say. */
  unless?: RegExp
}

/** "Where is my kettle?" asks for the parcel it is in; these are in none. */
const NO_PARCEL =
  '(?:invoices?|receipts?|bills?|refunds?|money|cash|codes?|coupons?|vouchers?|discounts?|passwords?|accounts?|points|reply|replies|answers?|response|confirmations?|emails?|mails?|cards?|labels?|returns?|newsletters?|warranty|numbers?|size|sizes|nearest|closest|local|shops?|stores?|tracking|links?|exchange|replacement|profile|address|mistake|fault|cart|basket|wishlist|data|downloads?|subscriptions?)'
const ORDER = '(?:order|orders|parcel|package|delivery|shipment|item|items|stuff|purchase)'

const PARCEL_ES = '(?:pedidos?|paquetes?|envios?|compras?|encomiendas?)'
const PARCEL_FR = '(?:commandes?|colis|paquets?|livraisons?)'
const PARCEL_DE = '(?:bestellung(?:en)?|pakete?|packchen|lieferung(?:en)?|sendung(?:en)?|ware)'
const PARCEL_JA = '(?:荷物|小包|注文(?:した(?:商品|もの|品))?|商品|品物)'
const PARCEL_AR = '(?:طلبي|طلبيتي|شحنتي|طردي|الطلب|الطلبيه|الشحنه|الطرد)'
/** "If my parcel does not come" asks how things are in general. */
const supposed =
  /(?<!\p{L})(?:si|cuando|que pasa|quand|lorsque|wenn|falls|sollte)(?!\p{L})|場合|たら|なければ|(?<!\p{L})(?:اذا|لو|ان لم)(?!\p{L})/u
/** What does not work is something of the shop's, or the question is how a thing would behave. */
const noFaultOfThing =
  /(?<!\p{L})(?:cupon|codigo|descuento|pago|pagar|tarjeta|pagina|sitio|web|enlace|cuenta|sesion|seguimiento|paquete|code|coupon|bon|reduction|paiement|payer|carte|site|page|lien|compte|suivi|colis|gutschein\p{L}*|rabatt\p{L}*|zahl\p{L}*|bezahl\p{L}*|karte|seite|website|webseite|link|konto|anmeld\p{L}*|login|log-?in|app|tracking|paket|newsletter)(?!\p{L})|优惠|折扣|付款|支付|付不了|网站|网页|页面|链接|登录|登陆|账号|密码|下单|下不了单|订单|包裹|快递|二维码|小程序|会(?:不会)?[^，。！]{0,8}(?:吗|么|？|\?)|容易|是否|[打摔砸碰弄](?:碎|破|坏)|噪音(?:大|高|小)?(?:吗|么|多少)|クーポン|コード|割引|決済|支払|サイト|ページ|リンク|ログイン|アプリ|カード|注文|荷物|やすい|كوبون|القسيمه|رمز|الدفع|البطاقه|الموقع|الصفحه|الرابط|الحساب|التطبيق/u

/** Said in so plain words that no model is needed, on flat text; the rest is left to the model. */
const rules: readonly Rule[] = [
  {
    id: 'order-status',
    spaced: `(?:where(?:'s| is| are|s) (?:my|the|our) (?:\\p{L}+ )?${ORDER}|where(?:'s| is| are) (?:my|our) (?!(?:\\p{L}+ )?${NO_PARCEL})\\p{L}+|(?:track|status of|update on|check on) (?:\\p{L}+ )?(?:my|our|the|order) (?:\\p{L}+ )?${ORDER}?|order status|has (?:my|the) (?:\\p{L}+ )?${ORDER} (?:been )?(?:shipped|sent|dispatched|left)|when (?:will|does|is) (?:my|our) (?:\\p{L}+ )?${ORDER} (?:arrive|come|coming|be delivered|get here|ship|arriving)|(?:por )?donde (?:esta|anda|va|se encuentra) (?:mi|nuestro|el) ${PARCEL_ES}|estado de(?:l| mi| nuestro) ${PARCEL_ES}|cuando (?:me )?(?:llega|llegara|va a llegar|recibo|recibire|envian|sale) (?:mi|el|nuestro) ${PARCEL_ES}|ou (?:est|en est|se trouve|sont) (?:ma|mon|mes|notre) ${PARCEL_FR}|suivi de (?:ma |mon |notre )?${PARCEL_FR}|quand (?:arrive|arrivera|vais-je recevoir|recevrai-je|est-ce que (?:je vais recevoir|je recevrai)|sera (?:livree?|expediee?)) (?:ma|mon|mes|notre) ${PARCEL_FR}|wo (?:ist|bleibt|bleiben|steckt|sind) (?:denn )?(?:meine?|unsere?|die|das) ${PARCEL_DE}|status (?:meiner|unserer) ${PARCEL_DE}|wann (?:kommt|kommen|erhalte ich|bekomme ich|wird) (?:denn )?(?:meine?|unsere?|die|das) ${PARCEL_DE})`,
    unspaced: `(?:我的?)?(?:包裹|快递|货|订单|东西|快件)(?:现在)?(?:到哪|在哪|到了没|什么时候(?:到|送|发|能到)|多久(?:能)?到|几天(?:能)?到|发(?:货)?了(?:吗|没)|送到哪|怎么还没(?:到|发))|(?:到哪(?:里|儿|了)|物流(?:信息|状态|进度|到哪)|查(?:一下|下|询)?(?:我的)?(?:订单|快递|物流|包裹))|什么时候(?:能)?发货|还没(?:有)?(?:发货|收到货)|(?:发货|发|寄|到)了?没(?![有收])|(?:包裹|快递|物流|货).{0,8}(?:不动|没动|停在|卡在|没更新|不更新|没消息|没动静)|催(?:一下|下|单|发货|快递)|(?:荷物|注文|商品)(?:は|が)?(?:今)?(?:どこ|いつ(?:届|着|来)|まだ届)|配送状況|発送(?:され|はいつ|状況)|(?:اين|وين|فين) (?:هو |هي )?${PARCEL_AR}|متي (?:س?[يت]صل(?:ني)?|[يت]وصل|استلم) ${PARCEL_AR}|حاله ${PARCEL_AR}|تتبع ${PARCEL_AR}`,
  },
  {
    // English and Chinese say it in more ways than can be listed; there the model is better.
    id: 'delivery-problem',
    spaced: `(?:${PARCEL_ES} (?:\\p{L}+ ){0,3}?(?:no|nunca|sigue sin) (?:\\p{L}+ ){0,3}?(?:lleg\\p{L}+|recib\\p{L}+|entreg\\p{L}+|apare\\p{L}+)|(?:no|nunca|todavia no|aun no|sigo sin) (?:\\p{L}+ ){0,2}?(?:recib\\p{L}+|lleg\\p{L}+) (?:\\p{L}+ ){0,3}?(?:${PARCEL_ES}|nada)|${PARCEL_FR} (?:\\p{L}+ ){0,2}?(?:n'(?:est|a|ont|arrive)|n'est|ne) (?:\\p{L}+ ){0,3}?(?:pas|jamais)(?: encore)? (?:\\p{L}+ )?(?:arriv|recu|livr|parvenu|la(?!\\p{L}))\\p{L}*|(?:pas|jamais|rien)(?: encore)? recu(?: (?:\\p{L}+ ){0,3}?${PARCEL_FR})?|${PARCEL_DE} (?:\\p{L}+ ){0,5}?(?:nicht|nie|immer noch nicht) (?:\\p{L}+ ){0,2}?(?:angekommen|da|gekommen|geliefert|zugestellt|erhalten|bekommen|eingetroffen)|(?:nicht|nie|nichts) (?:\\p{L}+ ){0,2}?(?:angekommen|zugestellt|eingetroffen))`,
    unspaced: `${PARCEL_JA}(?:が|は|も)?[^。？?]{0,6}(?:届か|届き|届いて(?:い)?|着いて(?:い)?|来て(?:い)?|来)(?:ない|ません|ず)|まだ(?:届|着|来)(?:か|い|いて|いてい|て|てい)?(?:ない|ません)|(?:لم|ما) (?:ي|ت)?(?:صل|وصل)(?:ني|ت|تني)? (?:حتي الان )?${PARCEL_AR}|${PARCEL_AR} (?:لم|ما) (?:ي|ت)?(?:صل|وصل)|(?:لم|ما) استلم(?:ت)? ${PARCEL_AR}`,
    unless: supposed,
  },
  {
    id: 'product-fault',
    spaced: `(?:${plainFaults.spaced})`,
    unspaced: plainFaults.unspaced,
    unless: noFaultOfThing,
  },
  {
    id: 'cancel-order',
    spaced:
      '(?:cancel (?:\\p{L}+ ){0,2}?(?:order|purchase)|cancelar (?:el |mi |un )?pedido|annuler (?:ma |la |une )?commande|bestellung (?:\\p{L}+ )?stornieren|storniere\\p{L}* (?:\\p{L}+ )?bestellung)',
    unspaced:
      '取消(?:我的|这个|该)?(?:订单|下单|购买)|不想要了(?:.{0,4}取消)|订单.{0,4}取消|注文.{0,6}キャンセル|キャンセルし(?:たい|て)|الغاء (?:ال)?طلب',
  },
  {
    id: 'return-item',
    spaced:
      "(?:(?:want|like|need|how (?:do|can) i|can i) (?:to )?(?:return|send back|send (?:it|this|them) back)(?! (?:policy|address|label cost))|devolver (?:el |la |un |mi |este |esta )?\\p{L}+|quiero devolver|retourner (?:un |mon |ma |cet |cette |le |la |l')?\\p{L}+|zurucksenden|zuruckschicken|zuruckgeben)",
    unspaced:
      '(?:想|要|申请|可以|能|怎么|如何)(?:办理)?退货|(?<!不)(?:想|要|能|可以|给|帮)我?退(?:(?:了|掉|回去?)|(?=$|[\\s，。！？,!?吗么不]))|退货(?:怎么|流程|申请)|(?:这个|东西|商品).{0,6}退(?:了|掉|回)|返品(?:し(?:たい|て)|でき|の(?:方法|手続))|(?:اريد|كيف) (?:ارجاع|اعاده|ارجع)',
  },
  {
    id: 'exchange-item',
    spaced:
      '(?:exchange (?:it|this|them|my|the|for)|swap (?:it|this|them|for)|different (?:size|colou?r) instead|cambiar(?:lo|la)? por|cambio de talla|echanger|umtauschen|umtausch)',
    unspaced:
      '换货|換貨|(?:怎么|咋|如何)换(?=$|[\\s，。！？,!?吗呢呀啊])|(?<!不)(?:想|要|能|可以|给|帮)我?换(?=$|[\\s，。！？,!?吗么不])|换(?:个|一个|一件|一双|大|小)(?:码|号|颜色)?|换成|交換(?:し(?:たい|て)|でき)|サイズ交換|استبدال',
  },
  {
    id: 'refund-request',
    spaced:
      '(?:(?:want|like|need|request|get|give me|claim|ask for|issue) (?:\\p{L}+ ){0,2}?refund|refund (?:me|my|please|the)|quiero (?:un |el |mi )?reembolso|reembols(?:o|ar|en)|(?:veux|voudrais|demande(?:r)?) (?:un |le |etre )?rembours\\p{L}+|geld zuruck|(?:ruckerstattung|erstattung) (?:beantragen|haben|bitte))',
    unspaced:
      '(?:想|要|申请|给我|请|可以|能)(?:办理)?退款(?!到)|退钱|仅退款|返金(?:し(?:て|たい)|をお願い|希望)|(?:اريد|طلب) (?:استرداد|استرجاع)',
  },
  {
    id: 'refund-status',
    spaced:
      "(?:where(?:'s| is) my refund|when (?:will|do) i (?:get|receive) (?:my|the) (?:refund|money)|refund status|status of my refund|cuando (?:recibo|llega) (?:el|mi) reembolso|quand (?:serai-je|vais-je etre) rembours\\p{L}+|wann (?:bekomme|erhalte) ich (?:mein geld|die (?:ruck)?erstattung))",
    unspaced:
      '退款(?:到哪|什么时候|多久|几天|进度|状态|到账)|(?:什么时候|多久|几天).{0,4}(?:退款|退钱)|返金は(?:いつ|まだ)|متي (?:يصل|استلم) (?:المبلغ|الاسترداد)',
  },
  {
    id: 'warranty',
    spaced: '(?:warrant(?:y|ies)|guarantee(?! that)|garantia|garantie(?:fall)?|gewahrleistung)',
    unspaced: '保修|质保|三包|在保|过保|保証(?:期間|書|は|が|に)|ضمان',
  },
  {
    id: 'opening-hours',
    spaced:
      "(?:opening (?:hours|times?)|(?:when|what time) (?:do|are|does) you(?:r (?:shop|store))? (?:open|close)|are you open|business hours|horario(?:s)?|a que hora (?:abren|cierran)|heures d'ouverture|quand (?:ouvrez|fermez)-vous|offnungszeiten|wann (?:habt|haben|macht) (?:ihr|sie) (?:auf|offen|geoffnet|zu))",
    unspaced:
      '(?:营业|上班|开门|关门|打烊)时间|几点(?:开门|关门|上班|下班|营业)|营业时间|営業時間|何時(?:から|まで)(?:営業|開)|(?:ساعات|مواعيد|اوقات) (?:العمل|الدوام)',
  },
  {
    id: 'stock',
    spaced:
      '(?:in stock|out of stock|back in stock|sold out|available in|do you (?:still )?have (?:\\p{L}+ ){1,4}in|hay stock|en stock|agotad[oa]|disponible en|auf lager|lieferbar|vorratig|wieder verfugbar)',
    unspaced: '有(?:没有)?(?:现)?货|还有货|缺货|补货|有库存|库存|在庫|入荷|متوفر|المخزون',
  },
  {
    id: 'invoice',
    spaced:
      '(?:(?:send|need|get|want|copy of|download|issue) (?:\\p{L}+ ){0,3}?(?:invoice|receipt|vat)|factura(?! mal)|facture|rechnung(?!sadresse))',
    unspaced: '发票|開發票|收据|領収書|請求書|فاتوره',
  },
  {
    id: 'change-address',
    spaced:
      "(?:(?:change|update|correct|edit|wrong) (?:\\p{L}+ ){0,3}?(?:address)|cambiar (?:la |mi )?direccion|changer (?:l'|mon |d')?adresse|(?:liefer)?adresse (?:\\p{L}+ )?andern|andere lieferadresse)",
    unspaced:
      '(?:填|写|选)错了?(?:收货|收件)?(?:地址|邮编|门牌|楼|收件人|城市|街道|省)|(?:邮编|门牌号?|收件人|楼栋).{0,3}(?:填|写|选)错|(?:改|换)(?:成|到)?(?:寄|送)(?:到|去|给)?|(?:改|换)(?:成|到)(?:公司|单位|学校|家里|宿舍|新家|老家|门市|驿站)|(?:改|换|修改|更改|变更|填错)(?:一下|下|了)?(?:收货|配送|送货)?地址|地址.{0,4}(?:改|换|填错|写错|错了)|(?:住所|届け先|配送先).{0,6}(?:変更|間違)|تغيير (?:ال)?عنوان',
  },
]
const compiled = rules.map(({ id, spaced, unspaced, unless }) => ({
  id,
  unless,
  pattern: new RegExp(`(?<![\\p{L}\\d])${spaced}(?![\\p{L}\\d])|${unspaced}`, 'u'),
}))
/** Certain enough to lead, but a sure model may still say otherwise. */
const SCORE = 0.85

export function intentsByRule(text: string, plain: string, wantsPerson: string | null): IntentScore[] {
  const found = compiled.flatMap(({ id, pattern, unless }): IntentScore[] => {
    const match = pattern.exec(plain)
    return match === null || unless?.test(plain)
      ? []
      : [{ id, score: SCORE, reason: text.slice(match.index, match.index + match[0].length) }]
  })
  return wantsPerson === null ? found : [...found, { id: 'talk-to-person', score: 0.95, reason: wantsPerson }]
}
