import { expect, test, type Page } from '@playwright/test'
import { removeFolder, startApp, temporaryFolder, type RunningApp } from './app.ts'
import { connectTo, type Connection } from './client.ts'
import { linkInto } from './link.ts'
import { desk, type Desk } from './pages/desk.ts'
import { createMailbox } from './pages/mailStage.ts'
import { until } from './pages/screen.ts'
import { startMailServers, type MailServers } from './servers/mail.ts'

// One shop with two mailboxes and a few orders: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const row = (number: string, name: string, email: string, day: string, total: string) =>
  `${number},${name},${email},+49 171 2345678,shipped,${day},${total},EUR,Harbour kettle,KET-1,1\n`
const orders = [
  'order number,customer,email,phone,status,order date,total,currency,item,sku,quantity\n',
  ...['01', '02', '03', '04', '05', '06', '07'].map(day =>
    row(`TC-10${day}`, 'Ann Lee', 'ann@customer.test', `2026-03-${day}`, '64.00'),
  ),
].join('')

let folder: string
let mailFolder: string
let mail: MailServers
let app: RunningApp
let connection: Connection
let page: Page
let shop: Desk

test.beforeAll(async ({ browser }) => {
  folder = temporaryFolder()
  mailFolder = temporaryFolder()
  mail = await startMailServers({ folder: mailFolder })
  app = await startApp(folder)
  connection = await connectTo(await linkInto(folder))
  const { client } = connection
  await client.settings.update({ shopName: 'Tea & Co', setupDone: true })
  const file = { name: 'orders.csv', mime: 'text/csv', base64: Buffer.from(orders).toString('base64') }
  const { previewId } = await client.orders.preview({ upload: file })
  await client.orders.import({ previewId })
  for (const name of ['Shop mail', 'Sales mail']) {
    const id = await createMailbox(client, mail, mail.smtpPort, name, mail.password)
    await client.channel.setMode({ id, mode: 'draft' })
  }
  await until(async () => (await client.channel.list()).every(({ health }) => health.state === 'live'))
  await write('shop', 'Ann Lee <ann@customer.test>', 'Kettle', 'Hello, the kettle of my order TC-1003 leaks. Ann')
  await write('sales', 'Ann L. <Ann@Customer.test>', 'Gift cards', 'Do you have gift cards for 50 euros?')
  await write('shop', 'Ben Ode <ben@customer.test>', 'Opening hours', 'When do you open?')
  await until(async () => (await client.conversation.list({ view: 'all', limit: 9 })).items.length === 3)
  page = await browser.newPage()
  shop = desk(page)
  await page.goto(app.url)
  await shop.begin()
})
test.afterAll(async () => {
  connection?.close()
  await page?.close()
  await app?.stop()
  await mail?.stop()
  removeFolder(folder)
  removeFolder(mailFolder)
})

const write = (to: string, from: string, subject: string, text: string) =>
  mail.deliver({ from, to: `${to}@shop.test`, subject, text })

const contact = () => page.getByRole('region', { name: /^(Contact|联系人)$/ })
const addresses = () => contact().getByRole('list', { name: 'Writes from' }).getByRole('listitem')

async function open(name: string) {
  const { items } = await connection.client.conversation.list({ view: 'all', text: name, limit: 1 })
  await page.evaluate(`location.hash = '#/inbox/${items[0]?.id ?? ''}'`)
  await expect(contact().getByRole('heading', { level: 2 })).toBeVisible()
}

async function speak(language: 'en' | 'zh-CN') {
  await connection.client.settings.update({ language })
  await page.locator(`html[lang="${language}"]`).waitFor()
}

test('two addresses of one person are proposed with the reason, in both languages, and never merged by themselves', async () => {
  await open('Kettle')
  const proposal = contact().getByRole('region', { name: 'The same person?' })
  await expect(proposal).toContainText('Ann L.')
  await expect(proposal).toContainText('Both use ann@customer.test')
  await expect(addresses()).toHaveCount(1)
  await speak('zh-CN')
  await expect(contact()).toContainText('两人都使用 ann@customer.test')
  await expect(contact().getByRole('button', { name: '与 Ann L. 合并' })).toBeVisible()
  await speak('en')
})

test('merged, both addresses and conversations are one; undone from the notice, and later from the panel', async () => {
  await contact().getByRole('button', { name: 'Merge with Ann L.' }).click()
  await expect(addresses()).toHaveCount(2)
  await expect(shop.row('Gift cards')).toContainText('Ann Lee')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(addresses()).toHaveCount(1)
  await expect(shop.row('Gift cards')).toContainText('Ann L.')
  await expect(shop.thread).not.toContainText('Merged')

  await contact().getByRole('button', { name: 'Merge with Ann L.' }).click()
  await expect(contact()).toContainText(/Merged with Ann L\. on/)
  await page.reload()
  await contact().getByRole('button', { name: 'Undo merging with Ann L.' }).click()
  await expect(addresses()).toHaveCount(1)
  await contact().getByRole('button', { name: 'Merge with Ann L.' }).click()
  await expect(addresses()).toHaveCount(2)
})

test('the history holds everything of both mailboxes, can be cut to one, and opens at the message', async () => {
  await contact().getByRole('radio', { name: 'History' }).click()
  const list = contact().getByRole('list', { name: 'Everything with this contact, newest first' })
  await expect(list.getByRole('link', { name: /Conversation begun: Kettle/ })).toBeVisible()
  await expect(list.getByRole('link', { name: /Order TC-1007/ })).toBeVisible()
  await contact().getByRole('combobox').click()
  await page.getByRole('option', { name: 'Sales mail' }).click()
  await expect(list.getByRole('link', { name: /Order/ })).toHaveCount(0)
  await list.getByRole('link', { name: /Conversation begun: Gift cards/ }).click()
  await expect(page).toHaveURL(/#\/inbox\/[^/]+\/[^/]+$/)
  await expect(shop.thread).toContainText('Do you have gift cards for 50 euros?')
  await speak('zh-CN')
  await contact().getByRole('radio', { name: '往来记录' }).click()
  await expect(contact()).toContainText('开始对话：Gift cards')
  await speak('en')
})

test('all orders of the customer are there and open', async () => {
  await open('Kettle')
  const list = contact().getByRole('list', { name: 'Orders' })
  await expect(list.getByRole('link')).toHaveCount(5)
  await contact().getByRole('button', { name: 'Show all 7' }).click()
  await expect(list.getByRole('link')).toHaveCount(7)
  await list.getByRole('link', { name: /TC-1001/ }).click()
  await expect(page.getByRole('dialog', { name: /TC-1001/ })).toBeVisible()
})

test('a remembered fact shows where it was said, and once forgotten it is gone', async () => {
  await open('Kettle')
  const facts = contact().getByRole('list', { name: 'Remembered' })
  await expect(facts).toContainText('TC-1003')
  await facts.getByRole('link', { name: 'Where this was said: TC-1003' }).click()
  await expect(page).toHaveURL(/#\/inbox\/[^/]+\/[^/]+$/)
  await contact().getByRole('button', { name: 'Forget Order: TC-1003' }).click()
  await expect(contact().getByRole('button', { name: /^Forget .*TC-1003/ })).toHaveCount(0)
  const { items } = await connection.client.conversation.list({ view: 'all', text: 'Kettle', limit: 1 })
  const { facts: kept } = await connection.client.conversation.get({ id: items[0]?.id ?? '' })
  expect(kept.filter(({ value }) => value.includes('1003'))).toEqual([])
})

test('a note, a name, a label and a language are kept over a restart, and the note is found', async () => {
  await contact().getByRole('textbox', { name: 'Your note' }).fill('Always wants gift wrapping 礼品包装')
  await contact().getByRole('button', { name: 'Rename' }).click()
  await contact().getByRole('textbox', { name: 'Name' }).fill('Ann Lee (school)')
  await page.keyboard.press('Enter')
  await expect(contact().getByRole('heading', { level: 2 })).toHaveText('Ann Lee (school)')
  await contact().getByRole('button', { name: 'Add a label' }).click()
  await page.getByRole('combobox', { name: /label/i }).fill('Regular')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(contact()).toContainText('Regular')
  await contact().getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'German' }).click()
  const kept = async () => {
    const [found] = await connection.client.contact.search({ text: '礼品包装' })
    return [found?.name, found?.note, found?.language, found?.labelIds.length]
  }
  const all = ['Ann Lee (school)', 'Always wants gift wrapping 礼品包装', 'de', 1]
  await expect.poll(kept).toEqual(all)

  connection.close()
  await app.stop()
  app = await startApp(folder)
  connection = await connectTo(await linkInto(folder))
  await page.goto(app.url)
  await shop.begin()
  await open('Kettle')
  await expect(contact().getByRole('textbox', { name: 'Your note' })).toHaveValue('Always wants gift wrapping 礼品包装')
  await expect(contact().getByRole('heading', { level: 2 })).toHaveText('Ann Lee (school)')
  await expect(contact().getByRole('combobox', { name: 'Language' })).toHaveText('German')
  expect(await kept()).toEqual(all)
})

test('who is not the same person is not proposed again', async () => {
  await contact()
    .getByRole('button', { name: /^Undo merging/ })
    .click()
  await contact().getByRole('button', { name: 'Ann L. is not the same person' }).click()
  await expect(contact().getByRole('region', { name: 'The same person?' })).toHaveCount(0)
  await page.reload()
  await expect(addresses()).toHaveCount(1)
  await expect(contact().getByRole('region', { name: 'The same person?' })).toHaveCount(0)
})

test('in a small window the panel is a dialog of its own, and a link in it leads to the message', async () => {
  await page.setViewportSize({ width: 480, height: 800 })
  await page.getByRole('button', { name: 'Contact', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Contact' })
  await dialog.getByRole('radio', { name: 'History' }).click()
  await dialog.getByRole('link', { name: /Conversation begun: Kettle/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(shop.thread).toContainText('leaks')
})
