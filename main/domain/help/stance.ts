import { languageOf } from '#domain/text/language.ts'
import { normalizeText } from '#domain/text/normalize.ts'

/** What binds a shop when it is said: English and Chinese words for the same. */
const offers: readonly (readonly [offer: string, words: RegExp])[] = [
  ['refund', /\brefund\w*|\bmoney back\b|\breimburs\w+|退款|退钱|退费/iu],
  [
    'free',
    /(?<!\bfeel )(?<!-)\bfree\b(?! to (?:ask|write|contact|reach|reply|call|let))|\bgratis\b|\bcomplimentary\b|\bat no (?:extra |additional )?(?:cost|charge)\b|免费|包邮|免运费/iu,
  ],
  ['discount', /\bdiscount\w*|\bvouchers?\b|\bcoupons?\b|折扣|优惠|打折|代金券/iu],
  ['gift', /\bgifts?\b|\bfreebies?\b|赠品|礼品|礼物|赠送/iu],
  ['compensation', /\bcompensat\w+|赔偿|补偿|赔付/iu],
  ['replacement', /\breplace\w*|\bswap\b|\bexchang\w+|换货|补发|更换|换新/iu],
  ['guarantee', /\bguarantee\w*|\bpromis\w+|保证|承诺/iu],
]
const known = new Set(['en', 'zh'])
/** They deny nothing. */
const POLITE =
  /\b(?:do not|don't) (?:hesitate|worry)\b|\bno (?:worries|problem|doubt)\b|\bwhy not\b|\bnot only\b|不好意思|别担心|不用担心|不客气|不仅|不但/giu
// Written in haste, "dont" is as good as "don't".
const DENIES =
  /\bnot\b|n't\b|\b(?:do|does|did|is|are|was|were|ca|could|wo|would|should|have|has)nt\b|\bcannot\b|\bno\b|\bnever\b|\bnone\b|\bnothing\b|\bneither\b|\bunable\b|\bimpossible\b|\bwithout\b|不|没|无法|未|勿/iu
/** Softer ways to say no, which take the place of a denial but are none by themselves. */
const REGRETS =
  /\bunfortunately\b|\bsadly\b|\bafraid\b|\bunavailable\b|\bdeclin\w+|\bexclud\w+|\brather than\b|抱歉|遗憾|恐怕/iu

/**
 * How two texts differ in what they offer or deny, in the words of the text that says it; empty when they bind to the same. In
 * other languages than English and Chinese nothing is seen.
 */
export function stanceChange(before: string, after: string): string[] {
  if (![before, after].every(text => known.has(languageOf(text)))) return []
  const [was, is] = [before, after].map(text => normalizeText(text).replace(POLITE, ' '))
  if (was === undefined || is === undefined) return []
  const changed = offers.flatMap(([, words]) => {
    const [old, fresh] = [words.exec(was)?.[0], words.exec(is)?.[0]]
    return (old === undefined) === (fresh === undefined) ? [] : [old ?? fresh ?? '']
  })
  return [...changed, ...denialChange(was, is)]
}

function denialChange(was: string, is: string): string[] {
  const [old, fresh] = [DENIES.exec(was)?.[0], DENIES.exec(is)?.[0]]
  if (old !== undefined && fresh === undefined && !REGRETS.test(is)) return [old]
  if (old === undefined && fresh !== undefined && !REGRETS.test(was)) return [fresh]
  return []
}
