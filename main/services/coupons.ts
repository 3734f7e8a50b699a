import type { Answer } from '#contract/assistant.ts'
import { codeKey } from '#domain/orders/keys.ts'
import { daysBetween, onShopClock } from '#domain/shopClock.ts'
import type { Stores } from '#main/ports/stores.ts'
import { Refused } from './errors.ts'
import { shopZone } from './shopZone.ts'

type Books = Pick<Stores, 'answers' | 'orders' | 'settings'>

/** The coupons that an answer offers in this very text; the owner may have taken one out. */
function offeredIn(text: string, answer: Answer | null): string[] {
  const codes = (answer?.evidence ?? []).filter(({ kind }) => kind === 'coupon').map(({ ref }) => ref)
  return [...new Set(codes)].filter(code => text.includes(code))
}

/**
 * Takes what a reply offers, inside the transaction that queues it. Throws Refused COUPON_GONE where one ran out or ended
 * since the reply was written.
 */
export function takeCoupons(
  { answers, orders, settings }: Books,
  text: string,
  answerId: string | null,
  now: Date,
): void {
  const isOver = (until: Date | null) =>
    until !== null && daysBetween(onShopClock(now, shopZone(settings.get())), until) < 0
  for (const code of answerId === null ? [] : offeredIn(text, answers.get(answerId))) {
    const coupon = orders.coupons().find(one => codeKey(one.code) === codeKey(code))
    const isGone = coupon === undefined || isOver(coupon.validUntil)
    if (isGone || !orders.useCoupon(code)) throw new Refused('COUPON_GONE')
  }
}

/** The reply did not leave. */
export function giveBackCoupons(
  { answers, orders }: Omit<Books, 'settings'>,
  text: string,
  answerId: string | null,
): void {
  if (answerId !== null) offeredIn(text, answers.get(answerId)).forEach(code => orders.giveBackCoupon(code))
}
