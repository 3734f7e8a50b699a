import type { Risk } from '#contract/understanding.ts'
import { fold, quoteOf } from './fold.ts'
import { discrimination, minors, press, regulatedAdvice } from './risks/advice.ts'
import { complaint, legal, paymentDispute, privacyRequest } from './risks/disputes.ts'
import { medical, safety, selfHarm, threat } from './risks/people.ts'

/** What a machine must not talk about with a customer. In the order of weight: the first one found is named. */
const lists: readonly { risk: Risk; patterns: readonly RegExp[] }[] = [
  { risk: 'self-harm', patterns: selfHarm },
  { risk: 'threat', patterns: threat },
  { risk: 'safety', patterns: safety },
  { risk: 'medical', patterns: medical },
  { risk: 'minors', patterns: minors },
  { risk: 'discrimination', patterns: discrimination },
  { risk: 'legal', patterns: legal },
  { risk: 'payment-dispute', patterns: paymentDispute },
  { risk: 'privacy-request', patterns: privacyRequest },
  { risk: 'regulated-advice', patterns: regulatedAdvice },
  { risk: 'press', patterns: press },
  { risk: 'complaint', patterns: complaint },
]

/** Every delicate matter the text touches, heaviest first, with the words that show it. `folded` is `fold(text)`. */
export function risksWithQuotes(text: string, folded = fold(text)): { risk: Risk; quote: string }[] {
  return lists.flatMap(({ risk, patterns }) => {
    const quote = quoteOf(text, folded, patterns)
    return quote === null ? [] : [{ risk, quote }]
  })
}

/** Every delicate matter the text touches, heaviest first. */
export function risksIn(text: string): Risk[] {
  return risksWithQuotes(text).map(({ risk }) => risk)
}
