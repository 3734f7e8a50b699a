import { textAt } from '#renderer/i18n/textAt.ts'
import { classes } from '#renderer/lib/classes.ts'
import type { PlacedEdge } from './graphLayout.ts'

const LONGEST = 24

/** One way, with the word that leads along it. */
export function PictureEdge({ edge, isGone }: { edge: PlacedEdge; isGone: boolean }) {
  // An arrow alone says that it goes on.
  const words = edge.label === 'then' ? '' : (textAt(['playbooks', 'way', edge.label]) ?? edge.label)
  const colour = isGone ? 'text-accent' : 'text-line-strong'
  return (
    <g className={colour}>
      <path d={edge.path} fill="none" stroke="currentColor" strokeWidth={isGone ? 2.5 : 1.25} />
      <path d={arrowHead(edge)} fill="currentColor" />
      {words !== '' && (
        <text
          x={edge.labelX}
          y={edge.labelY}
          textAnchor="middle"
          strokeWidth={5}
          strokeLinejoin="round"
          paintOrder="stroke"
          className={classes(
            'fill-current stroke-surface text-[0.75rem]',
            isGone ? 'font-semibold text-accent-ink' : 'text-ink-soft',
          )}
        >
          {words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words}
          <title>{words}</title>
        </text>
      )}
    </g>
  )
}

function arrowHead({ endX, endY, comesFrom }: PlacedEdge): string {
  return comesFrom === 'above' ? `M ${endX} ${endY} l -4 -7 h 8 Z` : `M ${endX} ${endY} l 7 -4 v 8 Z`
}
