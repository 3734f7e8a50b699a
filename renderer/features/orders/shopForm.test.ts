import { expect, test } from 'vitest'
import { connectionOf, emptyShopForm, missingShopFields } from './shopForm.ts'

test('only the fields of the chosen shop system must be filled in', () => {
  const shopify = { ...emptyShopForm('shopify'), shop: 'pine', token: ' ' }
  expect(missingShopFields(shopify)).toEqual(['clientId', 'clientSecret'])
  expect(missingShopFields({ ...shopify, app: 'older' })).toEqual(['token'])
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
  const keys = { key: 'ck_1', secret: 'cs_1' }
  expect(connectionOf(form)).toEqual({ kind: 'woocommerce', url: 'https://pine.example', keys })
})

test('a Shopify app is known by its ID and secret, an older one by its token, never by both', () => {
  const form = { ...emptyShopForm('shopify'), shop: 'pine ', clientId: ' id', clientSecret: 'secret', token: 'token' }
  expect(connectionOf(form)).toEqual({
    kind: 'shopify',
    shop: 'pine',
    keys: { clientId: 'id', clientSecret: 'secret' },
  })
  expect(connectionOf({ ...form, app: 'older' })).toEqual({ kind: 'shopify', shop: 'pine', keys: { token: 'token' } })
})
