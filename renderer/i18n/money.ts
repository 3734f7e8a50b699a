import type { Money } from '#contract/orders.ts'

/** `€19.99`, `¥1,280.00`: with the places its currency has. A code nobody knows stands before the number. */
export function formatMoney({ minor, currency }: Money, language: string): string {
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${currency} ${minor / 100}`
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
