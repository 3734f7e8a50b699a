import { escapeHtml } from './escapeHtml.ts'
import type { ReportSheet } from './reportSheet.ts'

/** Every number behind the drawings, for who cannot see them or wants to count after. */
export function reportFigures({ report, words, format }: ReportSheet): string {
  const { series, step, totals, hours } = report
  const cells = (values: readonly number[]) =>
    values.map(value => `<td class="number">${escapeHtml(format.number(value))}</td>`).join('')
  const head = [words.conversations, words.received, words.byAssistant, words.byOwner]
    .map(name => `<th class="number" scope="col">${name}</th>`)
    .join('')
  const rows = series.map(
    ({ from, conversations, messagesReceived, messagesByAssistant, messagesByOwner }) =>
      `<tr><th scope="row">${escapeHtml(format.day(from))}</th>${cells([conversations, messagesReceived, messagesByAssistant, messagesByOwner])}</tr>`,
  )
  const total = cells([
    totals.conversations,
    totals.messagesReceived,
    totals.messagesByAssistant,
    totals.messagesByOwner,
  ])
  const ways = (['assistant', 'both', 'owner', 'nobody'] as const).map(
    way => `<tr><th scope="row">${words.answeredByWays[way]}</th>${cells([totals.answeredBy[way]])}</tr>`,
  )
  const clock = Array.from({ length: 24 }, (_, hour) => `<th scope="col">${hour}</th>`).join('')
  const week = hours.map((row, day) => `<tr><th scope="row">${words.weekdays[day] ?? ''}</th>${cells(row)}</tr>`)
  return `<section class="figures"><h2>${words.figures}</h2>
<table><caption>${words.answeredBy}</caption><tbody>${ways.join('')}</tbody></table>
<table class="heat"><caption>${words.hours} (${words.messagesOverTime}, ${words.received})</caption><thead><tr><th></th>${clock}</tr></thead><tbody>${week.join('')}</tbody></table>
<table><thead><tr><th scope="col">${words[step]}</th>${head}</tr></thead><tbody>${rows.join('')}
<tr><th scope="row">${words.total}</th>${total}</tr></tbody></table></section>`
}
