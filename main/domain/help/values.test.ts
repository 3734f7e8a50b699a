import { expect, test } from 'vitest'
import { namesMissing } from './names.ts'
import { strayValues, valueChange, valuesIn } from './values.ts'

const same = { lost: [], added: [] }

test.each([
  ['Order SO-2026-1001 costs $16.00.', 'The price of order so-2026-1001 is 16 dollars.'],
  ['We open at 9:00 on Friday.', '我们星期五9点开门。'],
  ['It takes two days.', '需要两天。'],
  ['It takes 2 days.', 'Es dauert zwei Tage.'],
  ['Delivery on March 5, 2026.', '2026年3月5日送达。'],
  ['Das kostet 1.299,50 EUR.', 'It is €1,299.50.'],
  ['See https://lamp.test/returns.', 'More at https://lamp.test/returns'],
  ['On sunday we are closed.', 'We are closed on Sundays.'],
  ['We received 1 of 2 items.', 'One of the two items has arrived.'],
  ['You may march on.', 'Please go on.'],
  ['十分感谢，我们一起努力。', 'Thank you very much.'],
  ['Within 14 days, code GIFT20.', 'You have fourteen days and the code is GIFT20.'],
])('%s says the same as %s', (before, after) => {
  expect(valueChange(before, after)).toEqual(same)
})

test.each([
  ['It costs $16.', 'It costs $18.', '18'],
  ['It costs $16.', 'It costs 16 EUR.', 'EUR'],
  ['We ship on Friday.', 'We ship on Monday.', 'Monday'],
  ['We ship soon.', 'We ship tomorrow.', 'tomorrow'],
  ['We ship soon.', 'We ship in three days.', 'three'],
  ['很快发货。', '三天内发货。', '三'],
  ['Delivery on 5 March.', 'Delivery on 5 April.', 'April'],
  ['Write to us.', 'Write to help@evil.test.', 'help@evil.test'],
  ['See our page.', 'See evil-lamps.com.', 'evil-lamps.com'],
  ['Order 1001 is on its way.', 'Order A-1001 is on its way.', 'A-1001'],
  ['You get a discount.', 'You get a discount with SAVE50.', 'SAVE50'],
  ['The kettle holds 1.5 l.', 'The kettle holds 15 l.', '15'],
])('%s does not say %s', (before, after, added) => {
  expect(valueChange(before, after).added).toContain(added)
})

test('what was left out is told as it was written', () => {
  expect(valueChange('Order 1001 comes on Friday for €20.', 'It comes soon.').lost).toEqual(
    expect.arrayContaining(['1001', 'Friday', '20', '€']),
  )
})

test('a summary may say less than the conversation, but nothing else', () => {
  const said = ['Where is order 1001?', 'It left on 5 March.']
  expect(strayValues('Asks for order 1001.', said)).toEqual([])
  expect(strayValues('Order 1001 left on 6 March.', said)).toEqual(['6'])
})

test('a weekday is no name, whichever way it is written', () => {
  expect(namesMissing('We are closed on Sundays.', 'sunday we are closed', 'en')).toEqual([])
})

test('full-width digits are digits', () => {
  expect([...valuesIn('订单１００１').keys()]).toEqual(['1001'])
})

test('a name inside a sentence must come from the other text; German nouns are no names', () => {
  expect(namesMissing('We told Mia that Oslo is fine.', 'Mia wants it', 'en')).toEqual(['Oslo'])
  expect(namesMissing('Kind Regards, I wait.', '', 'en')).toEqual([])
  expect(namesMissing('Wir senden die Lampe.', 'Lampe', 'de')).toEqual([])
})
