import type { Brief } from '#contract/handover.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import { saysUnhelped } from '#domain/dialogue/unhelped.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'

const still = [
  words(
    "still|again|(?:i )?(?:have )?(?:already )?tried (?:that|this|it|everything)|no (?:change|difference|luck|effect)|no better|same (?:as before|problem|thing)|(?:didn't|did not|doesn't|does not) (?:work|change|help)",
    'sigue|todavia|toujours|encore|immer noch|weiterhin',
  ),
  anywhere('还是|依然|仍然|仍旧|没用|不行|没变化|试过了|まだ|変わりません|لا يزال'),
]

/** What helps against a known fault was told and has not helped: the next thing is a claim, with what is known of it. */
export function claimAfterFix(text: string, { facts }: Pick<DialogueState, 'facts'>): Brief['proposal'] {
  const known = (name: string) => facts.find(fact => fact.name === name)?.value ?? ''
  const [number, product] = [known('order-number'), known('product')]
  // The oldest: what it was before the fix.
  const symptom = facts.findLast(fact => fact.name === 'symptom')?.value ?? ''
  if (number === '' || symptom === '') return null
  if (!saysUnhelped(text) && !matchesAny(fold(text), still)) return null
  return {
    code: 'warranty-claim',
    detail: { number, symptom, ...(product !== '' && { product }), note: text.slice(0, 300) },
  }
}
