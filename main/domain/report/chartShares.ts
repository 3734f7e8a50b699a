import { scaleLinear } from 'd3-scale'
import { fitText, mark, round, textMark, textWidth, type Chart } from './chart.ts'

export interface Share {
  readonly label: string
  readonly value: number
  /** Of the period before; null without one. */
  readonly before: number | null
}

export interface SharesChartInput {
  readonly shares: readonly Share[]
  readonly width: number
  /** At the end of a row: `34 (12%)`. */
  readonly text: (share: Share) => string
  readonly tip: (share: Share) => string
}

const SIZE = 12
const ROW = 36
const BAR = 9

/** One row for each: its name and number above, its bar below, a tick where the period before was. */
export function sharesChart({ shares, width, text, tip }: SharesChartInput): Chart {
  const most = Math.max(1, ...shares.flatMap(({ value, before }) => [value, before ?? 0]))
  const along = scaleLinear()
    .domain([0, most])
    .range([0, Math.max(0, width - 2)])
  return {
    width,
    height: shares.length * ROW,
    marks: shares.map((share, index) => {
      const y = index * ROW
      const number = text(share)
      const bar = { x: 0, y: y + 19, height: BAR, rx: 2 }
      return mark('g', 'chart-share', {}, [
        mark('title', undefined, {}, [tip(share)]),
        textMark(fitText(share.label, SIZE, width - textWidth(number, SIZE) - 16), 0, y + 13, 'start', 'chart-name'),
        textMark(number, width, y + 13, 'end', 'chart-number'),
        mark('rect', 'chart-rail', { ...bar, width }),
        mark('rect', 'chart-bar', { ...bar, width: round(along(share.value)) }),
        ...(share.before === null
          ? []
          : [mark('rect', 'chart-before', { x: round(along(share.before)), y: y + 16, width: 2, height: BAR + 6 })]),
      ])
    }),
  }
}
