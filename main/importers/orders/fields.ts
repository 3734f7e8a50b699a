import type { OrderRecordKind } from '#contract/orders.ts'

export interface Field {
  id: string
  required: boolean
  /** Headings without accents, blanks and punctuation, in the languages that shops use. */
  headings: readonly string[]
  /** Headings that only look like it. */
  not?: RegExp
}

const field = (id: string, headings: string, options: { required?: boolean; not?: RegExp } = {}): Field => ({
  id,
  required: options.required ?? false,
  headings: headings.split(' '),
  ...(options.not ? { not: options.not } : {}),
})

const currency = field('currency', 'currency currencycode wahrung devise moneda 币种 货币 币别 通貨')
const sku = field(
  'sku',
  'sku lineitemsku itemsku productsku articlenumber artikelnummer itemcode productcode variantsku itemid productid 商品编码 商品编号 货号 商家编码 品番 商品コード',
)
const serialNumber = field(
  'serialNumber',
  'serialnumber serial serialno seriennummer numerodeserie imei sn 序列号 机身号 设备号 シリアル番号',
)
const notATotal = /ship|tax|disc|sub|refund|运费|优惠|税|折|versand|steuer|rabatt/

/** In the order in which they take columns: the telling ones first. */
export const fieldsOf: Readonly<Record<OrderRecordKind, readonly Field[]>> = {
  orders: [
    field('number', 'ordernumber orderno ordernr ordernum order orderid orderreference ordername bestellnummer bestellnr auftragsnummer numerodepedido pedido numerodecommande commande 订单号 订单编号 订单号码 单号 注文番号 订单id number id', { required: true }),
    field('status', 'status orderstatus state bestellstatus estado statut 订单状态 状态 注文状況'),
    field('email', 'email emailaddress mail customeremail billingemail buyeremail contactemail correo courriel 邮箱 电子邮箱 邮件 客户邮箱 买家邮箱 メールアドレス'),
    field('phone', 'phone phonenumber telephone tel mobile mobilephone customerphone billingphone shippingphone telefon telefono 电话 手机 手机号 手机号码 联系电话 收货人电话 买家电话 电话号码 電話番号'),
    field('customerName', 'customername customer name buyer buyername clientname billingname shippingname recipient kunde kundenname cliente client 姓名 客户 客户姓名 买家 买家姓名 收货人 收件人 客户名称 お客様名 氏名'),
    field('placedAt', 'orderdate date createdat created datecreated placedat purchasedate purchasedat orderedat bestelldatum datum fecha datedecommande 下单时间 订单时间 下单日期 订单日期 创建时间 购买日期 日期 注文日', { not: /ship|deliver|paid|cancel|update|发货|付款/ }),
    field('total', 'total ordertotal totalprice totalamount amount grandtotal totalpaid gesamtbetrag gesamt summe montant importe 订单金额 总金额 总价 实付金额 实付款 金额 合计 合計', { not: notATotal }),
    currency,
    field('carrier', 'carrier shippingcarrier courier shipper shippingcompany trackingcompany versanddienst transportista transporteur 快递公司 物流公司 承运商 快递 配送業者'),
    field('trackingNumber', 'trackingnumber tracking trackingno trackingid trackingcode shipmentid sendungsnummer numerodeseguimiento numerodesuivi 快递单号 物流单号 运单号 追跡番号 送り状番号'),
    field('trackingUrl', 'trackingurl trackinglink trackingpage 物流链接 查询链接'),
    field('shipmentStatus', 'shipmentstatus deliverystatus shippingstatus trackingstatus lieferstatus 物流状态 配送状态 配送状況'),
    field('shippedAt', 'shippedat shipdate shippeddate shippingdate dispatchedat fulfilledat versanddatum 发货时间 发货日期 発送日'),
    field('expectedAt', 'expectedat expecteddelivery estimateddelivery estimateddeliverydate deliverydate eta expected lieferdatum 预计送达 预计到货 预计送达时间 预计送达日期 お届け予定日'),
    field('deliveredAt', 'deliveredat delivereddate delivered zugestelltam 签收时间 送达时间 签收日期 收货时间 配達日'),
    field('address', 'address shippingaddress deliveryaddress shippingstreet shippingaddress1 street lieferadresse adresse direccion 地址 收货地址 收件地址 详细地址 住所 お届け先'),
    field('city', 'city shippingcity town ort stadt ville ciudad 城市 市'),
    field('region', 'state region province shippingprovince shippingstate bundesland 省 省份 州'),
    field('postcode', 'postcode zip zipcode postalcode shippingzip shippingpostcode plz codepostal codigopostal 邮编 邮政编码 郵便番号'),
    field('country', 'country shippingcountry land pays pais 国家'),
    field('item', 'item itemname items product productname products lineitemname lineitem title article artikel produkt producto produit 商品 商品名称 产品 产品名称 商品名 宝贝标题 品名'),
    sku,
    field('quantity', 'quantity qty lineitemquantity itemquantity menge anzahl cantidad quantite 数量 件数 购买数量 個数'),
    field('price', 'price unitprice itemprice lineitemprice preis einzelpreis precio prix 单价 价格 商品单价 単価'),
    serialNumber,
    field('paymentStatus', 'paymentstatus financialstatus paid zahlungsstatus 支付状态 付款状态 入金状況'),
    field('fulfilmentStatus', 'fulfillmentstatus fulfilmentstatus versandstatus 发货状态 出荷状況'),
    field('cancelledAt', 'cancelledat canceledat cancelleddate 取消时间'),
    field('returnStatus', 'returnstatus refundstatus rmastatus 退货状态 售后状态 退款状态 返品状況'),
    field('returnReason', 'returnreason refundreason 退货原因 退款原因 返品理由'),
    field('coupon', 'coupon couponcode discountcode promocode gutschein 优惠券 优惠码 クーポン'),
    field('note', 'note notes comment remarks customernote notiz bemerkung 备注 买家留言 卖家备注 備考'),
  ],
  products: [
    field('name', 'name productname product title item itemname produktname produkt nombre nom bezeichnung 商品名称 商品名 产品名称 名称 商品 产品 品名', { required: true }),
    sku,
    field('description', 'description details bodyhtml shortdescription beschreibung descripcion 描述 商品描述 简介 详情 説明'),
    field('price', 'price regularprice saleprice unitprice variantprice preis precio prix 价格 单价 售价 售價 価格', { not: /compare|cost/ }),
    currency,
    field('stock', 'stock quantity qty inventory stockquantity instock available onhand variantinventoryqty bestand lagerbestand existencias 库存 库存数量 数量 在庫'),
    field('url', 'url link producturl permalink webseite 链接 商品链接 网址'),
    field('warrantyMonths', 'warrantymonths warranty guaranteemonths garantie garantiemonate 质保月数 保修期 质保期 保修月数 保証期間'),
  ],
  warranties: [
    { ...serialNumber, required: true },
    field('startsAt', 'startsat start startdate purchasedate purchasedat validfrom soldat kaufdatum beginn 开始日期 生效日期 购买日期 保修开始 購入日', { required: true }),
    field('endsAt', 'endsat end enddate expires expiresat expirydate validuntil warrantyuntil ende ablauf 结束日期 到期日 到期日期 保修截止 保修到期 終了日'),
    field('months', 'months warrantymonths warranty duration monate garantie 月数 保修月数 保修期 質保月数'),
    field('orderNumber', 'ordernumber orderno orderid order bestellnummer 订单号 订单编号 注文番号'),
    sku,
  ],
  coupons: [
    field('code', 'code couponcode coupon promocode discountcode vouchercode gutscheincode gutschein codigo 优惠码 优惠券码 优惠券 券码 折扣码 クーポンコード', { required: true }),
    field('percent', 'percent percentage discountpercent discount rabatt prozent descuento 折扣 折扣率 百分比 割引率'),
    field('amount', 'amount value discountamount betrag wert importe 金额 面额 抵扣金额 割引額'),
    currency,
    field('description', 'description name title beschreibung 描述 说明 名称'),
    field('validUntil', 'validuntil expires expiresat expirydate dateexpires enddate gultigbis 有效期 有效期至 到期日 截止日期 有効期限'),
    field('remaining', 'remaining left usagelimit quantity uses anzahl 剩余 剩余次数 数量 可用次数'),
  ],
} // prettier-ignore

const kinds = ['orders', 'warranties', 'coupons', 'products'] as const

function plain(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Long enough to tell a field inside a longer heading: "customer e-mail (private)". */
function isTelling(heading: string): boolean {
  return /\p{Script=Han}/u.test(heading) ? heading.length >= 2 : heading.length >= 5
}

/**
 * Field id to the place of its column, `known` ones first. Whole headings count before headings that begin or end with a
 * known one.
 */
export function guessColumns(
  kind: OrderRecordKind,
  headings: readonly string[],
  known: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const columns = headings.map(plain)
  const taken = new Set(known.values())
  const found = new Map(known)
  const fits: readonly ((column: string, heading: string) => boolean)[] = [
    (column, heading) => column === heading,
    (column, heading) => isTelling(heading) && (column.startsWith(heading) || column.endsWith(heading)),
  ]
  for (const isFitting of fits) {
    for (const { id, headings: usual, not } of fieldsOf[kind]) {
      if (found.has(id)) continue
      const place = usual
        .map(heading =>
          columns.findIndex(
            (column, index) => !taken.has(index) && !(not?.test(column) ?? false) && isFitting(column, heading),
          ),
        )
        .find(index => index >= 0)
      if (place === undefined) continue
      found.set(id, place)
      taken.add(place)
    }
  }
  return found
}

/** What the rows of a table are, by how many of its columns fit. */
export function guessKind(headings: readonly string[]): OrderRecordKind {
  const scored = kinds.map(kind => {
    const found = guessColumns(kind, headings)
    const isComplete = fieldsOf[kind].every(({ id, required }) => !required || found.has(id))
    return { kind, score: found.size / (kind === 'orders' ? 1.3 : 1) - (isComplete ? 0 : 4) }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]?.kind ?? 'orders'
}
