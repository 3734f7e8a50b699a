import { expect, test } from 'vitest'
import { piiIn } from './pii.ts'

const found = (text: string) => piiIn(text).map(({ type, start, end }) => [type, text.slice(start, end)])

test.each([
  ['Write to Anna.B+shop@mail.example.co.uk, please', 'EMAIL_ADDRESS', 'Anna.B+shop@mail.example.co.uk'],
  ['我的邮箱是wang@example.cn。', 'EMAIL_ADDRESS', 'wang@example.cn'],
  ['See https://www.shop.example/a?b=1.', 'DOMAIN_NAME', 'https://www.shop.example/a?b=1'],
  ['I saw it on lamps.de yesterday', 'DOMAIN_NAME', 'lamps.de'],
  ['IBAN: DE89 3704 0044 0532 0130 00', 'IBAN_CODE', 'DE89 3704 0044 0532 0130 00'],
  ['my card is 4111 1111 1111 1111', 'CREDIT_CARD', '4111 1111 1111 1111'],
  ['SSN 853-37-1694', 'US_SSN', '853-37-1694'],
  ['from 41.173.96.26', 'IP_ADDRESS', '41.173.96.26'],
  ['from 6e40:4041:c617:e898:c11:40d2:c669:2eb4', 'IP_ADDRESS', '6e40:4041:c617:e898:c11:40d2:c669:2eb4'],
  ['call +49 (0)30 1234567', 'PHONE_NUMBER', '+49 (0)30 1234567'],
  ['call me at 0494 92 82 32', 'PHONE_NUMBER', '0494 92 82 32'],
  ['我的手机13812345678', 'PHONE_NUMBER', '13812345678'],
  ['905-674-3793x12', 'PHONE_NUMBER', '905-674-3793x12'],
])('"%s" holds %s', (text, type, value) => {
  expect(found(text)).toEqual([[type, value]])
})

test.each([
  'My order number is 1002334155',
  'order #1002334155 from 2026-11-22',
  '订单号 1002334155',
  'It costs 1.299.000 or 12.50, 2 x 100',
  'Monday 22.11.2026 at 10:30',
  'card 4111 1111 1111 1112',
  'IBAN GB59IFUE40226315499138',
  'version 1.2.3.999 is out e.g. today',
  'between 2019-2020',
])('"%s" holds nothing personal', text => {
  expect(found(text)).toEqual([])
})

test('several details are given in the order of the text and never overlap', () => {
  expect(found('Call 0711 123456 or mail a@b.example; site www.b.example')).toEqual([
    ['PHONE_NUMBER', '0711 123456'],
    ['EMAIL_ADDRESS', 'a@b.example'],
    ['DOMAIN_NAME', 'www.b.example'],
  ])
})
