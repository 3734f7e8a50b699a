export type ShopKind = 'woocommerce' | 'shopify'
/** How a Shopify app proves who it is: one of the Dev Dashboard by ID and secret, an older one by its lasting token. */
export type ShopifyApp = 'dashboard' | 'older'

/** Everything that may be typed, for all kinds; what the others need is left alone. */
export interface ShopForm {
  kind: ShopKind
  app: ShopifyApp
  url: string
  key: string
  secret: string
  shop: string
  clientId: string
  clientSecret: string
  token: string
}

export type ShopField = Exclude<keyof ShopForm, 'kind' | 'app'>

function fieldsOf({ kind, app }: Pick<ShopForm, 'kind' | 'app'>): readonly ShopField[] {
  if (kind === 'woocommerce') return ['url', 'key', 'secret']
  return app === 'dashboard' ? ['shop', 'clientId', 'clientSecret'] : ['shop', 'token']
}

export function emptyShopForm(kind: ShopKind): ShopForm {
  return { kind, app: 'dashboard', url: '', key: '', secret: '', shop: '', clientId: '', clientSecret: '', token: '' }
}

/** Fields that must still be filled in. */
export function missingShopFields(form: ShopForm): ShopField[] {
  return fieldsOf(form).filter(field => form[field].trim() === '')
}

/** As the contract takes it. People copy addresses from their browser, with what stands around them. */
export function connectionOf(form: ShopForm) {
  const { kind, app } = form
  const typed = (field: ShopField) => form[field].trim()
  if (kind === 'woocommerce') return { kind, url: typed('url'), keys: { key: typed('key'), secret: typed('secret') } }
  return app === 'dashboard'
    ? { kind, shop: typed('shop'), keys: { clientId: typed('clientId'), clientSecret: typed('clientSecret') } }
    : { kind, shop: typed('shop'), keys: { token: typed('token') } }
}
