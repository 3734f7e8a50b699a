import { expect, test } from 'vitest'
import { flat } from '#domain/text/flat.ts'
import { intentsByRule } from './intentRules.ts'

const idsIn = (text: string) => intentsByRule(text, flat(text), null).map(({ id }) => id)

test.each([
  ['order-status', '¿Por dónde va mi pedido?'],
  ['order-status', '¿Cuándo recibiré mi compra?'],
  ['order-status', 'Quand est-ce que je vais recevoir ma commande ?'],
  ['order-status', 'Où en est mon colis'],
  ['order-status', 'Wo bleibt denn meine Lieferung?'],
  ['order-status', 'Wann wird meine Bestellung geliefert?'],
  ['order-status', 'أين شحنتي؟'],
  ['order-status', 'متى تصل الطلبية'],
  ['delivery-problem', 'Mi envío nunca llegó'],
  ['delivery-problem', 'Todavía no he recibido el paquete'],
  ['delivery-problem', "Ma commande n'est jamais arrivée"],
  ['delivery-problem', "Je n'ai toujours rien reçu"],
  ['delivery-problem', 'Die Sendung ist nicht eingetroffen'],
  ['delivery-problem', 'Mein Päckchen wurde noch immer nicht zugestellt'],
  ['delivery-problem', '注文した品がまだ届いていません'],
  ['delivery-problem', '商品が届きません'],
  ['delivery-problem', 'الطرد لم يصل'],
  ['delivery-problem', 'ما وصلني طلبي'],
  ['product-fault', 'El hervidor no calienta'],
  ['product-fault', 'La pantalla está rota'],
  ['product-fault', 'Le grille-pain ne chauffe plus'],
  ['product-fault', 'Die Kaffeemaschine läuft aus'],
  ['product-fault', 'Der Drucker schaltet sich nicht ein'],
  ['product-fault', '充電できません'],
  ['product-fault', '取っ手が割れていました'],
  ['product-fault', 'الجهاز معطل'],
  ['product-fault', '风扇不转'],
])('%s: "%s"', (id, text) => {
  expect(idsIn(text)).toContain(id)
})

test.each([
  'Si el paquete no llega, ¿qué hago?',
  "Que se passe-t-il quand un colis n'est pas arrivé ?",
  'Was passiert, wenn die Lieferung nicht ankommt?',
  '荷物が届かない場合はどうなりますか',
  'ماذا لو لم يصل طلبي',
  'El código no funciona',
  'Le paiement ne marche pas',
  'Die Anmeldung funktioniert nicht',
  '优惠码不能用',
  '这个杯子会不会漏水？',
  'クーポンのエラー',
  'أوقات العمل في العطلة',
  'Es geht mir nicht gut',
])('"%s" is none of these', text => {
  expect(idsIn(text)).not.toContain('delivery-problem')
  expect(idsIn(text)).not.toContain('product-fault')
})

test('the reason is the words of the text itself', () => {
  const text = 'Hola. Mi envío nunca llegó, gracias'
  expect(intentsByRule(text, flat(text), null)).toEqual([
    { id: 'delivery-problem', score: 0.85, reason: 'envío nunca llegó' },
  ])
})
