const NOT_A_PERSON =
  /(?:^|[^\p{L}])(?:gmbh|ltd|limited|inc|llc|corp|company|group|shop|store|support|service|services|team|info|sales|office|admin|noreply|mail|newsletter|customer|user|guest|unknown|anonymous|test|bot|kunde|firma)(?:$|[^\p{L}])|公司|商店|网店|店铺|客服|用户|游客|匿名|顾客|株式会社|様$|شركة|متجر/iu
const LETTERS = /^[\p{L}\p{M}]+(?:[-'’.·・ ]{1,2}[\p{L}\p{M}]+)*\.?$/u
const HAN = /^\p{Script=Han}{2,4}$/u

/** What to call the contact in a greeting; null when the name is a company, an address, a nickname or anything unclear. */
export function greetingName(name: string): string | null {
  const plain = name.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (plain.length > 40 || !LETTERS.test(plain) || NOT_A_PERSON.test(plain)) return null
  if (/\p{Script=Han}/u.test(plain)) return HAN.test(plain) ? plain : null
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(plain)) return plain
  return spacedName(plain)
}

function spacedName(name: string): string | null {
  const parts = name.split(' ')
  const first = parts[0] ?? ''
  if (parts.length > 4 || first.length < 2 || first.includes('.')) return null
  // "coolcat" and "ACME TOOLS" are no names to greet; scripts without capitals have nothing to tell them by.
  const hasCase = first.toLowerCase() !== first.toUpperCase()
  return hasCase && !/^\p{Lu}.*\p{Ll}/u.test(first) ? null : first
}
