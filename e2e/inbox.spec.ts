import { expect, test, type Page } from '@playwright/test'
import { openModelStage, type ModelStage } from './pages/modelStage.ts'
import { watchPlace } from './pages/places.ts'
import { goTo, plainLook, show, until } from './pages/screen.ts'

// One shop and its customers: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const customers = [
  { id: 6001, firstName: 'Mia', lastName: 'Lund', says: 'How long does delivery take?' },
  { id: 6002, firstName: '林浩', says: '可以退货吗？' },
  { id: 6003, firstName: 'Ben', lastName: 'Ody', says: 'I want to speak to a person, please.' },
  { id: 6004, firstName: 'Cleo', lastName: 'Marsh', says: 'Can I return something?' },
]
const noor = { id: 6005, firstName: 'Noor', lastName: 'Aziz' }

let stage: ModelStage
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(15_000)
  stage = await openModelStage(page)
  for (const customer of customers) stage.telegram.pushText(customer.says, customer)
  await until(async () => {
    const { items } = await stage.client.conversation.list({ view: 'needs-me' })
    return items.length === customers.length
  })
  await goTo(stage, 'inbox')
})
test.afterAll(() => stage?.close())

const list = () => page.getByLabel('Conversations', { exact: true })
const rows = () => list().getByRole('listitem')
const names = () => list().locator('a bdi').allTextContents()
const tick = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` })
const bar = () => page.getByRole('toolbar', { name: 'Selected conversations' })

test('the views show who waits, whose turn it is and what is to be approved', async () => {
  const { shop } = stage
  await shop.view('Waiting for me')
  await expect(rows()).toHaveCount(4)
  for (const { firstName } of customers) await expect(shop.row(firstName)).toContainText(/waits \d+ min|late|promised/)
  await expect(shop.row('Ben Ody')).toContainText('Asked for a person')
  await shop.view('Drafts to approve')
  await expect(rows()).toHaveCount(3)
  await expect(shop.row('Ben Ody')).toBeHidden()
  await stage.client.conversation.takeOver({ id: await idOf('Mia Lund') })
  await shop.view('Mine')
  await expect(shop.row('Mia Lund')).toBeVisible()
  await shop.view('Assistant’s')
  await expect(shop.row('Cleo Marsh')).toBeVisible()
  await expect(shop.row('Mia Lund')).toBeHidden()

  await show(stage, { language: 'zh-CN', theme: 'light' })
  await page.getByRole('button', { name: /^待审草稿/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待审草稿')
  await show(stage, plainLook)
})

test('a filter is always in view, stays in other views, and can be taken away where nothing is left', async () => {
  const { shop } = stage
  await shop.view('All')
  await choose('Language', 'Chinese')
  await expect(rows()).toHaveCount(1)
  await expect(shop.row('林浩')).toBeVisible()
  const chips = page.getByLabel('What the list is filtered by')
  await expect(chips).toContainText('Chinese')
  await shop.view('Resolved')
  await expect(page.getByText('Nothing matches the filter')).toBeVisible()
  await expect(chips).toContainText('Chinese')
  await shop.view('All')
  await choose('Status', 'Open')
  await chips.getByRole('button', { name: /^Chinese/ }).click()
  await expect(rows()).toHaveCount(4)
  await chips.getByRole('button', { name: 'Clear all' }).click()
  await expect(chips).toBeHidden()

  await show(stage, { language: 'zh-CN', theme: 'dark' })
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByLabel('语言').click()
  await page.getByRole('option', { name: '中文' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('列表的筛选条件')).toContainText('中文')
  await page.getByLabel('列表的筛选条件').getByRole('button', { name: '全部清除' }).click()
  await show(stage, plainLook)
})

test('the order can be turned round and is kept for its view', async () => {
  const { shop } = stage
  await shop.view('All')
  await expect(rows()).toHaveCount(4)
  const newest = await names()
  await order('Oldest first')
  await expect.poll(names).toEqual(newest.toReversed())
  await shop.view('Mine')
  await expect(page.getByRole('button', { name: 'Order: Newest first' })).toBeVisible()
  await shop.view('All')
  await expect(page.getByRole('button', { name: 'Order: Oldest first' })).toBeVisible()
  await order('Newest first')
  await expect.poll(names).toEqual(newest)
})

test('many are resolved at once, and undone at once', async () => {
  const { shop } = stage
  await tick((await names())[0] ?? '').click()
  await tick((await names())[2] ?? '').click({ modifiers: ['Shift'] })
  await expect(bar()).toContainText('3 selected')
  await bar().getByRole('button', { name: 'Resolve' }).click()
  await expect(page.getByText('Resolved: 3 conversations.')).toBeVisible()
  await shop.view('Resolved')
  await expect(rows()).toHaveCount(3)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone for 3 conversations.')).toBeVisible()
  await shop.view('Waiting for me')
  await expect(rows()).toHaveCount(4)
})

test('what did not apply is not counted as done', async () => {
  const { shop } = stage
  await shop.view('All')
  await expect(rows()).toHaveCount(4)
  await stage.client.conversation.markRead({ id: await idOf('Ben Ody') })
  await page.keyboard.press('j')
  await page.keyboard.press('*')
  await page.keyboard.press('a')
  await expect(bar()).toContainText('4 selected')
  await bar().getByRole('button', { name: 'Mark as read' }).click()
  await expect(page.getByText('Marked as read: 3 of 4.', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar()).toBeHidden()
})

test('by keyboard alone a row is found, labelled with a new label, and found again by it', async () => {
  const { shop } = stage
  await page.keyboard.press('k')
  const first = (await names())[0] ?? ''
  await page.keyboard.press('#')
  await page.getByRole('combobox', { name: 'Find or create a label' }).fill('Ask supplier')
  await expect(page.getByRole('option', { name: 'Create “Ask supplier”' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: 'Ask supplier' })).toHaveAttribute('aria-checked', 'true')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Find or create a label' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(bar()).toBeHidden()
  await expect(shop.row(first)).toContainText('Ask supplier')
  await choose('Label', 'Ask supplier')
  await expect(rows()).toHaveCount(1)
  await page.getByLabel('What the list is filtered by').getByRole('button', { name: 'Clear all' }).click()
  await expect(rows()).toHaveCount(4)
})

test('labels are renamed and deleted where they are managed, after a word about who carries them', async () => {
  await goTo(stage, 'settings/labels')
  const manager = page.getByRole('tabpanel')
  await expect(manager).toContainText('1 conversation')
  await manager.getByRole('button', { name: 'Add a label' }).click()
  await manager.getByRole('textbox', { name: 'Name' }).fill('ask SUPPLIER')
  await manager.getByRole('button', { name: 'Add a label' }).last().click()
  await expect(manager).toContainText('There is already a label with this name.')
  await manager.getByRole('textbox', { name: 'Name' }).fill('VIP')
  await manager.getByRole('radio', { name: 'Purple' }).click()
  await manager.getByRole('button', { name: 'Add a label' }).last().click()
  await manager.getByRole('button', { name: 'Move VIP up' }).click()
  await expect(manager.getByRole('listitem').first()).toContainText('VIP')
  await manager.getByRole('button', { name: 'Rename or recolour Ask supplier' }).click()
  await manager.getByRole('textbox', { name: 'Name' }).fill('Supplier asked')
  await page.keyboard.press('Enter')
  await manager.getByRole('button', { name: 'Delete Supplier asked' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('1 conversation carries it.')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(manager.getByRole('listitem')).toHaveCount(1)
  await goTo(stage, 'inbox')
  await expect(rows()).toHaveCount(4)
  await expect(list()).not.toContainText('Supplier asked')
})

test('snoozing understands English and Chinese, and says no to the past', async () => {
  const { shop } = stage
  await tick('Ben Ody').click()
  await bar().getByRole('button', { name: 'Snooze' }).click()
  const dialog = page.getByRole('dialog', { name: /^Snooze/ })
  await dialog.getByLabel('When?').fill('yesterday')
  await expect(dialog).toContainText('That is no time Keepdesk understands.')
  await dialog.getByLabel('When?').fill('2019-01-01')
  await expect(dialog).toContainText('That is already past.')
  await expect(dialog.getByRole('button', { name: 'Snooze' })).toBeDisabled()
  await dialog.getByLabel('When?').fill('next friday 3pm')
  await expect(dialog.getByRole('status')).toContainText(/Fri, .*15:00/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Snoozed: 1 conversation.')).toBeVisible()
  await shop.view('Snoozed')
  await expect(shop.row('Ben Ody')).toContainText(/Until Fri, .*15:00/)

  await show(stage, { language: 'zh-CN', theme: 'light' })
  await page.getByRole('button', { name: /^全部/ }).click()
  await page.getByRole('checkbox', { name: '选中林浩' }).click()
  await page.keyboard.press('s')
  const chinese = page.getByRole('dialog', { name: /^稍后处理/ })
  await chinese.getByLabel('什么时候？').fill('下周一上午十点半')
  await expect(chinese.getByRole('status')).toContainText(/周一.*10:30/)
  await chinese.getByRole('button', { name: '稍后处理' }).click()
  await expect(page.getByText('已设为稍后处理：1 个对话。')).toBeVisible()
  await show(stage, plainLook)
})

test('rows stay under the pointer while others come, and what came is one press away', async () => {
  const { shop } = stage
  await shop.view('All')
  await expect(rows()).toHaveCount(4)
  const before = await names()
  const placesOfRow = await watchPlace(rows().nth(2))
  stage.telegram.pushText('This is outrageous, nobody answers me! I am really angry!', noor)
  await page.getByRole('button', { name: '1 new' }).waitFor()
  expect(await names()).toEqual(before)
  expect(await placesOfRow()).toHaveLength(1)
  await page.getByRole('button', { name: '1 new' }).click()
  await expect.poll(async () => (await names())[0]).toBe('Noor Aziz')
  await expect(rows()).toHaveCount(5)
})

test('angry customers are found by their mood, and everybody by their channel', async () => {
  await choose('Mood', 'angry')
  await expect(rows()).toHaveCount(1)
  await expect(stage.shop.row('Noor Aziz')).toBeVisible()
  const chips = page.getByLabel('What the list is filtered by')
  await choose('Channel', 'Shop bot')
  await chips.getByRole('button', { name: /^angry/ }).click()
  await expect(rows()).toHaveCount(5)
  await show(stage, { language: 'zh-CN', theme: 'light' })
  await expect(page.getByLabel('列表的筛选条件')).toContainText('Shop bot')
  await show(stage, plainLook)
  await chips.getByRole('button', { name: 'Clear all' }).click()
})

test('the search is where the list was searched before', async () => {
  await page.getByRole('main').getByRole('link', { name: 'Search' }).click()
  await expect(page).toHaveURL(/#\/search/)
})

async function idOf(name: string): Promise<string> {
  const { items } = await stage.client.conversation.list({ view: 'all', limit: 50 })
  const found = items.find(({ contactName }) => contactName === name)
  if (!found) throw new Error(`No conversation with ${name}`)
  return found.id
}

async function choose(field: string, value: string) {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('dialog', { name: 'Filter' }).getByLabel(field).click()
  await page.getByRole('option', { name: value, exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Filter' })).toBeHidden()
}

async function order(name: string) {
  await page.getByRole('button', { name: /^Order:/ }).click()
  await page.getByRole('menuitem', { name }).click()
}
