import type { Share } from '#domain/report/chartShares.ts'
import { chartSvg } from './chartSvg.ts'
import { exportWords } from './conversationWords.ts'
import type { ReportSheet } from './reportSheet.ts'
import { topicName } from './topicNames.ts'

/** Of a drawing beside another one. */
const NARROW = 330

/** The shares of each list, named in the language of the report. */
export function sharesOf({ report, words, format, language }: ReportSheet) {
  const conversation = exportWords(language)
  const counted = <Item extends { conversations: number; before: number | null }>(
    items: readonly Item[],
    label: (item: Item) => string,
  ): Share[] => items.map(item => ({ label: label(item), value: item.conversations, before: item.before }))
  return {
    handoffReasons: counted(report.handoffReasons, ({ reason }) => conversation.handoffReasons[reason]),
    topics: counted(report.topics, ({ topic }) => topicName(topic, language)),
    channels: counted(report.channels, ({ name, kind }) => name || conversation.channels[kind]),
    languages: counted(report.languages, one => format.language(one.language) ?? words.unknownLanguage),
    moods: counted(report.moods, ({ mood }) => words.mood[mood]),
  }
}

function sharesHtml(title: string, shares: readonly Share[], whole: number, width: number, sheet: ReportSheet): string {
  if (shares.length === 0) return ''
  const label = `${title}: ${shares.map(share => `${share.label} ${sheet.format.number(share.value)}`).join(', ')}`
  const caption = sheet.report.compared === null ? '' : `<figcaption>${sheet.words.tick}</figcaption>`
  return `<section><h2>${title}</h2><figure>${chartSvg(sheet.charts.shares(shares, whole, width), label)}${caption}</figure></section>`
}

export function handoffShares(sheet: ReportSheet): string {
  const shares = sharesOf(sheet).handoffReasons
  const whole = shares.reduce((sum, { value }) => sum + value, 0)
  return sharesHtml(sheet.words.handoffReasons, shares, whole, 700, sheet)
}

export function shareSections(sheet: ReportSheet): string {
  const { words, report } = sheet
  const { topics, channels, languages, moods } = sharesOf(sheet)
  const whole = report.totals.conversations
  const lists = [
    sharesHtml(words.topics, topics, whole, NARROW, sheet),
    sharesHtml(words.channels, channels, whole, NARROW, sheet),
    sharesHtml(words.languages, languages, whole, NARROW, sheet),
    sharesHtml(words.moods, moods, whole, NARROW, sheet),
  ]
  return `<div class="columns">${lists.join('')}</div>${topics.length > 0 ? `<p class="help">${words.severalTopics}</p>` : ''}`
}
