import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { removeFolder, startApp, temporaryFolder, type RunningApp } from './app.ts'
import { connectTo, type Client } from './client.ts'
import { linkInto } from './link.ts'
import { desk, type Desk } from './pages/desk.ts'
import { startMailServers, type MailServers } from './servers/mail.ts'
import { mountSmallDisk, type SmallDisk } from './servers/smallDisk.ts'
import { startTelegramServer, type TelegramServer } from './servers/telegram.ts'

// One disk that fills up twice: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const faq = `id,question,answer,wordings
open,When are you open?,We open at nine every day.,opening hours|what time do you open
ship,How long does shipping take?,Shipping takes 3 to 5 working days.,delivery time
return,Can I return something?,You can return anything within 30 days.,send it back
`
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAEUlEQVR4nGM4ISeHFTEMpAQAaYgwwWSFouIAAAAASUVORK5CYII=',
  'base64',
)
const question = 'Hello, when are you open?'
const answer = 'nine every day'

let disk: SmallDisk
let data: string
let mail: MailServers
let telegram: TelegramServer
let app: RunningApp
let page: Page
let shop: Desk
/** Everybody who wrote: an address, or the number of a chat. */
const customers: string[] = []

test.beforeAll(async ({ browser }) => {
  const folder = temporaryFolder()
  disk = mountSmallDisk(folder, 40)
  data = join(folder, 'data')
  mkdirSync(data)
  mail = await startMailServers({ folder: temporaryFolder() })
  telegram = await startTelegramServer()
  app = await startApp(data)
  page = await browser.newPage()
  shop = desk(page)
  await shop.open(app.url)
  await withClient(openChannels)
})
test.afterAll(async () => {
  await page?.close()
  await app?.stop()
  await mail?.stop()
  await telegram?.stop()
  disk?.unmount()
  if (disk) removeFolder(disk.folder)
})

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const { client, close } = await connectTo(await linkInto(data))
  try {
    return await work(client)
  } finally {
    close()
  }
}

async function openChannels(client: Client) {
  const base64 = Buffer.from(faq).toString('base64')
  const { previewId } = await client.knowledge.preview({ uploads: [{ name: 'faq.csv', mime: 'text/csv', base64 }] })
  await client.knowledge.import({ previewId })
  await expect.poll(() => client.knowledge.indexState()).toEqual({ state: 'ready', done: 3, total: 3 })
  const mailbox = {
    address: 'shop@shop.test',
    password: mail.password,
    imapHost: mail.host,
    imapPort: mail.imapPort,
    imapSecurity: 'none',
    smtpHost: mail.host,
    smtpPort: mail.smtpPort,
    smtpSecurity: 'none',
  }
  const bot = { botToken: telegram.token, apiRoot: telegram.apiRoot }
  const channels = [
    await client.channel.create({ kind: 'email', name: 'Mailbox', settings: mailbox }),
    await client.channel.create({ kind: 'telegram', name: 'Bot', settings: bot }),
  ]
  for (const { id } of channels) await client.channel.setMode({ id, mode: 'auto' })
  const states = async () => (await client.channel.list()).map(({ health }) => health.state)
  await expect.poll(states, { timeout: 30_000 }).toEqual(['live', 'live'])
}

async function writeMail(name: string, kilobytes = 0) {
  customers.push(`${name}@customer.test`)
  const attachments = [{ filename: 'film.bin', content: Buffer.alloc(kilobytes * 1024, name) }]
  const more = kilobytes > 0 ? { attachments } : {}
  await mail.deliver({
    from: `${name}@customer.test`,
    to: 'shop@shop.test',
    subject: 'Question',
    text: question,
    ...more,
  })
}

function writeTelegram(id: number, withPhoto = false) {
  customers.push(String(id))
  if (!withPhoto) return telegram.pushText(question, { id, firstName: `Customer ${id}` })
  const file = telegram.addFile(photo)
  return telegram.push({
    message: {
      message_id: id,
      date: Math.floor(Date.now() / 1000),
      chat: { id, type: 'private', first_name: `Customer ${id}` },
      from: { id, is_bot: false, first_name: `Customer ${id}` },
      caption: question,
      photo: [{ file_id: file, file_unique_id: 'b', width: 8, height: 6, file_size: photo.length }],
    },
  })
}

async function answersTo(customer: string): Promise<number> {
  const texts = customer.includes('@')
    ? (await mail.mailbox(customer.split('@')[0] ?? '')).map(({ text }) => text ?? '')
    : telegram.sent().flatMap(({ params }) => (String(params['chat_id']) === customer ? [String(params['text'])] : []))
  return texts.filter(text => text.includes(answer)).length
}

const allAnswers = async () =>
  Object.fromEntries(await Promise.all(customers.map(async name => [name, await answersTo(name)] as const)))
const onceEach = () => Object.fromEntries(customers.map(name => [name, 1]))

const banner = () => page.getByText('The disk is full or cannot be written.')

async function writeWhileFull(round: string, firstChat: number) {
  // Pictures and files need room of their own, so these cannot slip into what the database still has.
  await writeMail(`first-${round}`, 300)
  writeTelegram(firstChat, true)
  await expect(banner()).toBeVisible({ timeout: 60_000 })
  for (let number = 1; number <= 3; number += 1) {
    await writeMail(`more-${round}-${number}`)
    writeTelegram(firstChat + number)
  }
  await expect.poll(() => telegram.pending()).toBe(4)
}

async function expectEverybodyOnce() {
  await expect.poll(allAnswers, { timeout: 150_000, intervals: [500] }).toEqual(onceEach())
  await withClient(async client => {
    const { items } = await client.conversation.list({ view: 'all', limit: 200 })
    expect(items.map(({ address }) => address).toSorted()).toEqual(customers.toSorted())
    const threads = await Promise.all(items.map(({ id }) => client.conversation.get({ id })))
    for (const { messages } of threads) {
      const spoken = messages.filter(({ kind }) => kind === 'message')
      expect(spoken.map(({ direction, delivery }) => delivery?.state ?? direction)).toEqual(['incoming', 'sent'])
    }
  })
}

test('with room on the disk mail and Telegram are answered', async () => {
  await writeMail('early')
  writeTelegram(100)
  await expectEverybodyOnce()
})

test('on a full disk the owner is told, and nothing is taken from the providers', async () => {
  test.setTimeout(150_000)
  disk.fill()
  await writeWhileFull('a', 200)
  await shop.go('Channels')
  await expect(page.getByText(/^The disk is full/).nth(1)).toBeVisible({ timeout: 30_000 })
  expect(await answersTo('first-a@customer.test')).toBe(0)
  // A screen that opens now is told as well.
  await page.reload()
  await expect(banner()).toBeVisible()
})

test('with room again everything arrives by itself and is answered once', async () => {
  test.setTimeout(240_000)
  disk.free()
  await expect(banner()).toBeHidden({ timeout: 120_000 })
  await expectEverybodyOnce()
})

test('killed and started again while the disk is full, it says so again and misses nothing afterwards', async () => {
  test.setTimeout(300_000)
  disk.fill()
  await writeWhileFull('b', 300)
  await app.kill()
  disk.fill()
  app = await startApp(data)
  await page.goto('about:blank')
  await page.goto(app.url)
  await expect(banner()).toBeVisible({ timeout: 60_000 })
  expect(telegram.pending()).toBe(4)
  disk.free()
  await expectEverybodyOnce()
  await expect(banner()).toBeHidden()
})
