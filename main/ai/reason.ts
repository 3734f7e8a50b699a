import type { Features } from './features.ts'
import type { LinearModel } from './linear.ts'

const most = 4
/** A token that says less than this part of the strongest is left out. */
const enough = 0.3

/** The words that spoke most for a label, in the order of the text, with `…` where others stand between them. */
export function reasonOf(model: LinearModel, features: Features, label: number): string {
  const shares = [...model.shares(features, label).entries()].filter(
    ([token, share]) => share > 0 && features.tokens[token]?.kind !== 'sign',
  )
  const strongest = shares.toSorted((one, other) => other[1] - one[1]).slice(0, most)
  const border = (strongest[0]?.[1] ?? 0) * enough
  const chosen = strongest
    .filter(([, share]) => share >= border)
    .map(([token]) => token)
    .toSorted((one, other) => one - other)
  let reason = ''
  let previous = -2
  for (const token of chosen) {
    const { text, kind } = features.tokens[token] ?? { text: '', kind: 'sign' }
    const follows = token === previous + 1
    const joint = follows ? (kind === 'character' ? '' : ' ') : ' … '
    reason += reason === '' ? text : `${joint}${text}`
    previous = token
  }
  return reason
}
