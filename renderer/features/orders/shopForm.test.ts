import { expect, test } from 'vitest'
import { connectionOf, emptyShopForm, missingShopFields } from './shopForm.ts'

test('only the fields of the chosen shop system must be filled in', () => {
  expect(missingShopFields({ ...emptyShopForm('shopify'), shop: 'pine', token: ' ' })).toEqual(['token'])
  expect(missingShopFields({ ...emptyShopForm('woocommerce'), url: 'https://pine.example' })).toEqual(['key', 'secret'])
})

test('spaces that were copied along do not make a key wrong, and keys of the other system are not sent', () => {
  const form = {
    ...emptyShopForm('woocommerce'),
    url: ' https://pine.example ',
    key: 'ck_1\n',
    secret: 'cs_1',
    token: 'x',
  }
  expect(connectionOf(form)).toEqual({ kind: 'woocommerce', url: 'https://pine.example', key: 'ck_1', secret: 'cs_1' })
})
