import type { Language } from '#contract/settings.ts'
import type { Report } from '#contract/report.ts'
import { stackKey } from '#domain/report/chartStack.ts'
import { createReportFormat, type ReportFormat } from '#domain/report/format.ts'
import { headlinesOf, isEmptyReport, levelBefore, outcomeKeys, type Headline } from '#domain/report/headlines.ts'
import { createReportCharts } from '#domain/report/reportCharts.ts'
import { chartSvg } from './chartSvg.ts'
import { escapeHtml, escapeName } from './escapeHtml.ts'
import { reportFigures } from './reportFigures.ts'
import { handoffShares, shareSections } from './reportShares.ts'
import type { ReportSheet } from './reportSheet.ts'
import { reportStyles } from './reportStyles.ts'
import { reportWords, type ReportWords } from './reportWords.ts'

export interface ReportHtmlOptions {
  language: Language
  /** Names and the like were taken out of it before; the page says so. */
  personalData: boolean
}

/** In units of the drawing, stretched to the page. */
export const CHART_WIDTH = 700

/** One file that any browser shows and prints: no scripts, nothing loaded from elsewhere, every word escaped. */
export function reportHtml(report: Report, { language, personalData }: ReportHtmlOptions): string {
  const words = reportWords(language)
  const format = createReportFormat(language)
  const charts = createReportCharts(report, format, { ...words, outcome: key => words.outcome[key][0] })
  const sheet: ReportSheet = { report, words, format, language, charts }
  const title = report.shopName === '' ? words.title : words.of(report.shopName)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Keepdesk">
<title>${escapeName(`${title}, ${format.period(report.period)}`)}</title>
<style>${reportStyles}</style>
</head>
<body>
<header>
<h1><bdi>${escapeName(title)}</bdi></h1>
<p><strong>${escapeHtml(format.period(report.period))}</strong></p>
${report.compared === null ? '' : `<p class="soft">${escapeHtml(words.compared(format.period(report.compared)))}</p>`}
<p class="soft">${words.madeAt} ${madeAt(sheet)} · ${words.timeZone} ${escapeHtml(report.timeZone)}${personalData ? '' : ` · ${words.withoutPersonalData}`}</p>
</header>
<main>
${isEmptyReport(report) ? `<p>${words.nothing}</p>` : bodyHtml(sheet)}
</main>
</body>
</html>
`
}

function madeAt({ report, language }: ReportSheet): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: report.timeZone,
  })
  return `<time datetime="${report.madeAt.toISOString()}">${escapeHtml(format.format(report.madeAt))}</time>`
}

function bodyHtml(sheet: ReportSheet): string {
  return [
    `<dl class="tiles">${headlinesOf(sheet.report)
      .map(headline => tileHtml(headline, sheet))
      .join('')}</dl>`,
    conversationsHtml(sheet),
    messagesHtml(sheet),
    outcomesHtml(sheet),
    timesHtml(sheet),
    handoffShares(sheet),
    hoursHtml(sheet),
    shareSections(sheet),
    unansweredHtml(sheet),
    valueHtml(sheet),
    reportFigures(sheet),
  ].join('\n')
}

function tileHtml(headline: Headline, { words, format }: ReportSheet): string {
  const { key, value, unit } = headline
  const shown = value === null ? words.none : format.value(value, unit)
  return `<div><dt>${words.headlines[key]}</dt><dd class="${value === null ? 'soft' : 'value'}">${escapeHtml(shown)}</dd>${changeHtml(headline, words, format)}</div>`
}

/** In words and with an arrow: colour alone tells nobody on grey paper. */
function changeHtml(headline: Headline, words: ReportWords, format: ReportFormat): string {
  const { change, before, unit } = headline
  if (before === null) return ''
  const previous = `<span class="soft">${words.before}: ${escapeHtml(format.value(before, unit))}</span>`
  if (change === null) return `<dd class="change">${previous}</dd>`
  if (change.direction === 'same') return `<dd class="change">= ${words.same}</dd>`
  const verdict = change.isBetter === null ? '' : ` ${change.isBetter ? words.better : words.worse}`
  return `<dd class="change">${change.direction === 'up' ? '▲' : '▼'} ${escapeHtml(format.change(headline, words.points))}${verdict} · ${previous}</dd>`
}

function conversationsHtml({ report, words, format, charts }: ReportSheet): string {
  const level = levelBefore(report)
  const caption =
    level === null
      ? ''
      : `<figcaption>${escapeHtml(words.average(format.number(Math.round(level * 10) / 10)))}</figcaption>`
  const label = `${words.conversationsOverTime}: ${format.number(report.totals.conversations)}`
  return `<section><h2>${words.conversationsOverTime}</h2>
<figure>${chartSvg(charts.conversations(CHART_WIDTH), label)}${caption}</figure></section>`
}

function messagesHtml({ report, words, format, charts }: ReportSheet): string {
  const lines = [
    [words.received, report.totals.messagesReceived],
    [words.byAssistant, report.totals.messagesByAssistant],
    [words.byOwner, report.totals.messagesByOwner],
  ] as const
  const legend = lines.map(
    ([name, count], index) => `<li>${lineKey(index + 1)}${name} ${escapeHtml(format.number(count))}</li>`,
  )
  const label = `${words.messagesOverTime}: ${lines.map(([name, count]) => `${name} ${format.number(count)}`).join(', ')}`
  return `<section><h2>${words.messagesOverTime}</h2>
<figure>${chartSvg(charts.messages(CHART_WIDTH), label)}<ul class="legend">${legend.join('')}</ul></figure></section>`
}

function lineKey(which: number): string {
  return `<svg viewBox="0 0 26 10" aria-hidden="true"><g class="chart-line-${which}"><path class="chart-line" d="M0,5h26"></path></g></svg>`
}

function outcomesHtml({ report: { totals, before }, words, format, charts }: ReportSheet): string {
  const all = outcomeKeys.reduce((sum, key) => sum + totals.outcomes[key], 0)
  const rows = outcomeKeys.map((key, index) => {
    const [name, help] = words.outcome[key]
    const square = chartSvg(stackKey(index, `key-${index}`), name)
    const past = before === null ? '' : `<td class="number">${escapeHtml(format.number(before.outcomes[key]))}</td>`
    return `<tr><td class="key">${square}</td><th scope="row">${name}<br><span class="help">${help}</span></th><td class="number">${escapeHtml(format.number(totals.outcomes[key]))}</td><td class="number">${all > 0 ? escapeHtml(format.percent(totals.outcomes[key] / all)) : ''}</td>${past}</tr>`
  })
  return `<section class="whole"><h2>${words.outcomes}</h2><p class="help">${words.outcomesHelp}</p>
<figure>${chartSvg(charts.outcomes(CHART_WIDTH, 'outcomes'), words.outcomes)}</figure>
<table><thead><tr><th></th><th></th><th class="number">${words.count}</th><th class="number">${words.share}</th>${before === null ? '' : `<th class="number">${words.before}</th>`}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`
}

function timesHtml({ report: { totals }, words, format }: ReportSheet): string {
  const keys = ['firstReply', 'firstReplyByAssistant', 'firstReplyByOwner', 'resolution', 'handoffWait'] as const
  const rows = keys.map(key => {
    const { count, medianMs, p90Ms } = totals[key]
    const cell = (ms: number | null) => `<td class="number">${ms === null ? '–' : escapeHtml(format.duration(ms))}</td>`
    return `<tr><th scope="row">${words.time[key]}</th>${cell(medianMs)}${cell(p90Ms)}<td class="number">${escapeHtml(format.number(count))}</td></tr>`
  })
  const { made, kept, broken, open } = totals.promises
  const promises = words.promises(format.number(made), format.number(kept), format.number(broken), format.number(open))
  return `<section class="whole"><h2>${words.times}</h2>
<table><thead><tr><th></th><th class="number">${words.median}</th><th class="number">${words.slowest}</th><th class="number">${words.measured}</th></tr></thead><tbody>${rows.join('')}</tbody></table>
${made > 0 ? `<p class="help">${escapeHtml(promises)}</p>` : ''}</section>`
}

function hoursHtml({ words, charts }: ReportSheet): string {
  return `<section><h2>${words.hours}</h2><figure>${chartSvg(charts.hours(CHART_WIDTH), words.hours)}</figure></section>`
}

function unansweredHtml({ report: { unanswered, timeZone }, words, format, language }: ReportSheet): string {
  if (unanswered.length === 0) return ''
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone })
  const items = unanswered.map(
    ({ question, count, lastAt }) =>
      `<div class="question"><q dir="auto">${escapeHtml(question)}</q><p class="help">${escapeHtml(words.timesAsked(format.number(count)))} · ${words.last} ${escapeHtml(day.format(lastAt))}</p></div>`,
  )
  return `<section><h2>${words.unanswered}</h2><p class="help">${words.unansweredHelp}</p>${items.join('')}</section>`
}

function valueHtml({ report: { value, saved }, words, format }: ReportSheet): string {
  const rows = value.map(({ code, count, money }) => {
    const name = Object.entries(words.valueCode).find(([known]) => known === code)?.[1] ?? code
    const amounts = money.map(({ minor, currency }) => format.money(minor, currency)).join(', ')
    return `<tr><th scope="row">${escapeHtml(name)}</th><td class="number">${escapeHtml(format.number(count))}</td><td class="number">${escapeHtml(amounts)}</td></tr>`
  })
  const help = words.savedHelp(
    format.number(saved.replies),
    format.minutes(saved.minutesPerReply),
    saved.measuredFrom === null ? null : format.number(saved.measuredFrom),
  )
  return `<section><h2>${words.value}</h2>
<p>${words.saved}: <strong>${escapeHtml(format.duration(saved.minutes * 60_000))}</strong>. <span class="help">${escapeHtml(help)}</span></p>
${rows.length === 0 ? '' : `<table><tbody>${rows.join('')}</tbody></table>`}</section>`
}
