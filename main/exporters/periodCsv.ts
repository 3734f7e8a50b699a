import type { CsvRows, Period } from '#contract/report.ts'
import type { Facts } from '#domain/report/facts.ts'
import { windowOf } from '#domain/report/shopDays.ts'
import type { ExportedConversation, ExportedMessage } from '#main/ports/exportStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createBreath, type Breathe } from './breath.ts'
import { CSV_START, csvRow, type CsvValue } from './csv.ts'
import { conversationColumns, headings, messageColumns, noteColumn } from './csvColumns.ts'
import { conversationRow, messageRow, personOf, type RowSettings } from './csvRows.ts'
import { messagesOf } from './messagesOf.ts'

/** Conversations read at once. */
const SLICE = 40
const PIECE_CHARACTERS = 64 * 1024

export interface PeriodCsv extends RowSettings {
  stores: Pick<Stores, 'reports' | 'exported'>
  period: Period
  rows: CsvRows
  notes: boolean
}

/** In pieces, a few conversations at a time: however large the shop is, little of it is held at once. */
export async function* periodCsv(request: PeriodCsv): AsyncGenerator<string> {
  const { rows, notes, language } = request
  const columns =
    rows === 'messages' ? messageColumns : notes ? [...conversationColumns, noteColumn] : conversationColumns
  let piece = CSV_START + csvRow(headings(columns, language))
  const breathe = createBreath()
  for await (const row of rows === 'messages' ? messageRows(request, breathe) : conversationRows(request, breathe)) {
    piece += csvRow(row)
    // Taking names out of texts is slow: within a slice, too, the inbox goes on.
    await breathe()
    if (piece.length < PIECE_CHARACTERS) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** Those that began in the period. */
async function* conversationRows(request: PeriodCsv, breathe: Breathe): AsyncGenerator<CsvValue[]> {
  const { from, to } = windowOf(request.period, request.timeZone)
  for await (const facts of slices(request, from, breathe)) {
    const begun = facts.filter(({ firstAt }) => firstAt !== null && firstAt >= from && firstAt < to)
    const known = conversationsOf(request, begun)
    const notes = request.notes ? await notesOf(request, known, breathe) : null
    for (const one of begun) {
      const conversation = known.get(one.number)
      if (conversation === undefined) continue
      const row = conversationRow(one, conversation, request)
      yield notes === null ? row : [...row, notes.get(one.number)?.join('\n\n') ?? null]
    }
  }
}

/** What was received or sent in the period, in whichever conversation; notes only when asked for. */
async function* messageRows(request: PeriodCsv, breathe: Breathe): AsyncGenerator<CsvValue[]> {
  const { from, to } = windowOf(request.period, request.timeZone)
  for await (const facts of slices(request, from, breathe)) {
    for (const conversation of conversationsOf(request, facts).values()) {
      for await (const message of messagesOf(request.stores, conversation.number, breathe)) {
        const at = message.at.getTime()
        if (at < from || at >= to || !isTold(message, request.notes)) continue
        yield messageRow(message, conversation, request)
      }
    }
  }
}

/** What never left, or only may have left, is in no report. */
function isTold({ kind, delivery }: ExportedMessage, notes: boolean): boolean {
  return kind === 'note' ? notes : delivery === null || delivery === 'sent'
}

async function* slices({ stores: { reports } }: PeriodCsv, since: number, breathe: Breathe): AsyncGenerator<Facts[]> {
  const last = reports.lastNumber()
  for (let from = 1; from <= last; from += SLICE) {
    const facts = reports.facts(from, from + SLICE - 1, since)
    if (facts.length > 0) yield facts
    await breathe()
  }
}

function conversationsOf({ stores }: PeriodCsv, facts: readonly Facts[]): Map<number, ExportedConversation> {
  const found = stores.exported.conversations(facts.map(({ number }) => number))
  return new Map(found.map(conversation => [conversation.number, conversation]))
}

async function notesOf(
  { stores, masking }: PeriodCsv,
  known: ReadonlyMap<number, ExportedConversation>,
  breathe: Breathe,
): Promise<Map<number, string[]>> {
  const notes = new Map<number, string[]>()
  for (const conversation of known.values()) {
    const written: string[] = []
    for await (const { kind, text } of messagesOf(stores, conversation.number, breathe)) {
      if (kind === 'note') written.push(masking.text(text, personOf(conversation)))
    }
    notes.set(conversation.number, written)
  }
  return notes
}
