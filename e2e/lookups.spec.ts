import { expect, test, type Page } from '@playwright/test'
import { removeFolder, temporaryFolder } from './app.ts'
import { connectTo, type Connection } from './client.ts'
import { linkInto } from './link.ts'
import { desk, type Desk } from './pages/desk.ts'
import { createMailbox } from './pages/mailStage.ts'
import { until } from './pages/screen.ts'
import { startMailServers, type MailServers } from './servers/mail.ts'
import { openShell, type OpenShell } from './shell.ts'

// One shop with orders, procedures and a real mailbox: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
const orders = `order number,customer,email,status,order date,total,currency,item,sku,quantity,price,carrier,tracking number,shipped,expected delivery,delivered
TC-1041,Mia Chen,mia@customer.test,shipped,${day(-4)},64.00,EUR,Harbour kettle,KET-1,1,64.00,DHL,JD014600006281,${day(-3)},${day(2)},
TC-1042,Ben Ode,ben@customer.test,delivered,${day(-200)},89.00,EUR,Tide grinder,GRI-1,1,89.00,DHL,JD014600006298,${day(-199)},${day(-196)},${day(-196)}
TC-1043,Nora Lind,nora@customer.test,pending,${day(-1)},24.50,EUR,Driftwood mug,MUG-1,1,24.50,,,,,
TC-1044,,,,not a date,12.00,EUR,Lid,LID-1,1,12.00,,,,,
`
const warranties = `serial number,sku,order number,start,end
GR-77120,GRI-1,TC-1042,${day(-200)},${day(530)}
`
const solutions = `id,product,symptom,wordings,steps,guide,coupon,language
grinder-stuck,Tide grinder,The grinder is stuck and does not turn,handle will not move|grinder jammed|does not grind,"Take the dial off, brush the burrs clean and set the dial back to 12.",https://shop.test/guides/grinder,,en
grinder-uneven,Tide grinder,The coffee is ground unevenly,uneven grind|some coarse some fine,Turn the dial to zero and back to 14.,https://shop.test/guides/even,,en
`

let folder: string
let mailFolder: string
let mail: MailServers
let shell: OpenShell
let connection: Connection
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
  connection = await connectTo(await linkInto(folder))
  const { client } = connection
  const channel = await createMailbox(client, mail, mail.smtpPort, 'Shop mail', mail.password)
  await until(async () => (await client.channel.list()).some(({ health }) => health.state === 'live'))
  await client.channel.setMode({ id: channel, mode: 'auto' })
})
test.afterAll(async () => {
  connection?.close()
  await shell?.stop()
  await mail?.stop()
  removeFolder(folder)
  removeFolder(mailFolder)
})

const write = (from: string, subject: string, text: string, more: object = {}) =>
  mail.deliver({ from, to: 'shop@shop.test', subject, text, ...more })

const upload = (name: string, text: string) => ({
  name,
  mime: 'text/csv',
  base64: Buffer.from(text).toString('base64'),
})

test('a table of orders is imported in the screen; its bad row is named by line', async () => {
  await shop.go('Orders')
  await page.getByRole('button', { name: /^A file/ }).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders) })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Line 5')).toBeVisible()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/Import finished: [34] new/)).toBeVisible()
  await expect(page.getByRole('main').getByText('TC-1041')).toBeVisible()
})

test('whoever writes from the address of the order hears its status, copied from the row', async () => {
  await write('Mia Chen <mia@customer.test>', 'My parcel', 'Hello,\nwhere is my parcel? Order TC-1041.\n\nMia')
  const reply = await mail.waitForMail('mia')
  expect(reply.text).toContain('TC-1041')
  expect(reply.text).toContain('JD014600006281')
  expect(reply.text).toContain('DHL')
  expect(reply.header('auto-submitted')).toBe('auto-replied')
})

test('a stranger is told nothing; the code goes to the address on file; with it the question is answered', async () => {
  await write('Sam Reed <sam@customer.test>', 'Order', 'Hi, where is my order TC-1043?', {
    messageId: '<sam-1@customer.test>',
  })
  const asked = await mail.waitForMail('sam')
  expect(asked.text).toMatch(/code/i)
  expect(asked.text).not.toMatch(/24\.50|Driftwood|Nora|nora@/)
  const codeMail = await mail.waitForMail('nora')
  expect(codeMail.subject).toContain('TC-1043')
  expect(codeMail.text).not.toMatch(/24\.50|Driftwood|sam@/)
  const code = /\b\d{6}\b/.exec(codeMail.text ?? '')?.[0] ?? ''
  expect(code).toHaveLength(6)
  await write('Sam Reed <sam@customer.test>', 'Re: Order', `The code is ${code}`, {
    messageId: '<sam-2@customer.test>',
    inReplyTo: asked.messageId,
    references: `<sam-1@customer.test> ${asked.messageId}`,
  })
  const answered = await mail.waitForMail('sam', ({ messageId }) => messageId !== asked.messageId)
  expect(answered.text).toContain('TC-1043')
  expect(answered.text).not.toMatch(/write that code/i)
})

test('a wrong code tells nothing', async () => {
  await write('Eve Moss <eve@customer.test>', 'Order', 'Where is my order TC-1041?', {
    messageId: '<eve-1@customer.test>',
  })
  const asked = await mail.waitForMail('eve')
  await write('Eve Moss <eve@customer.test>', 'Re: Order', 'The code is 000000', {
    messageId: '<eve-2@customer.test>',
    inReplyTo: asked.messageId,
    references: `<eve-1@customer.test> ${asked.messageId}`,
  })
  const again = await mail.waitForMail('eve', ({ messageId }) => messageId !== asked.messageId)
  expect(again.text).not.toMatch(/JD0146|DHL|Mia|kettle/i)
})

test('a fault is walked from purchase to warranty to a known fix', async () => {
  const { client } = connection
  const preview = await client.orders.preview({ upload: upload('warranties.csv', warranties), records: 'warranties' })
  await client.orders.import({ previewId: preview.previewId })
  expect(await client.playbook.importSolutions({ upload: upload('solutions.csv', solutions) })).toMatchObject({
    added: 2,
  })
  await write(
    'Ben Ode <ben@customer.test>',
    'Grinder',
    'Hello, the handle of my grinder does not turn any more, it is jammed.\nOrder TC-1042.\n\nBen',
    {
      messageId: '<ben-1@customer.test>',
    },
  )
  const reply = await mail.waitForMail('ben')
  expect(reply.text).toContain('brush the burrs clean')
  expect(reply.text).toContain('https://shop.test/guides/grinder')
  expect(reply.text).toMatch(/warranty/i)
  await shop.go('Inbox')
  await shop.view('All')
  await shop.openConversation('Ben Ode')
  await page.getByRole('button', { name: 'Why this answer' }).first().click()
  await expect(page.getByRole('dialog').getByText('Warranty and faults').first()).toBeVisible()
  await page.keyboard.press('Escape')
})

test('an angry customer reaches the owner with a brief, and is told when somebody answers', async () => {
  await write(
    'Ivo Katz <ivo@customer.test>',
    'Again!!',
    'This is the THIRD time I am writing! The kettle arrived broken AGAIN and nobody answers. I am furious, this is a disgrace!!!\nIvo',
  )
  const note = await mail.waitForMail('ivo')
  expect(note.text).not.toMatch(/angry|furious|upset|frustrat|discount|coupon/i)
  await shop.go('Inbox')
  await shop.view('Waiting for me')
  await shop.openConversation('Ivo Katz')
  const main = page.getByRole('main')
  await expect(main.getByText('Handed over to you')).toBeVisible()
  await expect(main.getByText('Wants').first()).toBeVisible()
  await expect(main.getByText(/promised by/).first()).toBeVisible()
})

test('a broken procedure is refused with a sentence, and the old one goes on working', async () => {
  await shop.go('Rules')
  await page
    .getByRole('link', { name: 'Procedures' })
    .or(page.getByRole('tab', { name: 'Procedures' }))
    .first()
    .click()
  await page.getByRole('link', { name: /Order status/ }).click()
  const editor = page.getByRole('textbox', { name: /procedure|text/i }).first()
  const before = await editor.inputValue()
  await editor.fill(before.replace(/go to: [\w-]+/, 'go to: nowhere-at-all'))
  await expect(page.getByText(/nowhere-at-all/).last()).toBeVisible()
  await expect(page.getByText(/thing(s)? (is|are) wrong/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await expect(page.getByText('Cannot be saved while something is wrong.').first()).toBeVisible()
  const kept = await connection.client.playbook.get({ id: 'order-status' })
  expect(kept.yaml).toBe(before)
})
