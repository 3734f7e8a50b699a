import { expect, test, type Page } from '@playwright/test'
import { removeFolder, temporaryFolder } from './app.ts'
import { desk, type Desk } from './pages/desk.ts'
import { startMailServers, type MailServers } from './servers/mail.ts'
import { openShell, type OpenShell } from './shell.ts'

// One shop, one day: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const faq = `id,question,answer,wordings,language,tags
open,When are you open?,"We are open Monday to Saturday, 9:00 to 18:00.",opening hours|what time do you open|when do you close,en,hours
ship,How long does shipping take?,"Shipping takes 3 to 5 working days. It is free from 50 euros.",delivery time|when will my parcel arrive|how long is delivery,en,shipping
return,Can I return something?,You can return anything within 30 days. Please keep the receipt.,send it back|how do returns work|return policy,en,returns
wrap,Do you wrap gifts?,"Yes, we wrap any gift for 2 euros.",gift wrapping|can you wrap it as a present,en,gifts
kai,你们几点开门？,我们周一到周六9:00至18:00营业。,营业时间|什么时候开门|几点关门,zh,hours
yun,运费多少钱？,满50欧元免运费，否则运费5欧元。,邮费|快递费多少|包邮吗,zh,shipping
`
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let folder: string
let mailFolder: string
let mail: MailServers
let shell: OpenShell
let page: Page
let shop: Desk

test.beforeAll(async ({ browser }) => {
  folder = temporaryFolder()
  mailFolder = temporaryFolder()
  mail = await startMailServers({ folder: mailFolder })
  shell = await openShell(browser, folder)
  page = shell.page
  shop = desk(page)
  await shop.begin()
})
test.afterAll(async () => {
  await shell?.stop()
  await mail?.stop()
  removeFolder(folder)
})

const server = () => ({
  address: 'shop@shop.test',
  password: mail.password,
  imapHost: mail.host,
  imapPort: mail.imapPort,
  smtpHost: mail.host,
  smtpPort: mail.smtpPort,
})

const write = (from: string, subject: string, text: string, more: object = {}) =>
  mail.deliver({ from, to: 'shop@shop.test', subject, text, ...more })

test('a wrong password and a wrong server are told in plain words, and nothing is saved', async () => {
  let dialog = await shop.openMailboxForm({ ...server(), password: 'wrong' })
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByText(/password/i).last()).toBeVisible()
  await expect(dialog.getByText(/Test failed/)).toBeVisible()
  await dialog.getByLabel('Password').fill(mail.password)
  await dialog.getByLabel('Port for incoming mail').fill('1')
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByText(/Test failed/)).toBeVisible()
  await expect(dialog.getByText(/reach/i).first()).toBeVisible()
  await page.keyboard.press('Escape')
  dialog = page.getByRole('dialog')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('No channel yet')).toBeVisible()
})

test('the mailbox is connected in the screen and starts in draft', async () => {
  const dialog = await shop.openMailboxForm(server())
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByText('It works: signed in as shop@shop.test')).toBeVisible()
  await dialog.getByRole('button', { name: 'Connect' }).click()
  await expect(page.getByText(/^Live since/)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Draft' })).toBeChecked()
})

test('a table of questions is imported, with its bad row named first', async () => {
  const preview = await shop.previewFile('faq.csv', `${faq}broken,,An answer to nothing,,en,\n`)
  await expect(preview.getByText('6 new')).toBeVisible()
  await expect(preview.getByText('Line 8')).toBeVisible()
  await preview.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Import finished')).toBeVisible()
  await expect(page.getByRole('main').getByText('6 entries').first()).toBeVisible()
})

test("a customer's mail becomes a draft with its source, and approving sends it into the same thread", async () => {
  await write('Mia Chen <mia@customer.test>', 'Opening hours', 'Hello,\nwhen are you open?\n\nMia', {
    messageId: '<first@customer.test>',
  })
  await shop.go('Inbox')
  await shop.openConversation('Mia Chen')
  await expect(page.getByText('Suggested reply')).toBeVisible()
  await expect(page.getByRole('main').getByText('We are open Monday to Saturday, 9:00 to 18:00.').first()).toBeVisible()
  await expect(
    page
      .getByRole('main')
      .getByText(/faq\.csv/)
      .first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Why this answer' }).first().click()
  await expect(page.getByRole('dialog').getByText('faq.csv').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Approve and send' }).click()
  const reply = await mail.waitForMail('mia')
  expect(reply.subject).toBe('Re: Opening hours')
  expect(reply.inReplyTo).toBe('<first@customer.test>')
  expect(reply.text).toContain('9:00 to 18:00')
  // A person read it before it went: it is not an automatic answer.
  expect(reply.header('auto-submitted')).toBeUndefined()
  expect((await mail.waitForMail('shop', sent => sent.messageId === reply.messageId, 'Sent')).messageId).toBe(
    reply.messageId,
  )
})

test('in auto the next mail is answered by itself, in the right thread, marked as automatic', async () => {
  await shop.setMode('Email', 'Auto')
  await write('Ben Ode <ben@customer.test>', 'Parcel', 'Hi, how long does shipping take?', {
    messageId: '<second@customer.test>',
  })
  const reply = await mail.waitForMail('ben')
  expect(reply.text).toContain('3 to 5 working days')
  expect(reply.inReplyTo).toBe('<second@customer.test>')
  expect(reply.references).toContain('<second@customer.test>')
  expect(reply.header('auto-submitted')).toBe('auto-replied')
  expect(reply.from?.address).toBe('shop@shop.test')
  await shop.go('Inbox')
  await shop.view('All')
  await shop.openConversation('Ben Ode')
  await expect(page.getByText('Assistant answers').first()).toBeVisible()
})

test('a reply in the thread joins it, with the quoted history folded', async () => {
  const answer = await mail.waitForMail('ben')
  await write(
    'Ben Ode <ben@customer.test>',
    'Re: Parcel',
    `And do you wrap gifts?\n\nOn Mon, Shop wrote:\n> Shipping takes 3 to 5 working days.`,
    {
      inReplyTo: answer.messageId,
      references: ['<second@customer.test>', answer.messageId],
    },
  )
  const next = await mail.waitForMail('ben', ({ text }) => text?.includes('2 euros') ?? false)
  expect(next.header('auto-submitted')).toBe('auto-replied')
  await expect(shop.thread.getByText('And do you wrap gifts?')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show earlier text and signature' })).toBeVisible()
  await expect(shop.row('Ben Ode')).toHaveCount(1)
})

test('a Chinese question gets a Chinese answer', async () => {
  await write('李雷 <lilei@customer.test>', '营业时间', '你好，请问你们几点开门？')
  const reply = await mail.waitForMail('lilei')
  expect(reply.text).toContain('9:00至18:00')
  expect(reply.subject).toBe('Re: 营业时间')
})

test('an HTML mail is text first; as designed it runs nothing and loads nothing', async () => {
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const html = `<html><body><h1>Hello</h1><p>Can I <b>return</b> something I bought?</p>
    <img src="https://tracker.test/pixel.gif" width="1" height="1"><img src="cid:logo">
    <script>parent.document.title = 'owned'</script><a href="https://evil.test/login" onclick="steal()">our shop</a>
    <style>body { background: url(https://tracker.test/css) }</style></body></html>`
  const attachments = [{ filename: 'logo.png', content: png, cid: 'logo' }]
  await mail.deliver({ from: 'Ana <ana@customer.test>', to: 'shop@shop.test', subject: 'Return', html, attachments })
  await shop.openConversation('Ana')
  await page.getByRole('button', { name: 'Show as designed' }).click()
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Hello' })).toBeVisible()
  await expect(frame.locator('script')).toHaveCount(0)
  await expect(page.getByText(/remote picture blocked/)).toBeVisible()
  await expect(page.getByText('evil.test').first()).toBeVisible()
  expect(await page.title()).not.toBe('owned')
  expect(requests.filter(url => /tracker|evil/.test(url))).toEqual([])
})

test('a 3 MB attachment arrives whole', async () => {
  const content = Buffer.alloc(3_000_000, 'keepdesk ')
  await write('Cleo <cleo@customer.test>', 'Photos', 'When are you open? See the file.', {
    attachments: [{ filename: 'film.bin', content, contentType: 'application/octet-stream' }],
  })
  await mail.waitForMail('cleo')
  await shop.openConversation('Cleo')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download film.bin' }).click()
  const { readFileSync } = await import('node:fs')
  expect(readFileSync(await (await waiting).path()).equals(content)).toBe(true)
})

test('a question outside the knowledge is handed over with the reason', async () => {
  await write('Dora <dora@customer.test>', 'Helicopter', 'Would you sponsor our helicopter club in Brazil next summer?')
  await shop.view('Waiting for me')
  await expect(shop.row('Dora')).toBeVisible()
  await shop.openConversation('Dora')
  await expect(page.getByText('You answer').first()).toBeVisible()
  await expect(page.getByText(/The assistant passed this to you/)).toBeVisible()
  const note = await mail.waitForMail('dora')
  expect(note.text).toContain('reply to you personally')
  expect(await mail.mailbox('dora')).toHaveLength(1)
})

test('mails are found by their subject, their file and their channel', async () => {
  const find = async (text: string) => {
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill(text)
  }
  const hits = (group: string | RegExp) => page.getByRole('region', { name: group }).getByRole('link')
  await find('photos')
  await expect(hits('Subjects').locator('mark')).toHaveText('Photos')
  await find('has:attachment from:cleo channel:email')
  await expect(hits(/^Messages/)).toHaveCount(1)
  await expect(hits(/^Messages/)).toContainText('See the file.')
  await find('open channel:telegram')
  await expect(page.getByText('there is no channel of this name', { exact: false })).toBeVisible()
})

test('taking over silences the assistant until it is handed back', async () => {
  await shop.view('All')
  await shop.openConversation('Ben Ode')
  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByText('You answer').first()).toBeVisible()
  await page.getByRole('textbox', { name: /reply/i }).last().fill('Ben, I will wrap it myself. Regards, Kim')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText(/Your reply goes out in \d+ s/).first()).toBeVisible()
  await expect
    .poll(async () => (await mail.mailbox('ben')).some(({ text }) => text?.includes('wrap it myself')), {
      timeout: 30_000,
    })
    .toBe(true)
  const own = await mail.waitForMail('ben', ({ text }) => text?.includes('wrap it myself') ?? false)
  expect(own.header('auto-submitted')).toBeUndefined()
  const before = (await mail.mailbox('ben')).length
  const reference = { inReplyTo: own.messageId, references: [own.messageId] }
  await write('Ben Ode <ben@customer.test>', 'Re: Parcel', 'Great. When are you open?', reference)
  await expect(shop.thread.getByText('Great. When are you open?')).toBeVisible()
  await page.waitForTimeout(3000)
  expect(await mail.mailbox('ben')).toHaveLength(before)
  await page.getByRole('button', { name: 'Hand back to assistant' }).click()
  await expect(page.getByText('Assistant answers').first()).toBeVisible()
  await write('Ben Ode <ben@customer.test>', 'Re: Parcel', 'One more: can I return something?', reference)
  await mail.waitForMail('ben', ({ text }) => text?.includes('within 30 days') ?? false)
})

test("the owner's reply can be undone for ten seconds", async () => {
  await shop.view('All')
  await shop.openConversation('Cleo')
  const before = (await mail.mailbox('cleo')).length
  await page.getByRole('textbox', { name: /reply/i }).last().fill('Never mind this one')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByRole('textbox', { name: /reply/i }).last()).toHaveValue('Never mind this one')
  await page.waitForTimeout(11_000)
  expect(await mail.mailbox('cleo')).toHaveLength(before)
})

test('automatic replies and mailing lists get no answer', async () => {
  await write('Otto <otto@customer.test>', 'Out of office: When are you open?', 'When are you open?', {
    messageId: '<otto@customer.test>',
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
  await write('News <news@customer.test>', 'When are you open?', 'When are you open?', {
    headers: { 'List-Id': '<news.customer.test>', Precedence: 'bulk' },
  })
  await shop.view('All')
  await expect(shop.row('Otto')).toBeVisible()
  await expect(shop.row('News')).toBeVisible()
  await page.waitForTimeout(2000)
  expect(await mail.mailbox('otto')).toEqual([])
  expect(await mail.mailbox('news')).toEqual([])
})

test('while the server is away the screen says so, and what came meanwhile is caught up', async () => {
  await mail.stopImap()
  await shop.go('Channels')
  await expect(page.getByText(/Next try in|Trying again/).first()).toBeVisible()
  await mail.startImap()
  await write('Late <late@customer.test>', 'Late', 'When are you open?')
  const retry = page.getByRole('button', { name: 'Try now' })
  if (await retry.isVisible()) await retry.click()
  await mail.waitForMail('late')
  await expect(page.getByText(/^Live since/)).toBeVisible()
})

test('resolve, reopen and snooze move a conversation between the views', async () => {
  await shop.go('Inbox')
  await shop.view('All')
  await shop.openConversation('Otto')
  await page.getByRole('button', { name: 'Resolve', exact: true }).click()
  await shop.view('Resolved')
  await expect(shop.row('Otto')).toBeVisible()
  await shop.openConversation('Otto')
  await page.getByRole('button', { name: 'Reopen', exact: true }).click()
  await page.getByRole('button', { name: 'Snooze', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Until they reply' }).click()
  await shop.view('Snoozed')
  await expect(shop.row('Otto')).toBeVisible()
  await write('Otto <otto@customer.test>', 'Re: Out of office', 'I am back. Nothing to answer here.', {
    references: ['<otto@customer.test>'],
  })
  await shop.view('All')
  await expect(shop.row('Otto')).toHaveCount(1)
})
