import type { Settings } from '#contract/settings.ts'
import { createExports } from '#main/exporters/exports.ts'
import type { Platform } from '#main/ports/platform.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Events, Publish } from '#main/services/events.ts'
import type { Reports } from '#main/services/reports.ts'
import { shopZone } from '#main/services/shopZone.ts'
import { createWeeklyReport } from '#main/services/weeklyReport.ts'
import { weeklyWords } from '#main/services/weeklyWords.ts'
import { reportFolder } from '#main/system/wholeFile.ts'

export interface ReportFileDeps {
  platform: Platform
  stores: Stores
  settings(): Settings
  reports: Pick<Reports, 'period' | 'upToDate'>
  events: Pick<Events, 'listen'>
  publish: Publish
}

/** Reports as files: taken away by the owner, and written every week by itself. */
export function joinReportFiles({ platform, stores, settings, reports, events, publish }: ReportFileDeps) {
  const { clock, log, printer } = platform
  const files = createExports({
    stores,
    shop() {
      const { language, shopName, ...shop } = settings()
      return { language, shopName, timeZone: shopZone(shop) }
    },
    reports,
    printer,
    clock,
  })
  const weekly = createWeeklyReport({
    store: stores.weekly,
    settings,
    files,
    folder: reportFolder,
    onProblem(problem) {
      const { language, notify, notifySound } = settings()
      if (notify === 'none') return
      const notice = { ...weeklyWords(problem, language), conversationId: null, sound: notifySound }
      if (platform.notify === null) publish({ type: 'noticeRaised', notice })
      else platform.notify(notice)
    },
    clock,
    log,
  })
  events.listen(({ body }) => {
    if (body.type === 'settingsChanged') weekly.wake()
  })
  return { files, weekly }
}
