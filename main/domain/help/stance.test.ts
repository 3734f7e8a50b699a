import { expect, test } from 'vitest'
import { stanceChange } from './stance.ts'

test.each([
  ['We cannot refund this order.', 'Unfortunately a refund is not possible for this order.'],
  ['we dont sell this anymore', 'Sadly, we no longer carry this item.'],
  ['it is late, we dont know when it comes', 'We can’t say yet when it will arrive.'],
  ['We do not ship to Japan.', 'I am afraid shipping to Japan is unavailable.'],
  ['Your parcel left today.', 'Please do not hesitate to ask, your parcel left today!'],
  ['Write to us.', 'Feel free to write to us, no worries at all.'],
  ['We cannot refund this order.', '抱歉，这个订单不能退款。'],
  ['不好意思，今天发货。', 'Sorry, it ships today.'],
  ['Shipping is free from $75.', '满75美元包邮。'],
  ['Wir können die Bestellung leider nicht erstatten.', 'We are sorry: a refund of the order is out of the question.'],
])('%s binds to the same as %s', (before, after) => {
  expect(stanceChange(before, after)).toEqual([])
})

test.each([
  ['We cannot refund this order.', 'We will gladly refund this order.', 'cannot'],
  ['We will look after it.', 'We will send you a full refund.', 'refund'],
  ['We will look after it.', 'We will look after it, free of charge.', 'free'],
  ['Delivery costs $8.', 'Delivery costs $8 and a gift is inside.', 'gift'],
  ['We can repair it.', 'We cannot repair it.', 'cannot'],
  ['我们会尽快处理。', '我们保证尽快处理。', '保证'],
  ['这个商品不能退货。', 'You can return this item.', '不'],
])('%s is not the same as %s', (before, after, told) => {
  expect(stanceChange(before, after)).toEqual([told])
})
