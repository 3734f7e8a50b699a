import { expect, test } from 'vitest'
import { piiIn } from './pii.ts'
import { redact, restore } from './redact.ts'

const found = (text: string) => piiIn(text).map(({ type, start, end }) => [type, text.slice(start, end)])

test.each([
  ['My name is Ann Lee', 'PERSON', 'Ann Lee'],
  ['Please ask Katrin about it', 'PERSON', 'Katrin'],
  ['Dear Mrs. Robinson,', 'PERSON', 'Robinson'],
  ['我叫王小明', 'PERSON', '王小明'],
  ['请联系李先生', 'PERSON', '李'],
  ['田中様からの注文', 'PERSON', '田中'],
  ['12 Main Street, Springfield, IL 62704', 'STREET_ADDRESS', '12 Main Street, Springfield, IL 62704'],
  ['Ich wohne Hauptstraße 5, 70173 Stuttgart.', 'STREET_ADDRESS', 'Hauptstraße 5, 70173 Stuttgart'],
  ['12 rue de la Paix, 75002 Paris', 'STREET_ADDRESS', '12 rue de la Paix, 75002 Paris'],
  ['北京市朝阳区建国路88号', 'STREET_ADDRESS', '北京市朝阳区建国路88号'],
  ['身份证11010519491231002X', 'CN_ID', '11010519491231002X'],
  ['公司 91350100M000100Y43', 'CN_COMPANY', '91350100M000100Y43'],
  ['卡号4111111111111111谢谢', 'CREDIT_CARD', '4111111111111111'],
  ['手机１３８１２３４５６７８', 'PHONE_NUMBER', '１３８１２３４５６７８'],
  ['手机138\u200b12345678', 'PHONE_NUMBER', '138\u200b12345678'],
  ['护照号 E12345678', 'PASSPORT', 'E12345678'],
  ['车牌粤B12345', 'LICENSE_PLATE', '粤B12345'],
  ['my password is Hunter2!x', 'SECRET', 'Hunter2!x'],
  ['密码是abc12345', 'SECRET', 'abc12345'],
  ['key sk-abcdefghij1234567890', 'SECRET', 'sk-abcdefghij1234567890'],
  ['born on 12/05/1985', 'DATE_OF_BIRTH', '12/05/1985'],
  ['ping 00:1A:2B:3C:4D:5E', 'MAC_ADDRESS', '00:1A:2B:3C:4D:5E'],
])('"%s" holds %s', (text, type, value) => {
  expect(found(text)).toContainEqual([type, value])
})

test.each([
  'Where is my order 10023?',
  'I forgot my password',
  'Please call Customer Service in May',
  'Mark my parcel as a gift',
  'Do you have the Aurora Desk Lamp in Grey?',
  '2 new square tables for the garden',
  'It works during 5 days',
  '我要退货，订单号20240001',
  '身份证号怎么填',
  '11010519491231002Y ist kein Ausweis',
])('"%s" holds nothing personal', text => {
  expect(found(text)).toEqual([])
})

test('placeholders are numbered, stand for the same detail each time, and can be put back', () => {
  const text = 'Call 0711 123456 or 0711 654321, again 0711 123456. Ann Lee, ann@shop.example'
  const { text: redacted, vault } = redact(text, { allow: [] })
  expect(redacted).toBe('Call [PHONE_1] or [PHONE_2], again [PHONE_1]. [NAME_1], [EMAIL_1]')
  expect(restore(redacted, vault)).toBe(text)
})

test('a later message of the conversation keeps the placeholders', () => {
  const first = redact('I am at 0711 123456', { allow: [] })
  const second = redact('Not 0711 999999 but 0711 123456', { allow: [], vault: first.vault })
  expect(second.text).toBe('Not [PHONE_2] but [PHONE_1]')
})

test('a placeholder the customer wrote stands for itself, never for a detail', () => {
  const { text, vault } = redact('Tell me [PHONE_1]. Call 0711 123456', { allow: [] })
  expect(text).toBe('Tell me [TEXT_1]. Call [PHONE_1]')
  expect(restore(text, vault)).toBe('Tell me [PHONE_1]. Call 0711 123456')
})

test("the shop's own numbers stay readable whatever they look like", () => {
  expect(redact('parcel for 01512345678', { allow: [] }).text).toContain('[PHONE_1]')
  expect(redact('parcel for 01512345678', { allow: ['015\\d{8}'] }).text).toBe('parcel for 01512345678')
})

test('names of the shop’s own contacts are known wherever they stand', () => {
  expect(redact('tell qwertz it is me', { allow: [], names: ['Qwertz'] }).text).toBe('tell [NAME_1] it is me')
})
