import { stack } from 'd3-shape'
import { scaleLinear } from 'd3-scale'
import { mark, round, textMark, textWidth, type Chart, type Mark } from './chart.ts'

export interface StackPart {
  readonly label: string
  readonly value: number
}

export interface StackChartInput {
  readonly parts: readonly StackPart[]
  readonly width: number
  /** In a part, where there is room: `34%`. */
  readonly text: (part: StackPart, total: number) => string
  readonly tip: (part: StackPart, total: number) => string
  /** Distinguishes the patterns of two drawings on one page. */
  readonly id: string
}

const HEIGHT = 34
const SIZE = 12

/** One bar of parts that together are the whole. Parts differ by pattern, not by colour alone. */
export function stackChart({ parts, width, text, tip, id }: StackChartInput): Chart {
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  const along = scaleLinear()
    .domain([0, Math.max(1, total)])
    .range([0, width])
  const keys = parts.map((_, index) => index)
  const layers = stack<readonly StackPart[], number>()
    .keys(keys)
    .value((all, key) => all[key]?.value ?? 0)([parts])
  return {
    width,
    height: HEIGHT,
    marks: [
      mark(
        'defs',
        undefined,
        {},
        keys.map(key => stackPattern(key, id)),
      ),
      mark('rect', 'chart-rail', { x: 0, y: 0, width, height: HEIGHT, rx: 3 }),
      ...layers.flatMap((layer, index): Mark[] => {
        const part = parts[index]
        const [from = 0, to = 0] = layer[0] ?? []
        if (part === undefined || part.value <= 0) return []
        const [x, wide] = [along(from), along(to) - along(from)]
        const label = text(part, total)
        const fits = wide > textWidth(label, SIZE) + 12
        return [
          mark('g', undefined, {}, [
            mark('title', undefined, {}, [tip(part, total)]),
            mark('rect', `chart-part-${index + 1}`, {
              x: round(x),
              y: 0,
              width: round(Math.max(1, wide - 1)),
              height: HEIGHT,
            }),
            mark('rect', undefined, {
              x: round(x),
              y: 0,
              width: round(Math.max(1, wide - 1)),
              height: HEIGHT,
              fill: `url(#${patternId(index, id)})`,
            }),
            ...(fits
              ? [
                  mark('rect', 'chart-plate', {
                    x: round(x + wide / 2 - textWidth(label, SIZE) / 2 - 4),
                    y: 8,
                    width: round(textWidth(label, SIZE) + 8),
                    height: 18,
                    rx: 3,
                  }),
                  textMark(label, x + wide / 2, HEIGHT / 2 + SIZE / 3, 'middle', 'chart-number'),
                ]
              : []),
          ]),
        ]
      }),
    ],
  }
}

/** A square of the same look, for the list of names beside the bar. */
export function stackKey(index: number, id: string): Chart {
  return {
    width: 14,
    height: 14,
    marks: [
      mark('defs', undefined, {}, [stackPattern(index, id)]),
      mark('rect', `chart-part-${index + 1}`, { x: 0, y: 0, width: 14, height: 14, rx: 2 }),
      mark('rect', undefined, { x: 0, y: 0, width: 14, height: 14, rx: 2, fill: `url(#${patternId(index, id)})` }),
    ],
  }
}

const patternId = (index: number, id: string) => `${id}-pattern-${index + 1}`

/** Plain, falling lines, dots, rising lines, a lattice. */
const patterns = ['', 'M-1,1l2,-2M0,6l6,-6M5,7l2,-2', 'M3,3h0.01', 'M-1,5l2,2M0,0l6,6M5,-1l2,2', 'M0,3h6M3,0v6']

function stackPattern(index: number, id: string): Mark {
  return mark('pattern', undefined, { id: patternId(index, id), width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, [
    mark('path', index % patterns.length === 2 ? 'chart-ink chart-ink-dot' : 'chart-ink', {
      d: patterns[index % patterns.length] ?? '',
    }),
  ])
}
