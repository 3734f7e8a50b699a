export type PiiType =
  | 'EMAIL_ADDRESS'
  | 'DOMAIN_NAME'
  | 'IBAN_CODE'
  | 'CREDIT_CARD'
  | 'US_SSN'
  | 'IP_ADDRESS'
  | 'PHONE_NUMBER'
  | 'PERSON'
  | 'STREET_ADDRESS'
  | 'ZIP_CODE'
  | 'CN_ID'
  | 'CN_COMPANY'
  | 'PASSPORT'
  | 'DRIVER_LICENSE'
  | 'LICENSE_PLATE'
  | 'DATE_OF_BIRTH'
  | 'MAC_ADDRESS'
  | 'CRYPTO'
  | 'SECRET'

export interface Rule {
  type: PiiType
  pattern: RegExp
  /** `before` and `after` are the text around the find, as far as it matters. */
  accepts(found: string, before: string, after: string): boolean
}
