import type { ExportFormat, ExportOptions, Period, Report } from '#contract/report.ts'
import type { Language } from '#contract/settings.ts'
import { assertNever } from '#domain/assertNever.ts'
import { createReportFormat } from '#domain/report/format.ts'
import { paperOf } from '#domain/report/paper.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Printer } from '#main/ports/printer.ts'
import type { ConversationRequest, PeriodRequest, ReportFiles } from '#main/ports/reportFiles.ts'
import type { Stores } from '#main/ports/stores.ts'
import { conversationHtml } from './conversationHtml.ts'
import { conversationJson } from './conversationJson.ts'
import type { ConversationExport } from './conversationExport.ts'
import { exportWords } from './conversationWords.ts'
import { CSV_START, csvRow } from './csv.ts'
import { headings, messageColumns } from './csvColumns.ts'
import { messageRow, type RowSettings } from './csvRows.ts'
import { conversationToGive } from './maskedConversation.ts'
import { maskedReport } from './maskedReport.ts'
import { createMasking } from './masking.ts'
import { periodCsv } from './periodCsv.ts'
import { reportHtml } from './reportHtml.ts'
import { reportJson } from './reportJson.ts'
import { reportWords } from './reportWords.ts'

export interface ExportDeps {
  stores: Pick<Stores, 'reports' | 'exported' | 'orders' | 'conversations' | 'contacts' | 'messages' | 'answers'>
  /** The shop's name, language and time zone as they are now. */
  shop(): { language: Language; shopName: string; timeZone: string }
  reports: {
    period(request: { period: Period; compare: boolean }): Promise<Report>
    upToDate(): Promise<void>
  }
  printer: Printer
  clock: Clock
}

const mimes: Readonly<Record<ExportFormat, string>> = {
  html: 'text/html',
  pdf: 'application/pdf',
  csv: 'text/csv',
  json: 'application/json',
}

/** Reports and conversations as files to take away. */
export function createExports({ stores, shop, reports, printer, clock }: ExportDeps): ReportFiles {
  function settingsFor(language: Language, timeZone: string, { personalData }: ExportOptions): RowSettings {
    const masking = createMasking(!personalData, language, stores.orders.numberPatterns())
    return { language, timeZone, format: createReportFormat(language), masking, now: clock.now() }
  }

  async function* printed(html: string, footer: string, timeZone: string) {
    yield await printer.print(html, { paper: paperOf(timeZone), footer })
  }

  async function* periodPieces(request: PeriodRequest): AsyncGenerator<string | Uint8Array> {
    const { timeZone, shopName, language: own } = shop()
    const { period, compare, format, options, language = own } = request
    const settings = settingsFor(language, timeZone, options)
    if (format === 'csv') {
      await reports.upToDate()
      yield* periodCsv({ ...settings, stores, period, rows: request.rows, notes: options.notes })
      return
    }
    const report = maskedReport(await reports.period({ period, compare }), settings.masking)
    const { personalData } = options
    if (format === 'json') {
      yield reportJson(report, personalData)
      return
    }
    const html = reportHtml(report, { language, personalData })
    if (format === 'html') yield html
    else yield* printed(html, `${reportWords(language).of(shopName)} · ${settings.format.period(period)}`, timeZone)
  }

  function load(id: string): ConversationExport | null {
    const conversation = stores.conversations.get(id)
    const contact = conversation && stores.contacts.get(conversation.contactId)
    if (!conversation || !contact) return null
    const messages = stores.messages.all(id)
    const answers = messages.flatMap(({ answerId }) => (answerId === null ? [] : (stores.answers.get(answerId) ?? [])))
    return { conversation, contact, messages, answers: new Map(answers.map(answer => [answer.id, answer])) }
  }

  async function* conversationPieces(
    data: ConversationExport,
    { id, format, options, language = shop().language }: ConversationRequest,
  ): AsyncGenerator<string | Uint8Array> {
    const { timeZone, shopName } = shop()
    const settings = settingsFor(language, timeZone, options)
    const row = stores.exported.conversation(id)
    if (row === null) return
    const given = conversationToGive(data, row.contactNumber, { notes: options.notes, masking: settings.masking })
    const how = { language, shopName, timeZone, exportedAt: settings.now, includeHtmlMail: false } as const
    switch (format) {
      case 'html':
        yield conversationHtml(given, how)
        return
      case 'json':
        yield conversationJson(given, how)
        return
      case 'pdf':
        yield* printed(conversationHtml(given, how), exportWords(language).title(given.contact.name), timeZone)
        return
      case 'csv':
        yield CSV_START + csvRow(headings(messageColumns, language))
        for (const message of stores.exported.messages([row.number])) {
          if (message.kind === 'message' || options.notes) yield csvRow(messageRow(message, row, settings))
        }
        return
      default:
        assertNever(format)
    }
  }

  return {
    period(request) {
      const { period, format, rows } = request
      const what = format === 'csv' ? rows : 'report'
      return {
        name: `${what}-${period.from}-${period.to}.${format}`,
        mime: mimes[format],
        pieces: periodPieces(request),
      }
    },
    conversation(request) {
      const data = load(request.id)
      if (data === null) return null
      const day = data.conversation.lastMessageAt.toISOString().slice(0, 10)
      return {
        name: `conversation-${day}-${request.id.slice(-6)}.${request.format}`,
        mime: mimes[request.format],
        pieces: conversationPieces(data, request),
      }
    },
  }
}
