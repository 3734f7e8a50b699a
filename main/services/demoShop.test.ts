import { expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import type { Settings } from '#contract/settings.ts'
import { prepareDemoShop } from './demoShop.ts'

function folder(start: Partial<Settings> = {}) {
  let settings = { ...defaultSettings, ...start }
  const created: { name: string; mode: string; desk: unknown }[] = []
  const imported: string[] = []
  return {
    created,
    imported,
    files: [{ name: 'faq.en.csv', bytes: new Uint8Array([1]) }],
    stores: { transaction: <T>(work: () => T) => work() },
    settings: {
      get: () => settings,
      update: (change: Partial<Settings>) => (settings = { ...settings, ...change }),
    },
    channels: {
      create: (_kind: string, name: string, { desk }: Record<string, unknown>, mode: string) =>
        created.push({ name, mode, desk }),
    },
    knowledge: {
      importFiles: async (files: readonly { name: string }[]) => imported.push(...files.map(({ name }) => name)),
    },
  }
}

test('a new folder gets the shop, one channel that answers and one that asks first', async () => {
  const shop = folder({ language: 'zh-CN' })
  await prepareDemoShop(shop)
  expect(shop.imported).toEqual(['faq.en.csv'])
  expect(shop.created).toEqual([
    { name: '演示', mode: 'auto', desk: 'chat' },
    { name: '演示（由您确认）', mode: 'draft', desk: 'desk' },
  ])
  expect(shop.settings.get()).toMatchObject({ shopName: 'Harbour & Pine', setupDone: true, language: 'zh-CN' })
})

test('a second start changes nothing, even after the owner removed the channels', async () => {
  const shop = folder()
  await prepareDemoShop(shop)
  shop.created.length = 0
  await prepareDemoShop(shop)
  expect(shop.created).toEqual([])
  expect(shop.imported).toEqual(['faq.en.csv'])
})

test('a start that was cut short while importing is made good by the next one', async () => {
  const shop = folder()
  const cut = { ...shop, knowledge: { importFiles: () => Promise.reject(new Error('switched off')) } }
  await expect(prepareDemoShop(cut)).rejects.toThrow('switched off')
  await prepareDemoShop(shop)
  expect(shop.created).toHaveLength(2)
})
