import type { IntentId } from '#domain/understanding/intents.ts'
import type { Language } from '#contract/settings.ts'
import { intentOf } from '#domain/understanding/intents.ts'
import { labelOf } from '#domain/topics/topic.ts'

/** As the owner's screen calls them. */
const names: Readonly<Record<IntentId, readonly [en: string, zh: string]>> = {
  'order-status': ['Where is my order', '我的订单到哪了'],
  'delivery-time': ['Delivery time', '配送时间'],
  'delivery-cost': ['Delivery cost', '运费'],
  'delivery-area': ['Where you deliver', '配送范围'],
  'delivery-problem': ['Trouble with a delivery', '配送出了问题'],
  'change-address': ['Change the address', '修改收货地址'],
  'change-order': ['Change an order', '修改订单'],
  'cancel-order': ['Cancel an order', '取消订单'],
  'place-order': ['Place an order', '下单购买'],
  'payment-methods': ['Ways to pay', '付款方式'],
  'payment-problem': ['Paying does not work', '付款遇到问题'],
  invoice: ['Invoice or receipt', '发票或收据'],
  'refund-request': ['Wants money back', '要求退款'],
  'refund-status': ['Where is my refund', '退款进度'],
  'return-item': ['Return something', '退货'],
  'exchange-item': ['Exchange something', '换货'],
  'return-policy': ['Rules for returns', '退换规定'],
  warranty: ['Warranty', '保修'],
  'product-fault': ['Something is broken', '商品有故障'],
  'product-info': ['About a product', '商品信息'],
  'product-use': ['How to use something', '使用方法'],
  recommendation: ['Which one to choose', '推荐选购'],
  stock: ['In stock', '库存'],
  price: ['Price', '价格'],
  discount: ['Discounts and coupons', '优惠折扣'],
  'gift-card': ['Gift cards', '礼品卡'],
  loyalty: ['Points and membership', '积分会员'],
  wholesale: ['Wholesale and business', '批发与企业采购'],
  'opening-hours': ['Opening hours', '营业时间'],
  'shop-location': ['Where the shop is', '店铺位置'],
  'contact-details': ['How to reach you', '联系方式'],
  account: ['Customer account', '账号'],
  newsletter: ['Newsletter', '订阅与广告'],
  review: ['Reviews', '评价'],
  complaint: ['Complaint', '投诉'],
  'payment-dispute': ['Dispute about money', '款项争议'],
  privacy: ['Personal data', '个人信息'],
  'talk-to-person': ['Wants a person', '要求人工'],
}

/** An intent in words, or the shop's own name of its own topic. */
export function topicName(id: string, language: Language): string {
  const intent = intentOf(id)
  return intent === null ? labelOf(id) : names[intent.id][language === 'en' ? 0 : 1]
}
