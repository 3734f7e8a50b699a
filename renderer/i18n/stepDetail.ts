import { textAt } from './textAt.ts'

/** Their details are codes; those of the other steps are numbers or the shop's own words. */
const codedSteps = new Set(['sender-is-person', 'more-than-courtesy', 'not-sensitive', 'index-ready', 'model-wrote'])

/** Raw scores, a count and an id; the bar, the reply and the path of the procedure show them already. */
const unsaid = new Set(['sure-enough', 'helped-so-far', 'procedure'])

/** What the assistant noted beside a check, in words for the owner; empty when it says nothing to a person. */
export function stepDetail({ code, detail }: { code: string; detail: string }): string {
  if (unsaid.has(code)) return ''
  if (!codedSteps.has(code)) return detail
  return detail
    .split(', ')
    .map(word => textAt(['answerDetail', word]))
    .filter(word => word !== null)
    .join(' · ')
}
