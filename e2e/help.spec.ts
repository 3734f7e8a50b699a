import { expect, test, type Page } from '@playwright/test'
import { removeFolder, temporaryFolder } from './app.ts'
import { connectTo, type Client } from './client.ts'
import { linkInto } from './link.ts'
import { desk, type Desk } from './pages/desk.ts'
import { openShell, type OpenShell } from './shell.ts'

test.describe.configure({ mode: 'serial' })

let folder: string
let shell: OpenShell
let page: Page
let shop: Desk
let client: Client
let disconnect: () => void

test.beforeAll(async ({ browser }) => {
  folder = temporaryFolder()
  shell = await openShell(browser, folder)
  page = shell.page
  shop = desk(page)
  const connection = await connectTo(await linkInto(folder))
  client = connection.client
  disconnect = connection.close
})
test.afterAll(async () => {
  disconnect?.()
  await shell?.stop()
  removeFolder(folder)
})

test('the first steps can be left, go on where they were left, and go away when they are done', async () => {
  const open = (name: string) => page.getByRole('button', { name, expanded: true })
  await page.getByRole('textbox', { name: 'Shop name' }).fill('Tea & Co')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(open('What you know')).toBeVisible()
  await page.getByRole('button', { name: 'Finish later' }).click()
  await expect(page.getByText('No conversations yet')).toBeVisible()
  await page.getByRole('button', { name: 'Connect a channel' }).click()
  await expect(page.getByRole('heading', { name: 'Channels', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'First steps' }).click()
  await expect(open('What you know')).toBeVisible()
  await expect(page.getByText('1 of 4 done')).toBeVisible()

  await client.settings.update({ language: 'zh-CN' })
  await expect(open('你的知识')).toBeVisible()
  await expect(page.getByText('已完成 1 / 4')).toBeVisible()
  await client.settings.update({ language: 'en' })
  await page.getByRole('button', { name: 'Open the inbox' }).click()
  await expect(page.getByText('No conversations yet')).toBeVisible()
  await expect(page.getByRole('link', { name: 'First steps' })).toBeHidden()
})

test('the owner finds an article by a word in it and goes where it leads', async () => {
  await shop.go('Help')
  await page.getByRole('textbox', { name: 'Search in help' }).fill('six-digit')
  const articles = page.getByRole('navigation', { name: 'Articles' })
  await expect(articles.getByRole('link')).toHaveText(['Orders, and who hears about them', 'Every setting, one by one'])
  await expect(page.getByRole('article')).toContainText('valid for one order and one hour')
  await page.getByRole('link', { name: 'Go to Orders' }).click()
  await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()
})

test('every setting is explained, with a link to it, in Chinese too', async () => {
  await shop.go('Help')
  await page.getByRole('link', { name: 'Every setting, one by one' }).click()
  await expect(page.getByRole('article').getByText('No notices and no sound then')).toBeVisible()
  await client.settings.update({ language: 'zh-CN' })
  await expect(page.getByRole('article').getByText('期间不弹出也不响')).toBeVisible()
  await page.getByRole('article').getByRole('link', { name: '营业时间' }).click()
  await expect(page.getByRole('tab', { name: '营业时间' })).toHaveAttribute('aria-selected', 'true')
  await client.settings.update({ language: 'en' })
})

test('a shop without a channel is told so, and where to go', async () => {
  await shop.go('Settings')
  await page.getByRole('tab', { name: 'Health' }).click()
  await expect(page.getByRole('heading', { name: '1 thing to look at' })).toBeVisible()
  await expect(page.getByText('None is connected, so no message can arrive.')).toBeVisible()
  await page.getByRole('link', { name: 'Go there' }).click()
  await expect(page.getByRole('heading', { name: 'Channels', level: 1 })).toBeVisible()
})

test('a channel that fails shows up, and what is copied names no account, server or folder', async () => {
  // Nothing listens there.
  const server = { imapHost: '127.0.0.1', imapPort: 9, imapSecurity: 'none' }
  const sending = { smtpHost: '127.0.0.1', smtpPort: 9, smtpSecurity: 'none' }
  const settings = { address: 'ann.lee@teashop.example', password: 'leaf-and-cup', ...server, ...sending }
  await client.channel.create({ kind: 'email', name: 'Shop mail', settings })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await shop.go('Settings')
  await page.getByRole('tab', { name: 'Health' }).click()
  const retrying = page.getByText('One is not connected and tries again by itself.')
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(retrying).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('Copied. Paste it into a mail or a chat.')).toBeVisible()
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(copied).toContain('Channel 1 (email): waiting-retry')
  for (const secret of ['ann.lee', 'teashop', 'leaf-and-cup', '127.0.0.1', 'Shop mail', folder]) {
    expect(copied).not.toContain(secret)
  }
  await page.getByText('Show the text').click()
  await expect(page.getByLabel('For somebody who helps you').last()).toHaveText(copied.trim())
})

test('the same page speaks Chinese', async () => {
  await client.settings.update({ language: 'zh-CN' })
  await expect(page.getByText('有 1 个没有连上，正在自动重试。')).toBeVisible()
  await expect(page.getByRole('heading', { name: '磁盘空间' })).toBeVisible()
})
