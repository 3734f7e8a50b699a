import { scaleBand } from 'd3-scale'
import { fitText, mark, round, textMark, textWidth, type Chart } from './chart.ts'

export interface HoursChartInput {
  /** 7 rows of 24, Monday first. */
  readonly hours: readonly (readonly number[])[]
  /** Monday first. */
  readonly days: readonly string[]
  /** Of an hour: `9`, `09:00`. */
  readonly hour: (hour: number) => string
  readonly width: number
  readonly tip: (day: number, hour: number, count: number) => string
}

const SIZE = 11
const TOP = 16
/** Steps of darkness; the eye tells no more apart, least of all on grey paper. */
export const HEAT_STEPS = 5

/** Darker where more was written: which hours of the week are busy. */
export function hoursChart({ hours, days, hour, width, tip }: HoursChartInput): Chart {
  const most = Math.max(0, ...hours.flat())
  const left = Math.min(64, Math.max(...days.map(day => textWidth(day, SIZE)), 0) + 8)
  const along = scaleBand<number>()
    .domain(Array.from({ length: 24 }, (_, index) => index))
    .range([left, width])
    .paddingInner(0.08)
  const rowHeight = Math.max(16, Math.min(26, along.step()))
  const every = [1, 2, 3, 4, 6, 8, 12].find(step => along.step() * step > textWidth(hour(23), SIZE) + 6) ?? 24
  return {
    width,
    height: round(TOP + rowHeight * 7 + 2),
    marks: [
      ...Array.from({ length: 24 }, (_, index) => index)
        .filter(index => index % every === 0)
        .map(index => textMark(hour(index), along(index) ?? left, SIZE, 'start')),
      ...days.map((day, row) =>
        textMark(fitText(day, SIZE, left - 6), left - 6, TOP + rowHeight * (row + 0.5) + SIZE / 3, 'end'),
      ),
      ...days.flatMap((_, row) =>
        Array.from({ length: 24 }, (__, column) => {
          const count = hours[row]?.[column] ?? 0
          return mark(
            'rect',
            `chart-heat chart-heat-${heatStep(count, most)}`,
            {
              x: round(along(column) ?? left),
              y: round(TOP + rowHeight * row),
              width: round(along.bandwidth()),
              height: round(rowHeight - 2),
              rx: 2,
            },
            [mark('title', undefined, {}, [tip(row, column, count)])],
          )
        }),
      ),
    ],
  }
}

/** 0 for none, else 1 to 5 by the share of the busiest hour. */
export function heatStep(count: number, most: number): number {
  return count <= 0 || most <= 0 ? 0 : Math.min(HEAT_STEPS, Math.ceil((count / most) * HEAT_STEPS))
}
