import { expect, test, type Page } from '@playwright/test'
import { removeFolder, temporaryFolder } from './app.ts'
import { desk, type Desk } from './pages/desk.ts'
import { leftoverEnglish } from './pages/leftoverEnglish.ts'
import { openShell, type OpenShell } from './shell.ts'

// A newcomer's first minutes: the tests build on one another.
test.describe.configure({ mode: 'serial' })

let folder: string
let shell: OpenShell
let page: Page
let shop: Desk
let openedAt: number

test.beforeAll(async ({ browser }) => {
  folder = temporaryFolder()
  shell = await openShell(browser, folder, ['--demo'])
  openedAt = Date.now()
  page = shell.page
  shop = desk(page)
})
test.afterAll(async () => {
  await shell?.stop()
  removeFolder(folder)
})

const leftOfMinute = () => ({ timeout: Math.max(1, openedAt + 60_000 - Date.now()) })

test('the sample shop opens at once in the inbox and says what it is', async () => {
  await expect(page.getByText('This is the sample shop.')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toContainText('Harbour & Pine')
  await expect(page.getByRole('textbox', { name: 'Shop name' })).toBeHidden()
})

test('within a minute a conversation is answered, one is handed over and one has a suggestion', async () => {
  test.setTimeout(120_000)
  await shop.view('All')
  await expect(shop.row('Mia Larsen')).toBeVisible(leftOfMinute())
  await shop.openConversation('Mia Larsen')
  await expect(shop.thread.getByRole('article', { name: /^Assistant/ }).first()).toContainText('$8.50', leftOfMinute())
  await shop.view('Drafts to approve')
  await expect(shop.row('Oliver Grant')).toContainText('Suggestion', leftOfMinute())
  await shop.view('Waiting for me')
  await expect(shop.row('Tom Becker')).toContainText('Asked for a person', leftOfMinute())
  expect(Date.now() - openedAt).toBeLessThan(60_000)
})

test('the newcomer takes a conversation over, writes, and the customer answers', async () => {
  test.setTimeout(150_000)
  await shop.openConversation('Tom Becker')
  await expect(page.getByText(/The assistant passed this to you/)).toBeVisible()
  await page.getByRole('textbox', { name: /reply/i }).last().fill('I am so sorry, Tom. What is your order number?')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await shop.view('All')
  await shop.openConversation('Mia Larsen')
  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByText('You answer').first()).toBeVisible()
  await shop.openConversation('Tom Becker')
  await expect(shop.thread).toContainText('The order number is HP-20418', { timeout: 90_000 })
})

test('a suggestion is approved with one press', async () => {
  await shop.view('Drafts to approve')
  await shop.openConversation('Oliver Grant')
  await page.getByRole('button', { name: 'Approve and send' }).first().click()
  await expect(page.getByRole('region', { name: 'Suggested reply' })).toBeHidden()
  await expect(shop.thread.getByRole('article', { name: /^(You|Assistant)/ }).first()).toBeVisible()
})

test('dark is dark, on the page and in its text', async () => {
  await shop.go('Settings')
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const luminance = (property: string) => page.evaluate<number>(luminanceOf(property))
  await expect.poll(() => luminance('backgroundColor')).toBeLessThan(0.2)
  expect(await luminance('color')).toBeGreaterThan(0.7)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('radio', { name: 'Light' }).click()
  await expect.poll(() => luminance('backgroundColor')).toBeGreaterThan(0.8)
})

test('in Chinese every screen is Chinese', async () => {
  await page.getByLabel('Language').click()
  await page.getByRole('option', { name: '简体中文' }).click()
  await expect(page.getByRole('heading', { name: '设置', exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  const rail = page.getByRole('navigation', { name: '主导航' })
  const found: Record<string, string[]> = { 设置: await leftoverEnglish(page) }
  for (const place of ['知识库', '渠道', '试一试', '收件箱']) {
    await rail.getByRole('link', { name: new RegExp(`^${place}`) }).click()
    await expect(shop.main.getByRole('heading').first()).toBeVisible()
    found[place] = await leftoverEnglish(page)
  }
  await rail.getByRole('button', { name: /^全部/ }).click()
  await page.getByLabel('对话列表', { exact: true }).getByRole('listitem').filter({ hasText: 'Tom Becker' }).click()
  await expect(page.getByRole('button', { name: '交还助手' })).toBeVisible()
  found['对话'] = await leftoverEnglish(page)
  await page.getByLabel('对话列表', { exact: true }).getByRole('listitem').filter({ hasText: 'Oliver Grant' }).click()
  await page.getByRole('button', { name: '为什么这样回答' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  found['为什么'] = await leftoverEnglish(page)
  await page.keyboard.press('Escape')
  await rail.getByRole('link', { name: /^渠道/ }).click()
  await page.getByRole('button', { name: '接入渠道' }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^电子邮件/ })
    .click()
  found['接入'] = await leftoverEnglish(page)
  for (const [place, texts] of Object.entries(found)) expect.soft(texts, place).toEqual([])
})

/** 0 is black and 1 is white, of one colour of the page. */
function luminanceOf(property: string): string {
  return `(() => {
    const canvas = document.createElement('canvas').getContext('2d')
    canvas.fillStyle = getComputedStyle(document.body).${property}
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
  })()`
}
