import { textAt } from './textAt.ts'

/** Their details are codes; those of the other steps are numbers or the shop's own words. */
const codedSteps = new Set(['sender-is-person', 'more-than-courtesy', 'not-sensitive', 'index-ready'])

/** Two raw scores; how sure the assistant was is shown as a bar already. */
const UNSAID = 'sure-enough'

/** What the assistant noted beside a check, in words for the owner; empty when it says nothing to a person. */
export function stepDetail({ code, detail }: { code: string; detail: string }): string {
  if (code === UNSAID) return ''
  if (!codedSteps.has(code)) return detail
  return detail
    .split(', ')
    .map(word => textAt(['answerDetail', word]))
    .filter(word => word !== null)
    .join(' · ')
}
