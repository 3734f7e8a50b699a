import { orderPatterns } from '#domain/understanding/facts/numbers.ts'
import { assertNever } from '#domain/assertNever.ts'
import { piiIn, type Pii, type PiiType } from './pii.ts'

/** What each placeholder stands for. Kept for one conversation and never shown to a model or written to a log. */
export type Vault = Readonly<Record<string, string>>

export interface RedactOptions {
  /** Sources of the shop's order and parcel numbers: they stay readable, whatever they look like. */
  allow: readonly string[]
  /** Names of the shop's own contacts. */
  names?: readonly string[]
  /** Of the conversation so far: the same detail keeps its placeholder. */
  vault?: Vault
}

export interface Redacted {
  text: string
  /** Positions in the original text. */
  found: Pii[]
  vault: Vault
}

const placeholder = /\[[A-Z]+_\d+\]/gu

/** Takes every personal detail out of a text: `[PHONE_1]` stands for it and `restore` puts it back. */
export function redact(text: string, { allow, names = [], vault = {} }: RedactOptions): Redacted {
  const found = piiIn(text, { names, allowed: orderPatterns(allow) })
  const fake = Array.from(text.matchAll(placeholder), match => ({
    start: match.index,
    end: match.index + match[0].length,
    label: 'TEXT',
  }))
  const known: Record<string, string> = { ...vault }
  const places = [...found.map(({ type, start, end }) => ({ start, end, label: labelOf(type) })), ...fake]
  let redacted = ''
  let from = 0
  for (const { start, end, label } of places.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    redacted += text.slice(from, start) + placeholderFor(known, label, text.slice(start, end))
    from = end
  }
  return { text: redacted + text.slice(from), found, vault: known }
}

/** Puts back what `redact` took out; a placeholder that stands for nothing stays as it is. */
export function restore(text: string, vault: Vault): string {
  return text.replace(placeholder, sign => (Object.hasOwn(vault, sign) ? (vault[sign] ?? sign) : sign))
}

function placeholderFor(known: Record<string, string>, label: string, value: string): string {
  const same = Object.keys(known).find(sign => known[sign] === value && sign.startsWith(`[${label}_`))
  if (same !== undefined) return same
  const count = Object.keys(known).filter(sign => sign.startsWith(`[${label}_`)).length
  const sign = `[${label}_${count + 1}]`
  known[sign] = value
  return sign
}

function labelOf(type: PiiType): string {
  switch (type) {
    case 'EMAIL_ADDRESS':
      return 'EMAIL'
    case 'DOMAIN_NAME':
      return 'LINK'
    case 'IBAN_CODE':
      return 'IBAN'
    case 'CREDIT_CARD':
      return 'CARD'
    case 'IP_ADDRESS':
    case 'MAC_ADDRESS':
      return 'DEVICE'
    case 'PHONE_NUMBER':
      return 'PHONE'
    case 'PERSON':
      return 'NAME'
    case 'STREET_ADDRESS':
      return 'ADDRESS'
    case 'ZIP_CODE':
      return 'POSTCODE'
    case 'US_SSN':
    case 'CN_ID':
    case 'CN_COMPANY':
    case 'PASSPORT':
    case 'DRIVER_LICENSE':
    case 'LICENSE_PLATE':
      return 'ID'
    case 'DATE_OF_BIRTH':
      return 'BIRTHDAY'
    case 'CRYPTO':
    case 'SECRET':
      return 'SECRET'
    default:
      return assertNever(type)
  }
}
