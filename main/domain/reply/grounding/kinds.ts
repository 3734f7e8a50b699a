/** A rewording may not leave these out: they say when something holds. */
export const restrictive: ReadonlySet<string> = new Set([
  'unused',
  'unopened',
  'unwashed',
  'original',
  'tag',
  'new',
  'first',
  'member',
  'student',
  'express',
  'standard',
  'domestic',
  'abroad',
  'invoice',
  'minimum',
  'sale',
  'final',
  'unshipped',
  'custom_made',
  'defect',
])

/** What is so in one of them need not be so in all. */
export const places: ReadonlySet<string> = new Set([
  'america',
  'canada',
  'europe',
  'germany',
  'uk',
  'france',
  'switzerland',
  'japan',
  'australia',
  'china',
  'hongkong',
  'taiwan',
])

/** What a shop owes once it has said it: only its own words may say so. */
export const promising: ReadonlySet<string> = new Set([
  'refund',
  'exchange',
  'replace',
  'warranty',
  'guarantee',
  'repair',
  'compensate',
  'free',
  'discount',
  'coupon',
  'gift',
  'credit',
  'cancel',
  'sender',
  'gift_card',
  'insure',
])
