/** One measured figure. Without a target it is there to be read. */
export interface Figure {
  what: string
  unit: 'ms' | 's' | 'MB' | 'kB' | 'a second' | 'times' | '%'
  values: readonly number[]
  target?: Target
}

/** What the figure of these must stay below, or must not stay below. */
export type Target = { of: 'p50' | 'p95' | 'max'; below: number } | { of: 'p50'; atLeast: number }

export interface Part {
  name: string
  /** Sizes, so that the figures can be compared with those of another day. */
  sizes: string
  figures: Figure[]
  /** What the figures alone do not tell. */
  notes?: readonly string[]
}

/** Of the main process, in MB (10^6 bytes). */
export function memoryFigure(when: string, megabytes: number): Figure {
  return { what: `memory ${when}`, unit: 'MB', values: [megabytes], target: { of: 'max', below: 250 } }
}

/** The smallest value that this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function summary({ what, unit, values, target }: Figure) {
  const [p50, p95, max] = [quantile(values, 0.5), quantile(values, 0.95), quantile(values, 1)]
  const measured = { p50, p95, max }[target?.of ?? 'max']
  const reached = target ? ('below' in target ? measured < target.below : measured >= target.atLeast) : null
  return { what, unit, count: values.length, p50, p95, max, target: target ?? null, reached }
}

const columns = [54, 5, 9, 9, 9, 15, 7] as const

function line(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(columns[0]) : cell.padStart(columns[index] ?? 0)))
    .join(' ')
}

export function table({ name, sizes, figures, notes = [] }: Part): string {
  const rows = figures.map(figure => {
    const { what, unit, count, p50, p95, max, target, reached } = summary(figure)
    const digits = (value: number) =>
      unit === 's' || unit === 'times' ? value.toFixed(2) : value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0)
    const goal = target
      ? `${target.of} ${'below' in target ? `< ${target.below}` : `>= ${target.atLeast}`} ${unit === 'times' ? 'x' : unit}`
      : ''
    const verdict = reached === null ? '' : reached ? 'ok' : 'MISSED'
    return line([`${what} (${unit})`, String(count), digits(p50), digits(p95), digits(max), goal, verdict])
  })
  return [`\n${name}: ${sizes}`, line(['', 'n', 'p50', 'p95', 'max', 'target', '']), ...rows, ...notes].join('\n')
}
