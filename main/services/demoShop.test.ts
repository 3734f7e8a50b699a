import { expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import type { Settings } from '#contract/settings.ts'
import { prepareDemoShop } from './demoShop.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function folder(start: Partial<Settings> = {}) {
  let settings = { ...defaultSettings, ...start }
  const created: { name: string; mode: string; desk: unknown }[] = []
  const imported: string[] = []
  const texts: string[] = []
  return {
    created,
    imported,
    texts,
    files: {
      knowledge: [{ name: 'faq.en.csv', bytes: bytesOf('1') }],
      orders: [{ name: 'orders.csv', bytes: bytesOf('{today-3},李明,{today},{today+10},today') }],
      solutions: [{ name: 'faults.en.csv', bytes: bytesOf('2') }],
    },
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
    orders: {
      async importFile(name: string, bytes: Uint8Array) {
        imported.push(name)
        texts.push(new TextDecoder().decode(bytes))
      },
    },
    playbooks: { importSolutions: async ({ name }: { name: string }) => imported.push(name) },
    clock: { now: () => new Date('2027-03-02T12:00:00Z'), sleep: () => Promise.resolve() },
  }
}

test('a new folder gets the shop, one channel that answers and one that asks first', async () => {
  const shop = folder({ language: 'zh-CN' })
  await prepareDemoShop(shop)
  expect(shop.imported.toSorted()).toEqual(['faq.en.csv', 'faults.en.csv', 'orders.csv'])
  expect(shop.created).toEqual([
    { name: '演示', mode: 'auto', desk: 'chat' },
    { name: '演示（由您确认）', mode: 'draft', desk: 'desk' },
  ])
  expect(shop.settings.get()).toMatchObject({ shopName: 'Harbour & Pine', setupDone: true, language: 'zh-CN' })
})

test.each([
  ['UTC', '2027-02-27,李明,2027-03-02,2027-03-12,today'],
  ['Pacific/Auckland', '2027-02-28,李明,2027-03-03,2027-03-13,today'],
])(
  'its orders are as old as they were meant to be, whenever and wherever it is opened (%s)',
  async (timeZone, text) => {
    const shop = folder({ timeZone })
    await prepareDemoShop(shop)
    expect(shop.texts).toEqual([text])
  },
)

test('a second start changes nothing, even after the owner removed the channels', async () => {
  const shop = folder()
  await prepareDemoShop(shop)
  shop.created.length = 0
  await prepareDemoShop(shop)
  expect(shop.created).toEqual([])
  expect(shop.imported).toHaveLength(3)
})

test('a start that was cut short while importing is made good by the next one', async () => {
  const shop = folder()
  const cut = { ...shop, orders: { importFile: () => Promise.reject(new Error('switched off')) } }
  await expect(prepareDemoShop(cut)).rejects.toThrow('switched off')
  expect(shop.created).toEqual([])
  await prepareDemoShop(shop)
  expect(shop.created).toHaveLength(2)
})
