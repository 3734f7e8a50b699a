import { expect, test } from 'vitest'
import { asksForPerson } from './person.ts'
import { risksIn } from './sensitive.ts'

test.each([
  ['there is nothing left to live for', 'self-harm'],
  ['She is cutting herself', 'self-harm'],
  ['活着太累了', 'self-harm'],
  ['We will come over and smash your windows', 'threat'],
  ['Next time I will punch your driver', 'threat'],
  ['叫人去你们店里闹', 'threat'],
  ['The toaster started sparking', 'safety'],
  ['It broke in my hand and cut my finger', 'safety'],
  ['There is a smell of burning plastic', 'safety'],
  ['插头都烧焦了', 'safety'],
  ['孩子把纽扣吞下去了', 'safety'],
  ['My lips are swollen since I tried it', 'medical'],
  ['He was vomiting after the bar', 'medical'],
  ['吃了以后全身起疹子', 'medical'],
  ['May I take it while on antibiotics?', 'regulated-advice'],
  ['Does it lower blood pressure?', 'regulated-advice'],
  ['能降血压吗', 'regulated-advice'],
  ['I am in seventh grade', 'minors'],
  ['My 10 year old used my card', 'minors'],
  ['女儿拿我的手机下单的', 'minors'],
  ['Your driver insulted me for being gay', 'discrimination'],
  ['This is unlawful', 'legal'],
  ['I am owed a repair under consumer law', 'legal'],
  ['要求你们赔偿', 'legal'],
  ['This transaction is not mine', 'payment-dispute'],
  ['I got ripped off', 'payment-dispute'],
  ['一个月了退款一直没到', 'payment-dispute'],
  ['第三次问了，退款呢', 'payment-dispute'],
  ['I ask for the second time, where is my refund?', 'payment-dispute'],
  ['My refund never arrived', 'payment-dispute'],
  ['Who did you give my address to? I never consented to you sharing it', 'privacy-request'],
  ['You sent me another customer’s invoice', 'privacy-request'],
  ['I produce a show for a radio station', 'press'],
  ['I have 300k followers', 'press'],
  ['发到抖音让大家看看', 'press'],
  ['You should be ashamed of yourselves', 'complaint'],
])('"%s" touches: %s', (text, risk) => {
  expect(risksIn(text)).toContain(risk)
})

test.each([
  'Which pan is best for a gas stove?',
  'Do you sell smoked tea or smoke detectors?',
  'My candle is burning unevenly',
  'The chocolate melted on the way',
  'Is there a bath bomb in the gift box?',
  'Do you sell a rash guard?',
  'My shoes hurt my feet',
  'Does the medicine cabinet come with a lock?',
  'How many scoops of coffee should I use per litre?',
  'I am 17 weeks late with this, sorry',
  'My mother in law ordered it, can she return it?',
  'Is there an extra charge for express?',
  'Where is my refund for order 1001?',
  'My refund has not arrived yet',
  '退款怎么还没到',
  'Is it cheaper to charge it at night?',
  'Do you have magazine racks?',
  'Can I send it to another address?',
  'Do you have a police costume?',
  '木板划伤了怎么修',
  '包裹炸开了口',
  '油炸锅多大',
  '给女儿下单了一套书，什么时候发',
  '可以寄到别人的地址吗',
])('"%s" is an ordinary question', text => {
  expect(risksIn(text)).toEqual([])
})

test.each(['Call me please', 'I need to talk to Nadia', 'Is anyone actually there?', '不要自动回复', '有没有人啊'])(
  '"%s" asks for a person',
  text => expect(asksForPerson(text)).toBe(true),
)
