import type { ColumnMapping, OrderPreview, OrderProblem, OrderRecordKind } from '#contract/orders.ts'
import { numberIdentity } from '#domain/orders/keys.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { OrderFile, OrderFileOptions, OrderFiles, RecordDrafts } from '#main/ports/orderFiles.ts'
import type { OrderRecords, PutCounts } from '#main/ports/orderStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import { Refused } from './errors.ts'
import { createSlices } from './knowledgeSlices.ts'
import { shopZone } from './shopZone.ts'

const previewKeptMs = 30 * 60_000
const mostPreviews = 2
const shownProblems = 200
/** Written in one transaction; small enough that nothing else waits. */
const batchSize = 50

const kinds = ['orders', 'products', 'warranties', 'coupons'] as const

/** What the owner says about a file. */
export type OrderFileChoices = Omit<OrderFileOptions, 'timeZone'>

export interface OrderImportDeps {
  stores: Pick<Stores, 'transaction' | 'orders' | 'settings'>
  files: OrderFiles
  clock: Clock
  ids: Ids
  onChange(): void
}

export interface OrderImportResult extends PutCounts {
  name: string
  records: OrderRecordKind
  mapping: ColumnMapping
  leftOut: number
  problems: readonly OrderProblem[]
}

/** Takes drafts into the order book in small transactions; good rows count even when others were bad. */
export function createOrderWriter({
  stores,
  clock,
  ids,
}: Pick<OrderImportDeps, 'clock' | 'ids'> & { stores: Pick<Stores, 'transaction' | 'orders'> }) {
  const book = stores.orders

  function* batchesOf(drafts: RecordDrafts, sourceId: string): Generator<OrderRecords> {
    const updatedAt = clock.now()
    const own = () => ({ id: ids.next(), sourceId })
    const none: OrderRecords = { orders: [], products: [], warranties: [], coupons: [] }
    for (const kind of kinds) {
      for (let start = 0; start < drafts[kind].length; start += batchSize) {
        const end = start + batchSize
        const piece = {
          orders: () => drafts.orders.slice(start, end).map(draft => ({ ...draft, ...own(), updatedAt })),
          products: () => drafts.products.slice(start, end).map(draft => ({ ...draft, ...own(), updatedAt })),
          warranties: () => drafts.warranties.slice(start, end).map(draft => ({ ...draft, ...own() })),
          coupons: () => drafts.coupons.slice(start, end).map(draft => ({ ...draft, ...own() })),
        }
        yield { ...none, [kind]: piece[kind]() }
      }
    }
  }

  async function each(
    drafts: RecordDrafts,
    sourceId: string,
    take: (batch: OrderRecords) => PutCounts,
  ): Promise<PutCounts> {
    const breathe = createSlices()
    let sum: PutCounts = { added: 0, updated: 0, unchanged: 0 }
    for (const batch of batchesOf(drafts, sourceId)) {
      sum = sumOf(sum, take(batch))
      await breathe()
    }
    return sum
  }

  /** Kept for the owner, with a mark. */
  async function markRemoved(numbers: readonly string[], sourceId: string): Promise<void> {
    const breathe = createSlices()
    for (const number of numbers) {
      const identity = numberIdentity(number)
      const orders = book
        .ordersByNumber(number)
        .filter(order => order.sourceId === sourceId && numberIdentity(order.number) === identity && !order.isRemoved)
      book.putOrders(orders.map(order => ({ ...order, isRemoved: true, updatedAt: clock.now() })))
      await breathe()
    }
  }

  return {
    markRemoved,
    compare: (drafts: RecordDrafts, sourceId: string) => each(drafts, sourceId, batch => book.compare(batch)),
    write: (drafts: RecordDrafts, sourceId: string) =>
      each(drafts, sourceId, batch =>
        stores.transaction(() =>
          [
            book.putOrders(batch.orders),
            book.putProducts(batch.products),
            book.putWarranties(batch.warranties),
            book.putCoupons(batch.coupons),
          ].reduce(sumOf),
        ),
      ),
  }
}
export type OrderWriter = ReturnType<typeof createOrderWriter>

/** Files of orders: looked at first, then taken. */
export function createOrderImport({ stores, files, clock, ids, onChange }: OrderImportDeps) {
  const book = stores.orders
  const writer = createOrderWriter({ stores, clock, ids })
  const previews = new Map<string, { name: string; file: OrderFile; expiresAt: number }>()
  let queue: Promise<unknown> = Promise.resolve()

  /** A file of the same name and kind is the same source. */
  function sourceIdOf(name: string, format: OrderFile['format']): string {
    return book.sources().find(source => source.name === name && source.kind === format)?.id ?? ids.next()
  }

  /** Files whose every record came again in a newer one. */
  function dropEmpty(exceptId: string) {
    for (const { id, kind, count } of book.sources()) {
      if ((kind === 'csv' || kind === 'json') && count === 0 && id !== exceptId) book.removeSource(id)
    }
  }

  async function take(name: string, file: OrderFile): Promise<PutCounts> {
    if (file.format === null || countOf(file.drafts) === 0) return { added: 0, updated: 0, unchanged: 0 }
    const id = sourceIdOf(name, file.format)
    const source = { id, name, kind: file.format, records: file.records, count: 0, fault: null, settings: null, cursor: null }
    // Until everything is written it says that something is missing: whatever ends the program, the owner sees it.
    book.putSource({ ...source, syncedAt: clock.now(), fault: 'unfinished' })
    try {
      const counts = await writer.write(file.drafts, id)
      book.putSource({ ...source, syncedAt: clock.now() })
      return counts
    } finally {
      dropEmpty(id)
      onChange()
    }
  } // prettier-ignore

  /** One import after the other. */
  function taken(name: string, file: OrderFile): Promise<PutCounts> {
    const result = queue.then(() => take(name, file))
    queue = result.catch(() => undefined)
    return result
  }

  function forgetOldPreviews() {
    const now = clock.now().getTime()
    for (const [id, { expiresAt }] of previews) if (expiresAt <= now) previews.delete(id)
    for (const id of [...previews.keys()].slice(0, Math.max(0, previews.size - mostPreviews))) previews.delete(id)
  }

  function read(name: string, bytes: Uint8Array, choices: OrderFileChoices): Promise<OrderFile> {
    return files.read(name, bytes, { ...choices, timeZone: shopZone(stores.settings.get()) })
  }

  return {
    /** Reads a file without storing anything. */
    async preview(name: string, bytes: Uint8Array, choices: OrderFileChoices): Promise<OrderPreview> {
      const file = await read(name, bytes, choices)
      const previewId = ids.next()
      previews.set(previewId, { name, file, expiresAt: clock.now().getTime() + previewKeptMs })
      forgetOldPreviews()
      return {
        previewId,
        name,
        records: file.records,
        columns: [...file.columns],
        fields: [...file.fields],
        mapping: file.mapping,
        ...(await compared(file)),
        leftOut: file.leftOut,
        withoutEmail: file.drafts.orders.filter(({ email }) => email === null).length,
        sample: file.sample.map(row => ({ ...row })),
        problems: file.problems.slice(0, shownProblems),
        problemCount: file.problems.length,
      }
    },
    async importPreview(previewId: string): Promise<PutCounts> {
      forgetOldPreviews()
      const kept = previews.get(previewId)
      if (kept === undefined) throw new Refused('PREVIEW_EXPIRED')
      previews.delete(previewId)
      return taken(kept.name, kept.file)
    },
    /** Without a preview: for the command line. */
    async importFile(name: string, bytes: Uint8Array, choices: OrderFileChoices): Promise<OrderImportResult> {
      const file = await read(name, bytes, choices)
      const { records, mapping, problems, leftOut } = file
      return { name, records, mapping, problems, leftOut, ...(await taken(name, file)) }
    },
    async stop() {
      await files.close()
      await queue
    },
  }

  /** All files are one book, so any of them stands for it; without one nothing is there yet. */
  async function compared(file: OrderFile): Promise<PutCounts> {
    if (file.format === null) return { added: 0, updated: 0, unchanged: 0 }
    const known = book.sources().find(({ kind }) => kind === 'csv' || kind === 'json')
    if (known !== undefined) return writer.compare(file.drafts, known.id)
    return { added: countOf(file.drafts), updated: 0, unchanged: 0 }
  }
}
export type OrderImport = ReturnType<typeof createOrderImport>

export function countOf(drafts: RecordDrafts): number {
  return kinds.reduce((sum, kind) => sum + drafts[kind].length, 0)
}

function sumOf(one: PutCounts, other: PutCounts): PutCounts {
  return {
    added: one.added + other.added,
    updated: one.updated + other.updated,
    unchanged: one.unchanged + other.unchanged,
  }
}
