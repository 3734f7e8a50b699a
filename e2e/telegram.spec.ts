import { expect, test, type Page } from '@playwright/test'
import { removeFolder, startApp, temporaryFolder, type RunningApp } from './app.ts'
import { connectTo } from './client.ts'
import { linkInto } from './link.ts'
import { desk, type Desk } from './pages/desk.ts'
import { joinWith, openTelegramForm } from './pages/telegramForm.ts'
import { startMailServers, type MailServers } from './servers/mail.ts'
import { startTelegramServer, type TelegramServer } from './servers/telegram.ts'

// One shop, one day: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const faq = `id,question,answer,wordings,language
open,When are you open?,"We are open Monday to Saturday, 9:00 to 18:00.",opening hours|what time do you open,en
ship,How long does shipping take?,Shipping takes 3 to 5 working days.,delivery time|how long is delivery,en
return,Can I return something?,You can return anything within 30 days.,send it back|return policy,en
wrap,Do you wrap gifts?,"Yes, we wrap any gift for 2 euros.",gift wrapping|can you wrap it as a present,en
`
/** 8 x 6 points, red. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAEUlEQVR4nGM4ISeHFTEMpAQAaYgwwWSFouIAAAAASUVORK5CYII=',
  'base64',
)
const mia = { id: 5001, firstName: 'Mia', lastName: 'Lund' }
const ben = { id: 5002, firstName: 'Ben' }
const eva = { id: 5003, firstName: 'Eva' }
const kim = { id: 5004, firstName: 'Kim' }
const lea = { id: 5005, firstName: 'Lea' }

let folder: string
let telegram: TelegramServer
let mail: MailServers
let app: RunningApp
let page: Page
let shop: Desk

test.beforeAll(async ({ browser }) => {
  folder = temporaryFolder()
  telegram = await startTelegramServer()
  mail = await startMailServers({ folder: temporaryFolder() })
  app = await startApp(folder)
  page = await browser.newPage()
  shop = desk(page)
  await shop.open(app.url)
})
test.afterAll(async () => {
  await page?.close()
  await app?.stop()
  await telegram?.stop()
  await mail?.stop()
  removeFolder(folder)
})

const textsTo = ({ id }: { id: number }) =>
  telegram
    .sent()
    .filter(({ params }) => Number(params['chat_id']) === id)
    .map(({ params }) => String(params['text']))

async function answered(customer: { id: number }, words: string, times = 1) {
  await expect.poll(() => textsTo(customer).filter(text => text.includes(words)).length).toBe(times)
}

test('a wrong token is told in plain words', async () => {
  const wrong = telegram.token.replace('TestToken', 'FalsToken')
  const dialog = await openTelegramForm(shop, { ...telegram, token: wrong })
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByText('Test failed: Wrong bot token')).toBeVisible()
  await expect(dialog.getByText(/Copy the token from @BotFather again/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('a bot is connected in the screen, from the whole message of BotFather, and starts in draft', async () => {
  const pasted = `Done! Use this token to access the HTTP API:\n${telegram.token}\nKeep your token secure.`
  const dialog = await openTelegramForm(shop, { ...telegram, token: pasted })
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByText(`It works: signed in as @${telegram.username}`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByText(/^Live since/)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Draft' })).toBeChecked()
  // The token is not shown again.
  expect(await page.content()).not.toContain(telegram.token)
})

test("a customer's message becomes a draft with its source; approving sends it", async () => {
  const preview = await shop.previewFile('faq.csv', faq)
  await preview.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Import finished')).toBeVisible()
  await untilIndexed(4)
  telegram.pushText('Hi! When are you open?', mia)
  await shop.go('Inbox')
  await shop.view('All')
  await shop.openConversation('Mia Lund')
  const suggestion = page.getByRole('region', { name: 'Suggested reply' })
  await expect(suggestion).toContainText('We are open Monday to Saturday, 9:00 to 18:00.')
  await expect(suggestion.getByRole('list', { name: 'From your knowledge' })).toContainText('faq.csv')
  expect(telegram.sent()).toEqual([])
  await suggestion.getByRole('button', { name: 'Approve and send' }).click()
  await answered(mia, '9:00 to 18:00')
  await expect(shop.main.getByText('Sent', { exact: true }).first()).toBeVisible()
})

test('in auto the next message is answered by itself, as an assistant', async () => {
  await shop.setMode('Telegram', 'Auto')
  telegram.pushText('How long does shipping take?', ben)
  await answered(ben, '3 to 5 working days')
  expect(textsTo(ben)[0]).toMatch(/assistant/i)
  await shop.go('Inbox')
  await shop.openConversation('Ben')
  await expect(page.getByText('Assistant answers').first()).toBeVisible()
})

test("a customer's photo is shown and opens large; a question about it waits for the owner", async () => {
  const file = telegram.addFile(photo)
  telegram.push({
    message: {
      message_id: 900,
      date: Math.floor(Date.now() / 1000),
      chat: { id: ben.id, type: 'private', first_name: ben.firstName },
      from: { id: ben.id, is_bot: false, first_name: ben.firstName },
      caption: 'Can this lamp be repaired?',
      photo: [{ file_id: file, file_unique_id: 'b', width: 8, height: 6, file_size: photo.length }],
    },
  })
  const picture = page.getByRole('button', { name: /^Open picture photo-900/ })
  await expect(picture).toBeVisible()
  await expect(picture.locator('img')).toHaveJSProperty('naturalWidth', 8)
  await picture.click()
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/The assistant passed this to you/)).toBeVisible()
  // He is told that a person will answer; the photo itself gets no answer of the assistant.
  await expect.poll(() => textsTo(ben)).toHaveLength(2)
  expect(textsTo(ben)[1]).toContain('reply to you personally')
})

test('mail and Telegram stand in one inbox', async () => {
  const { client, close } = await connectTo(await linkInto(folder))
  const settings = {
    address: 'shop@shop.test',
    password: mail.password,
    imapHost: mail.host,
    imapPort: mail.imapPort,
    imapSecurity: 'none',
    smtpHost: mail.host,
    smtpPort: mail.smtpPort,
    smtpSecurity: 'none',
  }
  await client.channel.create({ kind: 'email', name: 'Mailbox', settings })
  // What lay in the mailbox before the first connection stays there.
  const states = async () => (await client.channel.list()).map(({ health }) => health.state)
  await expect.poll(states).toEqual(['live', 'live'])
  close()
  await mail.deliver({
    from: 'Mia L <mia@customer.test>',
    to: 'shop@shop.test',
    subject: 'Gift',
    text: 'Hello, do you wrap gifts?',
  })
  await shop.view('All')
  await expect(shop.row('Mia L').filter({ hasText: 'Gift' })).toBeVisible({ timeout: 30_000 })
  await expect(shop.row('Mia Lund')).toBeVisible()
  await expect(shop.row('Ben')).toBeVisible()
})

test('two addresses of one customer become one contact, and come apart again', async () => {
  await shop.openConversation('Mia Lund')
  const contact = page.getByRole('region', { name: 'Contact' })
  const addresses = contact.getByRole('list', { name: 'Writes from' }).getByRole('listitem')
  await expect(addresses).toHaveCount(1)
  await joinWith(page, 'mia@customer', 'Mia L')
  await expect(addresses).toHaveCount(2)
  await expect(contact).toContainText('mia@customer.test')
  await expect(contact).toContainText(String(mia.id))
  await expect(shop.row('Mia Lund')).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(addresses).toHaveCount(1)
  await expect(contact).not.toContainText('mia@customer.test')
  await expect(shop.row('Mia Lund')).toHaveCount(1)
  await expect(shop.row('Gift')).toContainText('Mia L')
  // Later, without the notice: the contact's own list separates an address.
  await joinWith(page, 'mia@customer', 'Mia L')
  const address = addresses.filter({ hasText: 'mia@customer.test' })
  await address.getByRole('button', { name: 'Separate this address' }).click()
  await page.getByRole('button', { name: 'Separate', exact: true }).click()
  await expect(addresses).toHaveCount(1)
  await page.reload()
  await expect(addresses).toHaveCount(1)
  await expect(contact).not.toContainText('mia@customer.test')
})

/** Leaves one answer of which nobody can know whether it arrived. */
async function becomeUncertain(customer: { id: number; firstName: string }, question: string) {
  const before = telegram.sent().length
  telegram.failNext('timeout-after-accept')
  telegram.pushText(question, customer)
  await expect.poll(() => telegram.sent().length).toBe(before + 1)
  await shop.view('Waiting for me')
  await shop.openConversation(customer.firstName)
  await expect(problem()).toContainText('May have been sent')
  await expect(problem()).toContainText('It will not send it twice by itself')
  for (const choice of ['It arrived', 'Send again', 'Leave it']) {
    await expect(problem().getByRole('button', { name: choice })).toBeVisible()
  }
}
const problem = () => shop.main.getByRole('alert').filter({ hasText: 'May have been sent' })

test('a reply that may have been sent is shown as such and not repeated, not even after a crash', async () => {
  await becomeUncertain(eva, 'Do you wrap gifts?')
  await expect(shop.row('Eva')).toContainText('Not sent')
  await app.kill()
  app = await startApp(folder)
  await page.goto('about:blank')
  await page.goto(app.url)
  await shop.view('Waiting for me')
  await shop.openConversation('Eva')
  await expect(problem()).toBeVisible()
  // Everything else goes on meanwhile.
  telegram.pushText('When are you open?', kim)
  await answered(kim, '9:00 to 18:00')
  await answered(eva, '2 euros')
})

test('"It arrived" settles it without sending', async () => {
  await shop.openConversation('Eva')
  await problem().getByRole('button', { name: 'It arrived' }).click()
  await expect(problem()).toBeHidden()
  await expect(shop.row('Eva')).toBeHidden()
  await answered(eva, '2 euros')
})

test('"Send again" sends it once more, and once only', async () => {
  await becomeUncertain(kim, 'Can I return something?')
  await answered(kim, 'within 30 days')
  await problem().getByRole('button', { name: 'Send again' }).click()
  await answered(kim, 'within 30 days', 2)
  await expect(problem()).toBeHidden()
})

test('"Leave it" leaves it with the owner and sends nothing', async () => {
  await becomeUncertain(lea, 'Do you wrap gifts?')
  await problem().getByRole('button', { name: 'Leave it' }).click()
  await expect(problem()).toBeHidden()
  await answered(lea, '2 euros')
})

test('not one request broke the rules of the Bot API', async () => {
  test.info().annotations.push({ type: 'schema', description: telegram.schema })
  expect(telegram.violations).toEqual([])
  expect(telegram.calls()).toContain('getUpdates')
  expect(telegram.pending()).toBeLessThanOrEqual(1)
})

/** Questions that come before are answered from what is findable by then. */
async function untilIndexed(entries: number) {
  const { client, close } = await connectTo(await linkInto(folder))
  await expect.poll(() => client.knowledge.indexState()).toEqual({ state: 'ready', done: entries, total: entries })
  close()
}
