import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Order } from '#contract/orders.ts'
import { freshDialogue } from '#domain/dialogue/state.ts'
import { isAllowed, prepareChanges, type PreparedChange } from '#domain/orders/prepare.ts'
import { readOrderFile } from '#main/importers/orders/readOrderFile.ts'
import { createOrderDesk } from '#main/services/orderDesk.ts'
import { createOrderWriter } from '#main/services/orderImport.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'
import { createIds } from '#main/system/ids.ts'
import { systemClock } from '#main/system/clock.ts'
import type { Figure, Part } from './figure.ts'

/** What the data set calls our prepared changes. */
const actionOf: Readonly<Record<PreparedChange['kind'], string>> = {
  cancel: 'cancel_pending_order',
  return: 'return_delivered_order_items',
  exchange: 'exchange_delivered_order_items',
  'change-items': 'modify_pending_order_items',
  'change-address': 'modify_pending_order_address',
  'change-payment': 'modify_pending_order_payment',
  'change-account-address': 'modify_user_address',
}
const TRANSFER = 'transfer_to_human_agents'
const scored = new Set([...Object.values(actionOf), TRANSFER])

const taskSchema = z.object({
  id: z.string(),
  user_scenario: z.object({
    instructions: z.object({ reason_for_call: z.string(), known_info: z.string().nullish() }),
  }),
  evaluation_criteria: z.object({ actions: z.array(z.object({ name: z.string() })).nullish() }),
})
type Task = z.infer<typeof taskSchema>

/** tau2 retail, imported as the shop's orders: which changes would be prepared for the owner from the customer's opening. */
export const orders: Part = async (folder, print) => {
  const tasks = readFileSync(join(folder, 'tau2_retail', 'tasks_train74.jsonl'), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => taskSchema.parse(JSON.parse(line)))
  const work = mkdtempSync(join(tmpdir(), 'keepdesk-evaluate-'))
  const key = new Uint8Array(32).fill(3)
  const log = { info() {}, warn() {}, error() {} }
  const db = openDatabase({ file: join(work, 'keepdesk.db'), key, log })
  const stores = createStores(db, { blobs: createBlobStore({ folder: join(work, 'attachments'), key }) })
  try {
    const file = readOrderFile('db.json', new Uint8Array(readFileSync(join(folder, 'tau2_retail', 'db.json'))), { timeZone: 'UTC' })
    const source = { id: 'tau', name: 'db.json', kind: 'json', records: 'orders', count: 0 } as const
    stores.orders.putSource({ ...source, syncedAt: null, fault: null, settings: null, cursor: null })
    await createOrderWriter({ stores, clock: systemClock, ids: createIds() }).write(file.drafts, 'tau')
    print(`${stores.orders.count('orders')} orders, ${stores.orders.count('products')} products, ${file.problems.length} refused`)
    return measure(tasks, stores, print)
  } finally {
    db.close()
    rmSync(work, { recursive: true, force: true })
  }
} // prettier-ignore

function measure(tasks: readonly Task[], stores: ReturnType<typeof createStores>, print: (line: string) => void): Figure[] {
  let right = 0
  let predicted = 0
  let wanted = 0
  let exact = 0
  let violations = 0
  let disclosures = 0
  for (const task of tasks) {
    const text = task.user_scenario.instructions.reason_for_call
    const own = ordersOf(task, stores)
    const { changes, refused } = prepareChanges(text, own)
    violations += changes.filter(({ kind, orderId }) => !mayBeDone(kind, own.find(({ id }) => id === orderId))).length
    disclosures += told(text, own, stores)
    const guess = new Set(changes.map(({ kind }) => actionOf[kind]))
    if (guess.size === 0 && refused.length > 0) guess.add(TRANSFER)
    const gold = new Set((task.evaluation_criteria.actions ?? []).map(({ name }) => name).filter(name => scored.has(name)))
    const hits = [...guess].filter(name => gold.has(name)).length
    right += hits
    predicted += guess.size
    wanted += gold.size
    if (hits === guess.size && hits === gold.size) exact += 1
    else print(`  task ${task.id}: prepared ${show(guess)}, should be ${show(gold)}`)
  }
  const figure = (name: string, value: number, goal: number | null, baseline: number | null, better: Figure['better']) => ({ name, value, goal, baseline, better })
  return [
    figure('tau2 retail: action-set micro-F1, prepared for the owner', (2 * right) / (predicted + wanted), 0.6, 0.478, 'higher'),
    figure('tau2 retail: precision', right / predicted, null, null, 'higher'),
    figure('tau2 retail: recall', right / wanted, null, null, 'higher'),
    figure('tau2 retail: exact action sets', exact / tasks.length, null, 0.25, 'higher'),
    figure('tau2 retail: prepared against the shop’s rules', violations, 0, null, 'lower'),
    figure('tau2 retail: fields told to an unverified customer', disclosures, 0, null, 'lower'),
  ]
} // prettier-ignore

const show = (names: ReadonlySet<string>) => [...names].toSorted().join(' + ') || 'nothing'

/** The rules of the data set's own policy, not ours. */
function mayBeDone(kind: PreparedChange['kind'], order: Order | undefined): boolean {
  if (kind === 'change-account-address') return true
  if (order === undefined || !isAllowed(kind, order)) return false
  return order.statusText === (kind === 'return' || kind === 'exchange' ? 'delivered' : 'pending')
}

/** Whose orders the task is about: set-up of the measurement, as the channel's account would say it. */
function ordersOf(task: Task, stores: ReturnType<typeof createStores>): Order[] {
  const known = `${task.user_scenario.instructions.known_info ?? ''} ${task.user_scenario.instructions.reason_for_call}`
  const everybody = stores.orders.orders({ text: '', offset: 0, limit: 100_000 }).items
  const mails = [...known.matchAll(/[\w.+-]+@[\w-]+\.\w+/g)].map(([mail]) => mail.toLowerCase())
  const byMail = everybody.filter(({ email }) => email !== null && mails.includes(email))
  if (byMail.length > 0) return byMail
  const words: readonly string[] = known.toLowerCase().match(/[a-z]+/g) ?? []
  const postcodes: readonly string[] = known.match(/\d{5}/g) ?? []
  const named = everybody.filter(({ customerName }) => {
    const [first = '', last = ''] = customerName.toLowerCase().split(' ')
    return words.includes(first) && words.includes(last)
  })
  const near = new Set(named.filter(({ postcode }) => postcodes.includes(postcode ?? '')).map(({ email }) => email))
  const emails = near.size > 0 ? near : new Set(named.map(({ email }) => email))
  return emails.size === 1 ? everybody.filter(({ email }) => emails.has(email)) : named.filter(({ email }) => emails.has(email))
} // prettier-ignore

/** The desk of somebody who has proved nothing, asked for every number of the text and of the customer's orders. */
function told(text: string, own: readonly Order[], stores: ReturnType<typeof createStores>): number {
  const asker = { addresses: [], identity: freshDialogue.identity, now: new Date() }
  const desk = createOrderDesk({ stores, asker, settings: { couponLimitPercent: 10, timeZone: 'UTC' } })
  const inText: readonly string[] = text.match(/#?W?\d{7}/g) ?? []
  const numbers = [...own.map(({ number }) => number), ...inText]
  const found = numbers.map(number => desk.byNumber(number)).filter(({ kind }) => kind === 'found')
  return found.length + desk.mine().length + own.filter(({ id }) => desk.byId(id) !== null).length
}
