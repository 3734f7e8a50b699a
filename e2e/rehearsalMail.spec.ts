import { expect, test, type Page } from '@playwright/test'
import { removeFolder, temporaryFolder } from './app.ts'
import { goTo, openStage, type Stage } from './pages/screen.ts'
import { startMailServers, type MailServers } from './servers/mail.ts'

// Each test goes on from the one before.
test.describe.configure({ mode: 'serial' })

let folder: string
let servers: MailServers
let stage: Stage
let page: Page

const questions = ['Do you ship to Norway?', 'Where is my parcel?', 'Can I return a mug?']

test.beforeAll(async ({ browser }) => {
  folder = temporaryFolder()
  servers = await startMailServers({ folder })
  const to = 'old@shop.test'
  for (const [index, text] of questions.entries()) {
    await servers.deliver({ from: `customer${index}@customer.test`, to, subject: `Question ${index}`, text })
  }
  await servers.deliver({
    from: 'customer0@customer.test',
    to,
    subject: 'Re: Question 0',
    inReplyTo: '<ours@shop.test>',
    text: 'And to Sweden?',
  })
  await servers.waitForMail('old', ({ subject }) => subject === 'Re: Question 0')
  page = await browser.newPage()
  stage = await openStage(page)
  await stage.client.settings.update({ shopName: 'Tea & Co', setupDone: true })
  await stage.client.channel.create({
    kind: 'email',
    name: 'Shop mail',
    settings: {
      address: to,
      password: servers.password,
      imapHost: servers.host,
      imapPort: servers.imapPort,
      imapSecurity: 'none',
      smtpHost: servers.host,
      smtpPort: servers.smtpPort,
      smtpSecurity: 'none',
    },
  })
})
test.afterAll(async () => {
  await stage?.close()
  await page?.close()
  await servers?.stop()
  removeFolder(folder)
})

async function chooseMailbox() {
  await goTo(stage, 'try/rehearse')
  const fresh = page.getByRole('button', { name: 'New questions' })
  if (await fresh.isVisible()) await fresh.click()
  await page.getByRole('radio', { name: 'From a channel' }).click()
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click()
}

test('the last 90 days of a mailbox are rehearsed: what people began with, none of it taken in', async () => {
  await chooseMailbox()
  await expect(page.getByRole('heading', { name: 'Shop mail, 90 days' })).toBeVisible({ timeout: 60_000 })
  for (const text of questions) await expect(page.getByRole('button', { name: text }).first()).toBeVisible()
  await expect(page.getByText('And to Sweden?')).toBeHidden()
  const { items } = await stage.client.conversation.list({ view: 'all' })
  expect(items).toEqual([])
})

test('a mailbox that does not answer is named, and offers what is stored instead', async () => {
  await servers.stopImap()
  await chooseMailbox()
  await expect(page.getByText(/The mailbox could not be reached/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Use only what is stored here' }).click()
  await expect(page.getByText('There was no question in it.')).toBeVisible()
})
