import type { Chart, Mark } from '#domain/report/chart.ts'
import { escapeHtml } from './escapeHtml.ts'

/** A drawing as SVG inside a page. `label` is read aloud in its place. */
export function chartSvg({ width, height, marks }: Chart, label: string): string {
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}">${marks.map(markSvg).join('')}</svg>`
}

function markSvg({ tag, className, attributes, children }: Mark): string {
  const all = [...(className === undefined ? [] : [['class', className] as const]), ...Object.entries(attributes)].map(
    ([name, value]) => ` ${name}="${escapeHtml(String(value))}"`,
  )
  const inside = children.map(child => (typeof child === 'string' ? escapeHtml(child) : markSvg(child)))
  return `<${tag}${all.join('')}>${inside.join('')}</${tag}>`
}
