import { scaleBand, scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { mark, round, textMark, textWidth, type Chart, type Mark } from './chart.ts'

export interface TimePoint {
  /** Below the axis: `3 Mar`. */
  readonly label: string
  readonly values: readonly number[]
}

export interface TimeChartInput {
  readonly points: readonly TimePoint[]
  /** `bars` draws the first value of each point, `lines` all of them, each with a line and a dot of its own. */
  readonly kind: 'bars' | 'lines'
  readonly width: number
  readonly height: number
  /** A line across, to compare with; null without one. */
  readonly level: number | null
  readonly number: (value: number) => string
  /** Of one point, shown where the mouse rests. */
  readonly tip: (point: TimePoint) => string
}

const SIZE = 11
const BOTTOM = 24
const TOP = 10

/** Counts over time, from zero. */
export function timeChart({ points, kind, width, height, level, number, tip }: TimeChartInput): Chart {
  const most = Math.max(
    0,
    level ?? 0,
    ...points.flatMap(({ values }) => (kind === 'bars' ? values.slice(0, 1) : values)),
  )
  const up = scaleLinear()
    .domain([0, Math.max(1, most)])
    .nice(4)
  const ticks = up.ticks(4).filter(Number.isInteger)
  const left = Math.max(...ticks.map(tick => textWidth(number(tick), SIZE))) + 8
  const floor = height - BOTTOM
  up.range([floor, TOP])
  const along = scaleBand<number>()
    .domain(points.map((_, index) => index))
    .range([left, width])
    .paddingInner(points.length > 40 ? 0.2 : 0.3)
    .paddingOuter(0.1)
  const middle = (index: number) => (along(index) ?? left) + along.bandwidth() / 2
  const grid = ticks.flatMap(tick => [
    mark('line', tick === 0 ? 'chart-axis' : 'chart-grid', {
      x1: round(left),
      x2: width,
      y1: round(up(tick)),
      y2: round(up(tick)),
    }),
    textMark(number(tick), left - 6, up(tick) + SIZE / 3, 'end'),
  ])
  return {
    width,
    height,
    marks: [
      ...grid,
      ...(kind === 'bars' ? bars() : lines()),
      ...(level === null
        ? []
        : [mark('line', 'chart-level', { x1: round(left), x2: width, y1: round(up(level)), y2: round(up(level)) })]),
      ...dayLabels(points, middle, width, left).map(({ text, x }) => textMark(text, x, height - 6, 'start')),
      ...points.map((point, index) =>
        mark(
          'rect',
          'chart-touch',
          {
            x: round(middle(index) - along.step() / 2),
            y: TOP,
            width: round(along.step()),
            height: round(Math.max(0, floor - TOP)),
          },
          [mark('title', undefined, {}, [tip(point)])],
        ),
      ),
    ],
  }

  function bars(): Mark[] {
    return points.map(({ values: [value = 0] }, index) =>
      mark('rect', 'chart-bar', {
        x: round(along(index) ?? left),
        y: round(up(value)),
        width: round(along.bandwidth()),
        height: round(Math.max(0, floor - up(value))),
        rx: along.bandwidth() > 6 ? 2 : 0,
      }),
    )
  }

  function lines(): Mark[] {
    const count = points[0]?.values.length ?? 0
    return Array.from({ length: count }, (_, which) => {
      const path = line<TimePoint>()
        .x((_point, index) => round(middle(index)))
        .y(({ values }) => round(up(values[which] ?? 0)))([...points])
      const dots =
        points.length > 45 ? [] : points.map(({ values }, index) => dot(which, middle(index), up(values[which] ?? 0)))
      return mark('g', `chart-line-${which + 1}`, {}, [mark('path', 'chart-line', { d: path ?? '' }), ...dots])
    })
  }
}

/** A circle, a square or a triangle: colour alone tells nobody who sees none, and no printer either. */
export function dot(which: number, x: number, y: number): Mark {
  const [cx, cy] = [round(x), round(y)]
  if (which === 0) return mark('circle', 'chart-dot', { cx, cy, r: 2.6 })
  if (which === 1) return mark('rect', 'chart-dot', { x: round(x - 2.4), y: round(y - 2.4), width: 4.8, height: 4.8 })
  return mark('path', 'chart-dot', { d: `M${cx},${round(y - 3.2)}l3.2,5.6h-6.4z` })
}

/** As many as have room, the first always among them, none beyond the edges. */
interface DayLabel {
  readonly text: string
  /** Where it begins. */
  readonly x: number
}

function dayLabels(
  points: readonly TimePoint[],
  middle: (index: number) => number,
  width: number,
  left: number,
): DayLabel[] {
  const widest = Math.max(1, ...points.map(({ label }) => textWidth(label, SIZE)))
  const most = Math.max(1, Math.floor((width - left) / (widest + 14)))
  const every = Math.max(1, Math.ceil(points.length / most))
  const labels: DayLabel[] = []
  let end = -Infinity
  for (const [index, { label: text }] of points.entries()) {
    if (index % every !== 0) continue
    const wide = textWidth(text, SIZE)
    // Pushed in where it would stand out; left out where the one before is in the way.
    const from = Math.max(left - 4, Math.min(middle(index) - wide / 2, width - wide))
    if (from < end + 6) continue
    labels.push({ text, x: from })
    end = from + wide
  }
  return labels
}
