import { expect, test } from 'vitest'
import { mailPresets } from './mailPresets.ts'
import { mailFields, mailSettingsSchema } from './mailSettings.ts'

test('every preset fills the form completely: address and password are enough', () => {
  for (const { id, values } of mailPresets) {
    const result = mailSettingsSchema.safeParse({ ...values, address: 'shop@shop.test', password: 'x' })
    expect([id, result.error?.issues ?? []]).toEqual([id, []])
  }
})

test('no address fits two providers', () => {
  const domains = mailPresets.flatMap(preset => preset.domains)
  expect(domains).toEqual([...new Set(domains)])
})

test('the form asks for exactly what the settings hold', () => {
  expect(mailFields.map(({ key }) => key).sort()).toEqual(Object.keys(mailSettingsSchema.shape).sort())
})

test('a host that is more than a host is refused', () => {
  const settings = { ...mailPresets[0]?.values, address: 'shop@shop.test', password: 'x' }
  for (const imapHost of ['', 'imap.shop.test/x', 'a b', 'https://imap.shop.test'])
    expect(mailSettingsSchema.safeParse({ ...settings, imapHost }).success).toBe(false)
  expect(mailSettingsSchema.safeParse({ ...settings, imapHost: ' imap.shop.test ' }).success).toBe(true)
})
