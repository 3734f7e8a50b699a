import type { Report } from '#contract/report.ts'
import { createReportFormat, type ReportFormat } from '#domain/report/format.ts'
import type { Share } from '#domain/report/chartShares.ts'
import { createReportCharts } from '#domain/report/reportCharts.ts'
import { labelOf } from '#domain/topics/topic.ts'
import { i18n, currentLanguage } from '#renderer/i18n/index.ts'
import { textAt } from '#renderer/i18n/textAt.ts'

export const weekdayKeys = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const formats = new Map<string, ReportFormat>()

/** Read it in a component that calls `useTranslation`, so that it follows a change of language. */
export function reportFormat(): ReportFormat {
  const language = currentLanguage()
  const known = formats.get(language) ?? createReportFormat(language)
  formats.set(language, known)
  return known
}

export function weekdayNames(): string[] {
  return weekdayKeys.map(day => i18n.t(`reports.hours.${day}`))
}

export function reportCharts(report: Report) {
  return createReportCharts(report, reportFormat(), {
    received: i18n.t('reports.messages.received'),
    byAssistant: i18n.t('reports.messages.byAssistant'),
    byOwner: i18n.t('reports.messages.byOwner'),
    weekdays: weekdayNames(),
    outcome: key => i18n.t(`reports.outcomes.${key}.name`),
  })
}
export type ReportCharts = ReturnType<typeof reportCharts>

/** The lists of a report, each item in the owner's words. */
export function shareLists(report: Report) {
  const named = <Item extends { conversations: number; before: number | null }>(
    items: readonly Item[],
    label: (item: Item) => string,
  ): Share[] => items.map(item => ({ label: label(item), value: item.conversations, before: item.before }))
  return {
    handoffs: named(report.handoffReasons, ({ reason }) => textAt(['handoffReason', reason]) ?? reason),
    topics: named(report.topics, ({ topic }) => textAt(['intent', topic, 'name']) ?? labelOf(topic)),
    channels: named(report.channels, ({ name }) => name),
    languages: named(
      report.languages,
      ({ language }) => reportFormat().language(language) ?? i18n.t('reports.languages.unknown'),
    ),
    moods: named(report.moods, ({ mood }) => capital(textAt(['reading', 'moods', mood]) ?? mood)),
  }
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase(currentLanguage()) + word.slice(1)
}
