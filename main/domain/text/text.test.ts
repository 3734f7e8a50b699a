import { expect, test } from 'vitest'
import { plainChinese, simplified } from './chinese.ts'
import { languageOf } from './language.ts'
import { foldText, normalizeText } from './normalize.ts'
import { sentences } from './sentences.ts'
import { stem, terms } from './words.ts'

test.each([
  ['Where is my order?', 'en'],
  ['refund please', 'en'],
  ['OTP not received', 'en'],
  ['price?', 'en'],
  ['退货政策是什么', 'zh'],
  ['iPhone 15 还有货吗？', 'zh'],
  ['我的 order 到哪里了', 'zh'],
  ['返品はできますか', 'ja'],
  ['返品方法', 'zh'],
  ['배송은 얼마나 걸리나요', 'ko'],
  ['Где мой заказ?', 'ru'],
  ['أين طلبي؟', 'ar'],
  ['Wo ist meine Bestellung?', 'de'],
  ['Où est ma commande', 'fr'],
  ['¿Dónde está mi pedido?', 'es'],
  ['Dove si trova il mio ordine?', 'it'],
  ['Paketim nerede', 'tr'],
  ['iPhone 15 Pro', 'und'],
  ['👍', 'und'],
  ['12345', 'und'],
])('the language of %j is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

test('Chinese is found by two-character words wherever they stand', () => {
  expect(terms('我想退货')).toContain('退货')
  expect(terms('退货政策')).toContain('退货')
})

test('plurals, verb endings, accents, case and full-width forms do not hide a match', () => {
  expect(terms('Délai ＲＥＴＵＲＮＳ shipped')).toEqual(['delai', 'return', 'ship'])
  expect(stem('policies')).toBe(stem('policy'))
})

test('voiced Japanese letters keep their marks when accents are folded', () => {
  expect(foldText('ガラス')).toBe('ガラス')
})

test('invisible characters and curly quotes are made plain', () => {
  expect(normalizeText('don\u2019t\u200b  stop\u00a0now')).toBe("don't stop now")
})

test('sentences end at Latin and CJK stops and keep their place in the text', () => {
  const text =
    'We ship in 2.5 days, e.g. by Mr. Post. Returns are free! 七天内可以退货。运费由我们承担！\n- Keep the box'
  const found = sentences(text)
  expect(found.map(sentence => sentence.text)).toEqual([
    'We ship in 2.5 days, e.g. by Mr. Post.',
    'Returns are free!',
    '七天内可以退货。',
    '运费由我们承担！',
    '- Keep the box',
  ])
  for (const sentence of found) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
})

test('a numbered step stays with its number', () => {
  expect(sentences('1. Open the box. 2. Press the button.').map(sentence => sentence.text)).toEqual([
    '1. Open the box.',
    '2. Press the button.',
  ])
})

test('prices, addresses and file names are not cut at their dots', () => {
  expect(sentences('It costs $4.50 at shop.example.com today. Fine?')).toHaveLength(2)
  expect(sentences('The page says "Sold out!" under the blue mug. Is it?')).toHaveLength(2)
  expect(sentences('I read "Sold out!" Is it coming back?')).toHaveLength(2)
})

test('Chinese in traditional characters and by another name of the same thing is found by the same terms', () => {
  expect(terms('郵費多少')).toEqual(terms('运费多少'))
  expect(terms('能不能退钱')).toEqual(terms('可以退款'))
  expect(terms('咋查快递号')).toEqual(terms('怎么查快递单号'))
  expect(terms('退货')).not.toEqual(terms('退款'))
})

test('making Chinese simplified moves no character', () => {
  const text = 'Ｏｒｄｅｒ 訂單還沒發貨🙂，請幫我查'
  expect(simplified(text)).toBe('Ｏｒｄｅｒ 订单还没发货🙂，请帮我查')
  expect(simplified(text)).toHaveLength(text.length)
})

test.each([
  ['有沒有 gift card 賣', '有没有 礼品卡 卖'],
  ['可以 wechat pay 吗', '可以 微信支付 吗'],
  ['想 return 这个 order', '想 退货 这个 订单'],
  ['能用 Apple Pay 付吗', '能用 Apple Pay 付吗'],
  ['ordering系统', 'ordering系统'],
])('English words within Chinese are taken for Chinese ones: %s', (text, plain) => {
  expect(plainChinese(text)).toBe(plain)
})

test.each(['Can I pay by gift card?', 'gift cardはありますか', 'iPhone 15'])(
  'other languages stay as they are: %s',
  text => {
    expect(plainChinese(text)).toBe(text)
  },
)

test.each([
  ['可以自取吗', '可以自提吗'],
  ['菜板要上油吗', '砧板要上油吗'],
  ['能打统编吗', '能打税号吗'],
  ['warranty多久', '保修多久'],
])('%s asks for the same as %s', (one, other) => {
  expect(terms(one)).toEqual(terms(other))
})
