import { expect, test, type Page } from '@playwright/test'
import { openConversation, openStage, plainLook, show, type Stage } from './pages/screen.ts'
import { searchFor } from './pages/searchScreens.ts'
import { customersWrote } from './pages/shopScreens.ts'

// One sample shop: the tests build on one another.
test.describe.configure({ mode: 'serial' })

let stage: Stage
let page: Page

const hits = (group: string | RegExp) => page.getByRole('region', { name: group }).getByRole('link')
const box = () => page.getByRole('combobox')
const option = (name: string | RegExp) => page.getByRole('option', { name })

/** Opens the command bar, which takes what is typed from the first letter on. */
async function command(letters: string) {
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type(letters)
}

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage()
  stage = await openStage(page, ['--demo'])
  await show(stage, plainLook)
  await customersWrote(stage)
})
test.afterAll(async () => {
  await stage?.close()
  await page?.close()
})

test('a hit opens at the message, and going back comes to the same place', async () => {
  await searchFor(stage, 'kettle')
  await expect(hits('Orders').first()).toContainText('HP-')
  const messages = hits(/^Messages/)
  await expect(messages).toHaveCount(1)
  await expect(messages.locator('mark')).toHaveText('kettle')
  await messages.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/inbox\/[^/]+\/[^/]+$/)
  await expect(stage.shop.thread.getByText('This is the second time my kettle')).toBeInViewport()
  await page.goBack()
  await expect(messages).toBeFocused()
  await expect(box()).toHaveValue('kettle')
})

test('a typing error finds what was meant, and says so', async () => {
  await searchFor(stage, 'kettel')
  await expect(page.getByText('Nobody wrote “kettel”. Shown is what has kettle.')).toBeVisible()
  await expect(hits('Similar messages')).toHaveCount(1)
})

test('other words for the same thing are found, in another language, too', async () => {
  await searchFor(stage, 'returns')
  const similar = hits('Similar messages').filter({ hasText: '退货' })
  await expect(similar.first().locator('mark').first()).toHaveText('退货')
})

test('filters are completed, followed, or said to be wrong', async () => {
  await searchFor(stage, 'kettle fr')
  await expect(option(/^from:/)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('hannah')
  await expect(page.getByText('Nothing fits these words together with these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Search without the filters' }).press('Enter')
  await expect(box()).toHaveValue('kettle')
  await expect(page.locator('mark').first()).toBeVisible()
  await searchFor(stage, 'before:someday kettle')
  await expect(page.getByText('“before:someday”: this is no day.')).toBeVisible()
})

test('orders are found by number, words by their beginning, conversations by label', async () => {
  await searchFor(stage, 'HP-20418')
  await expect(hits('Orders').first().locator('mark').first()).toHaveText(/HP-20418/)
  const label = await stage.client.label.create({ name: 'Urgent', color: 'red' })
  const { items } = await stage.client.conversation.list({ view: 'all', text: 'Tom Becker', limit: 1 })
  await stage.client.conversation.setLabels({ id: items[0]?.id ?? '', labelIds: [label.id] })
  await searchFor(stage, 'ket label:urgent')
  await expect(hits(/^Messages/).first()).toContainText('Tom Becker')
  await expect(
    hits(/^Messages/)
      .first()
      .locator('mark')
      .first(),
  ).toHaveText('kettle')
  await searchFor(stage, 'ket label:nobody')
  await expect(page.getByText('there is no label of this name', { exact: false })).toBeVisible()
})

test('Chinese is found in either script, and everything is said in Chinese', async () => {
  await show(stage, { ...plainLook, language: 'zh-CN' })
  await searchFor(stage, '退貨')
  const messages = page.getByRole('region', { name: /^消息/ }).getByRole('link')
  await expect(messages.first().locator('mark').first()).toHaveText('退货')
  await searchFor(stage, '没有这种词龘 来自:某人')
  await expect(page.getByText('没有找到')).toBeVisible()
  await expect(page.getByRole('button', { name: '去掉筛选条件再搜' })).toBeVisible()
  await show(stage, plainLook)
})

test('the command bar goes, does and opens by a few letters, in both languages', async () => {
  await command('dark')
  await expect(option(/Colours: dark/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await command('')
  await expect(page.getByRole('group', { name: 'Used last' }).getByRole('option')).toHaveText([/Colours: dark/])
  await page.keyboard.type('hannah')
  await option(/Hannah Lee/)
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Hannah Lee' }).first()).toBeVisible()
  await command('知识库')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/knowledge$/)
  await show(stage, plainLook)
})

test('every key is listed, also those of pages that are not open', async () => {
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'All keys' })
  await expect(list.getByRole('heading', { level: 3 })).toHaveText([
    'Everywhere',
    'Go to',
    'List of conversations',
    'Open conversation',
    'Writing',
    'Search',
    'Rehearsal',
  ])
  const away = await list.locator('dt').allTextContents()
  await page.keyboard.press('Escape')
  await openConversation(stage, 'Oliver Grant')
  await page.getByRole('button', { name: 'Approve and send' }).waitFor()
  await page.locator('body').press('?')
  // With a conversation open its own commands are there too, and none of them is a key that was not listed before.
  expect(await list.locator('dt').count()).toBe(away.length)
  await show(stage, { ...plainLook, language: 'zh-CN' })
  await expect(page.getByRole('dialog', { name: '所有快捷键' }).getByText('接手或交还给助手')).toBeVisible()
  await page.keyboard.press('Escape')
  await show(stage, plainLook)
})
