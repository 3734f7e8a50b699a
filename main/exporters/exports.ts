import type { Answer } from '#contract/assistant.ts'
import type { Message } from '#contract/message.ts'
import type { ExportFormat, ExportOptions, Period, Report } from '#contract/report.ts'
import type { Language } from '#contract/settings.ts'
import { assertNever } from '#domain/assertNever.ts'
import { createReportFormat } from '#domain/report/format.ts'
import { paperOf } from '#domain/report/paper.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Printer } from '#main/ports/printer.ts'
import type { ConversationRequest, PeriodRequest, ReportFiles } from '#main/ports/reportFiles.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createBreath, type Breathe } from './breath.ts'
import { conversationHtmlPieces } from './conversationHtml.ts'
import { conversationJson } from './conversationJson.ts'
import type { ConversationExport } from './conversationExport.ts'
import { exportWords } from './conversationWords.ts'
import { CSV_START, csvRow } from './csv.ts'
import { headings, messageColumns } from './csvColumns.ts'
import { messageRow, type RowSettings } from './csvRows.ts'
import { conversationToGive } from './maskedConversation.ts'
import { messagesOf } from './messagesOf.ts'
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

/** Messages read at once. */
const PAGE = 100
const PIECE_CHARACTERS = 64 * 1024

type Head = Pick<ConversationExport, 'conversation' | 'contact'>

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

  /** The text of a file in pieces of some size, with rests in between. */
  async function* inPieces(parts: Iterable<string>, breathe: Breathe): AsyncGenerator<string> {
    let piece = ''
    for (const part of parts) {
      piece += part
      await breathe()
      if (piece.length < PIECE_CHARACTERS) continue
      yield piece
      piece = ''
    }
    yield piece
  }

  async function* printed(html: string, footer: string, timeZone: string) {
    yield await printer.print(html, { paper: paperOf(timeZone), footer })
  }

  async function* periodPieces(request: PeriodRequest): AsyncGenerator<string | Uint8Array> {
    const { timeZone, shopName, language: own } = shop()
    const { period, compare, format, options, language = own } = request
    const settings = settingsFor(language, timeZone, options)
    await settings.masking.prepare(createBreath())
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

  function find(id: string): Head | null {
    const conversation = stores.conversations.get(id)
    const contact = conversation && stores.contacts.get(conversation.contactId)
    return conversation && contact && { conversation, contact }
  }

  async function load(head: Head, breathe: Breathe): Promise<ConversationExport> {
    const messages: Message[] = []
    const answers = new Map<string, Answer>()
    for (let hasLater = true; hasLater;) {
      const page = stores.messages.pageAfter(head.conversation.id, messages.at(-1)?.seq ?? 0, PAGE)
      messages.push(...page.messages)
      ;({ hasLater } = page)
      await breathe()
    }
    for (const { answerId } of messages) {
      const answer = answerId === null ? null : stores.answers.get(answerId)
      if (answer !== null) answers.set(answer.id, answer)
      await breathe()
    }
    return { ...head, messages, answers }
  }

  async function* conversationPieces(
    head: Head,
    { id, format, options, language = shop().language }: ConversationRequest,
  ): AsyncGenerator<string | Uint8Array> {
    const { timeZone, shopName } = shop()
    const settings = settingsFor(language, timeZone, options)
    const row = stores.exported.conversation(id)
    if (row === null) return
    const { notes } = options
    const breathe = createBreath()
    const { masking } = settings
    await masking.prepare(breathe)
    const given = await conversationToGive(await load(head, breathe), row.contactNumber, { notes, masking, breathe })
    const how = { language, shopName, timeZone, exportedAt: settings.now, includeHtmlMail: false } as const
    switch (format) {
      case 'html':
        yield* inPieces(conversationHtmlPieces(given, how), breathe)
        return
      case 'json':
        yield* inPieces(conversationJson(given, how), breathe)
        return
      case 'pdf': {
        let page = ''
        for await (const piece of inPieces(conversationHtmlPieces(given, how), breathe)) page += piece
        yield* printed(page, exportWords(language).title(given.contact.name), timeZone)
        return
      }
      case 'csv':
        yield CSV_START + csvRow(headings(messageColumns, language))
        for await (const message of messagesOf(stores, row.number, breathe)) {
          if (message.kind === 'message' || notes) yield csvRow(messageRow(message, row, settings))
          await breathe()
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
      const head = find(request.id)
      if (head === null) return null
      const day = head.conversation.lastMessageAt.toISOString().slice(0, 10)
      return {
        name: `conversation-${day}-${request.id.slice(-6)}.${request.format}`,
        mime: mimes[request.format],
        pieces: conversationPieces(head, request),
      }
    },
  }
}
