export type ShopKind = 'woocommerce' | 'shopify'

/** Everything that may be typed, for both kinds; what the other kind does not need is left alone. */
export interface ShopForm {
  kind: ShopKind
  url: string
  key: string
  secret: string
  shop: string
  token: string
}

export type ShopField = Exclude<keyof ShopForm, 'kind'>

export const shopFields: Record<ShopKind, readonly ShopField[]> = {
  woocommerce: ['url', 'key', 'secret'],
  shopify: ['shop', 'token'],
}

export function emptyShopForm(kind: ShopKind): ShopForm {
  return { kind, url: '', key: '', secret: '', shop: '', token: '' }
}

/** Fields that must still be filled in. */
export function missingShopFields(form: ShopForm): ShopField[] {
  return shopFields[form.kind].filter(field => form[field].trim() === '')
}

/** As the contract takes it. People copy addresses from their browser, with what stands around them. */
export function connectionOf({ kind, url, key, secret, shop, token }: ShopForm) {
  return kind === 'woocommerce'
    ? { kind, url: url.trim(), key: key.trim(), secret: secret.trim() }
    : { kind, shop: shop.trim(), token: token.trim() }
}
