import { describe, expect, test } from 'vitest'
import { fitText, textWidth, type Chart, type Mark } from './chart.ts'
import { heatStep, hoursChart } from './chartHours.ts'
import { sharesChart, type Share } from './chartShares.ts'
import { stackChart, type StackPart } from './chartStack.ts'
import { timeChart } from './chartTime.ts'

function all(marks: readonly (Mark | string)[]): Mark[] {
  return marks.flatMap(one => (typeof one === 'string' ? [] : [one, ...all(one.children)]))
}
const numbersOf = (chart: Chart) => [
  chart.width,
  chart.height,
  ...all(chart.marks).flatMap(({ attributes }) => Object.values(attributes)),
]
/** A drawing with a NaN in it is a hole on the page, in silence. */
function expectSound(chart: Chart) {
  for (const value of numbersOf(chart)) {
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
    else expect(value).not.toMatch(/NaN|Infinity|undefined/)
  }
  for (const { attributes, tag } of all(chart.marks)) {
    if (tag === 'rect') expect(Number(attributes.width)).toBeGreaterThanOrEqual(0)
    if (tag === 'rect') expect(Number(attributes.height)).toBeGreaterThanOrEqual(0)
  }
}
const texts = (chart: Chart) => all(chart.marks).filter(({ tag }) => tag === 'text')
const wordOf = ({ children }: Mark) => children.filter(child => typeof child === 'string').join('')

const number = (value: number) => String(value)
const points = (values: readonly number[][]) => values.map((one, index) => ({ label: `Mar ${index + 1}`, values: one }))
const time = (values: readonly number[][], kind: 'bars' | 'lines' = 'bars', width = 600, level: number | null = null) =>
  timeChart({ points: points(values), kind, width, height: 180, level, number, tip: ({ label }) => label })
const shares = (list: readonly Share[], width = 300) =>
  sharesChart({ shares: list, width, text: ({ value }) => String(value), tip: ({ label }) => label })
const stacked = (list: readonly StackPart[], width = 400) =>
  stackChart({ parts: list, width, text: ({ value }) => String(value), tip: ({ label }) => label, id: 'a' })
const emptyWeek = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
const heat = (hours: readonly (readonly number[])[], width = 600) =>
  hoursChart({
    hours,
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    hour: String,
    width,
    tip: (day, hour, count) => `${day} ${hour} ${count}`,
  })

describe('every drawing is whole', () => {
  test.each([
    ['no time', time([])],
    ['one empty day', time([[0]])],
    ['one day', time([[7]])],
    ['no lines', time([], 'lines')],
    ['lines of nothing', time([[0, 0, 0]], 'lines')],
    ['a level above everything', time([[1], [2]], 'bars', 600, 9000)],
    ['numbers that are none', time([[Number.NaN]])],
    ['no width', time([[1], [2]], 'lines', 0)],
    ['no shares', shares([])],
    ['shares of nothing', shares([{ label: 'a', value: 0, before: 0 }])],
    ['no parts', stacked([])],
    ['parts of nothing', stacked([{ label: 'a', value: 0 }])],
    ['no hours', heat([])],
    ['an empty week', heat(emptyWeek)],
    ['a narrow week', heat(emptyWeek, 90)],
  ])('%s', (_, chart) => expectSound(chart))
})

test('bars stand on zero, and one twice as high is twice as long', () => {
  const bars = all(time([[5], [10], [0]]).marks).filter(({ className }) => className === 'chart-bar')
  const [low, high, none] = bars.map(({ attributes }) => Number(attributes.height))
  expect(high).toBeCloseTo((low ?? 0) * 2, 0)
  expect(none).toBe(0)
})

test('labels of days do not overlap and none leaves the drawing, at 300 pixels as at 1200', () => {
  for (const width of [300, 480, 1200]) {
    for (const count of [1, 7, 31, 62]) {
      const chart = time(
        Array.from({ length: count }, () => [3]),
        'bars',
        width,
      )
      const labels = texts(chart).filter(one => wordOf(one).startsWith('Mar'))
      const spans = labels.map(one => {
        const [x, wide] = [Number(one.attributes.x), textWidth(wordOf(one), 11)]
        const from = one.className?.includes('middle') ? x - wide / 2 : one.className?.includes('end') ? x - wide : x
        return [from, from + wide] as const
      })
      expect(labels.length).toBeGreaterThan(0)
      for (const [index, [from, to]] of spans.entries()) {
        expect(to).toBeLessThanOrEqual(width + 1)
        expect(from).toBeGreaterThanOrEqual((spans[index - 1]?.[1] ?? -10) + 4)
      }
    }
  }
})

test('lines differ by their dots, not only by colour', () => {
  const chart = time(
    [
      [1, 2, 3],
      [2, 3, 4],
    ],
    'lines',
  )
  const tags = [1, 2, 3].map(which => all(chart.marks).find(({ className }) => className === `chart-line-${which}`))
  expect(tags.map(group => group?.children.at(-1)).map(one => (typeof one === 'object' ? one.tag : ''))).toEqual([
    'circle',
    'rect',
    'path',
  ])
})

test('only whole numbers stand at the axis of counts', () => {
  const words = texts(time([[1]]))
    .map(wordOf)
    .filter(word => !word.startsWith('Mar'))
  expect(words.every(word => /^\d+$/.test(word))).toBe(true)
})

test('the busiest hour is darkest, an empty one is blank, a single message is seen', () => {
  expect([heatStep(0, 100), heatStep(1, 100), heatStep(50, 100), heatStep(100, 100)]).toEqual([0, 1, 3, 5])
  expect(heatStep(3, 0)).toBe(0)
})

test('a long name leaves room for its number', () => {
  const chart = shares([
    { label: 'A very long name of a topic that the shop gave itself'.repeat(3), value: 12, before: 3 },
  ])
  const [name, value] = texts(chart)
  expect(textWidth(name ? wordOf(name) : '', 12) + textWidth(value ? wordOf(value) : '', 12)).toBeLessThan(300)
  expect(name && wordOf(name)).toMatch(/…$/)
})

test('the parts of a bar fill it, and those of nothing are left out', () => {
  const chart = stacked([
    { label: 'a', value: 3 },
    { label: 'b', value: 0 },
    { label: 'c', value: 1 },
  ])
  const parts = all(chart.marks).filter(({ className }) => className?.startsWith('chart-part'))
  expect(parts.map(({ attributes }) => attributes.width)).toEqual([299, 99])
})

test('a cut never splits a character, and Chinese counts as wide', () => {
  expect(fitText('👩‍👩‍👧👩‍👩‍👧', 10, 8)).toBe('…')
  expect(textWidth('退货', 10)).toBe(20)
  expect(fitText('退货与换货规定', 10, 45)).toBe('退货与…')
  expect(fitText('short', 10, 100)).toBe('short')
})
