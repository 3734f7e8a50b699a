import { classes } from '#renderer/lib/classes.ts'
import { wayWords } from './conditionWords.ts'
import { inLines } from './inLines.ts'
import type { PlacedEdge, Point } from './graphLayout.ts'

const LINE_HEIGHT = 14

/** One way, with the words that lead along it. A way back up is dashed. */
export function PictureEdge({ edge, isGone }: { edge: PlacedEdge; isGone: boolean }) {
  const { path, leads, top, bottom, labelX, labelY, hasRoom } = edge
  const words = wayWords(edge)
  const lines = inLines(words, hasRoom ? 2 : 1)
  return (
    <g className={isGone ? 'text-accent' : 'text-line-strong'}>
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={isGone ? 2.5 : 1.25}
        strokeDasharray={leads === 'up' ? '5 4' : undefined}
      />
      {leads !== 'up' && <path d={head(bottom, -1)} fill="currentColor" />}
      {leads !== 'down' && <path d={head(top, 1)} fill="currentColor" />}
      {words !== '' && (
        <text
          y={labelY - (lines.length - 1) * LINE_HEIGHT}
          textAnchor="middle"
          strokeWidth={5}
          strokeLinejoin="round"
          paintOrder="stroke"
          className={classes(
            'fill-current stroke-surface text-[0.75rem]',
            isGone ? 'font-semibold text-accent-ink' : 'text-ink-soft',
          )}
        >
          {lines.map((line, index) => (
            <tspan key={index} x={labelX} dy={index === 0 ? 0 : LINE_HEIGHT}>
              {line}
            </tspan>
          ))}
          <title>{words}</title>
        </text>
      )}
    </g>
  )
}

/** Its point touches the step; `towards` is -1 where it comes from above. */
function head({ x, y }: Point, towards: 1 | -1): string {
  return `M ${x} ${y} l -4 ${7 * towards} h 8 Z`
}
