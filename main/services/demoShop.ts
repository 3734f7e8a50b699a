import type { ChannelKind, ChannelMode, ChannelSettings } from '#contract/channel.ts'
import type { Language, Settings } from '#contract/settings.ts'

export interface DemoShopDeps {
  /** The sample shop's knowledge, read by the caller. */
  files: readonly { name: string; bytes: Uint8Array }[]
  stores: { transaction<T>(work: () => T): T }
  settings: { get(): Settings; update(change: Partial<Settings>): Settings }
  knowledge: { importFiles(files: readonly { name: string; bytes: Uint8Array }[]): Promise<unknown> }
  channels: { create(kind: ChannelKind, name: string, settings: ChannelSettings, mode: ChannelMode): unknown }
}

const words: Readonly<Record<Language, { chat: string; desk: string }>> = {
  en: { chat: 'Demo', desk: 'Demo (you approve)' },
  'zh-CN': { chat: '演示', desk: '演示（由您确认）' },
}

/**
 * Fills a new data folder with the sample shop; does nothing once that is done. One channel answers by itself, the
 * other waits for the owner's word, so that a newcomer sees both.
 */
export async function prepareDemoShop({ files, stores, settings, knowledge, channels }: DemoShopDeps) {
  const { setupDone, language } = settings.get()
  if (setupDone) return
  await knowledge.importFiles(files)
  stores.transaction(() => {
    channels.create('demo', words[language].chat, { desk: 'chat' }, 'auto')
    channels.create('demo', words[language].desk, { desk: 'desk' }, 'draft')
    settings.update({ shopName: 'Harbour & Pine', signature: 'Harbour & Pine · 港松生活', setupDone: true })
  })
}
