import type { ChannelKind, ChannelMode, ChannelSettings } from '#contract/channel.ts'
import type { Language, Settings } from '#contract/settings.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { OrderFileChoices } from './orderImport.ts'
import { shopZone } from './shopZone.ts'
import { DAY_MS, isoDay, onShopClock } from '#domain/shopClock.ts'

interface File {
  name: string
  bytes: Uint8Array
}

export interface DemoShopDeps {
  /** What the sample shop knows, sold and can mend, read by the caller. */
  files: { knowledge: readonly File[]; orders: readonly File[]; solutions: readonly File[] }
  stores: { transaction<T>(work: () => T): T }
  settings: { get(): Settings; update(change: Partial<Settings>): Settings }
  knowledge: { importFiles(files: readonly File[]): Promise<unknown> }
  orders: { importFile(name: string, bytes: Uint8Array, choices: OrderFileChoices): Promise<unknown> }
  playbooks: { importSolutions(file: File): Promise<unknown> }
  channels: { create(kind: ChannelKind, name: string, settings: ChannelSettings, mode: ChannelMode): unknown }
  clock: Clock
}

const words: Readonly<Record<Language, { chat: string; desk: string }>> = {
  en: { chat: 'Demo', desk: 'Demo (you approve)' },
  'zh-CN': { chat: '演示', desk: '演示（由您确认）' },
}

/**
 * Fills a new data folder with the sample shop; does nothing once that is done. One channel answers by itself, the
 * other waits for the owner's word, so that a newcomer sees both.
 */
export async function prepareDemoShop(deps: DemoShopDeps) {
  const { files, stores, settings, knowledge, orders, playbooks, channels, clock } = deps
  const { setupDone, language, timeZone } = settings.get()
  if (setupDone) return
  const fillOrderBook = async () => {
    const today = onShopClock(clock.now(), shopZone({ timeZone }))
    for (const { name, bytes } of files.orders) await orders.importFile(name, dated(bytes, today), {})
  }
  // Files are read in processes of their own: side by side that takes little longer than one of the two.
  await Promise.all([knowledge.importFiles(files.knowledge), fillOrderBook()])
  for (const file of files.solutions) await playbooks.importSolutions(file)
  stores.transaction(() => {
    channels.create('demo', words[language].chat, { desk: 'chat' }, 'auto')
    channels.create('demo', words[language].desk, { desk: 'desk' }, 'draft')
    settings.update({ shopName: 'Harbour & Pine', signature: 'Harbour & Pine · 港松生活', setupDone: true })
  })
}

/** `{today-3}` becomes the date of three days ago, so that parcels are on their way whenever the sample is opened. */
function dated(bytes: Uint8Array, today: Date): Uint8Array {
  const day = (days: number) => isoDay(new Date(today.getTime() + days * DAY_MS))
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/\{today([+-]\d+)?\}/g, (_, days?: string) => day(Number(days ?? 0)))
  return new TextEncoder().encode(text)
}
