import { expect, test, type Locator, type Page } from '@playwright/test'
import { removeFolder, startApp, temporaryFolder, type RunningApp } from './app.ts'
import { connectTo, type Client } from './client.ts'
import { linkInto } from './link.ts'
import { desk, type Desk } from './pages/desk.ts'
import { copyPicture, dropFile, toneFile } from './pages/files.ts'
import { watchPlace } from './pages/places.ts'
import { startTelegramServer, type TelegramServer } from './servers/telegram.ts'

// One shop, one day: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const mia = { id: 5001, firstName: 'Mia', lastName: 'Lund' }
const leo = { id: 5002, firstName: 'Leo', lastName: 'Fischer' }
/** 8 x 6 points, red. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAEUlEQVR4nGM4ISeHFTEMpAQAaYgwwWSFouIAAAAASUVORK5CYII=',
  'base64',
)

let folder: string
let telegram: TelegramServer
let app: RunningApp
let page: Page
let shop: Desk
let client: Client
let disconnect: () => void

test.beforeAll(async ({ browser }) => {
  folder = temporaryFolder()
  telegram = await startTelegramServer()
  app = await startApp(folder, ['--demo'])
  page = await browser.newPage()
  shop = desk(page)
  await shop.open(app.url)
  await connect()
  const settings = { botToken: telegram.token, apiRoot: telegram.apiRoot }
  const { id } = await client.channel.create({ kind: 'telegram', name: 'Shop bot', settings })
  await client.channel.setMode({ id, mode: 'off' })
})
test.afterAll(async () => {
  disconnect?.()
  await page?.close()
  await app?.stop()
  await telegram?.stop()
  removeFolder(folder)
})

async function connect() {
  // Right after its start it may be too busy to give a link.
  await expect(async () => {
    const connection = await connectTo(await linkInto(folder))
    client = connection.client
    disconnect = connection.close
  }).toPass({ timeout: 30_000 })
}

const box = () => page.getByRole('textbox', { name: 'Your reply' })
const noteBox = () => page.getByRole('textbox', { name: 'Private note' }).last()
const textsSent = () => telegram.sent().map(({ params }) => String(params['text']))

async function idOf(name: string): Promise<string> {
  const find = async () => (await client.conversation.list({ view: 'all', text: name, limit: 1 })).items[0]
  await expect.poll(async () => (await find())?.contactName).toBe(name)
  return (await find())?.id ?? ''
}

async function open(name: string, messageId = '') {
  const path = `inbox/${encodeURIComponent(await idOf(name))}${messageId && `/${encodeURIComponent(messageId)}`}`
  await page.evaluate(`location.hash = ${JSON.stringify(`#/${path}`)}`)
  await expect(page.getByRole('heading', { name }).first()).toBeVisible()
}

async function chooseFiles(names: readonly string[]) {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(names.map(name => ({ name, mimeType: 'image/png', buffer: photo })))
}

test('a snippet is made in the settings', async () => {
  await page.evaluate("location.hash = '#/settings/snippets'")
  await page.getByRole('button', { name: 'Add a snippet' }).click()
  const dialog = page.getByRole('dialog', { name: 'New snippet' })
  await dialog.getByLabel('Shortcut').fill('a b')
  await expect(dialog.getByText(/without spaces/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await dialog.getByLabel('Shortcut').fill('return')
  await dialog.getByLabel('Text').fill('Hi')
  await dialog.getByRole('button', { name: 'Insert {firstName}' }).click()
  await dialog.getByLabel('Text').press('End')
  await dialog.getByLabel('Text').pressSequentially(', send order {order} back within 30 days.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('list', { name: 'Snippets' })).toContainText('/return')
})

test('/ offers snippets; names are filled in, and what nobody knows is asked for before it is sent', async () => {
  telegram.pushText('Can I send this lamp back?', mia)
  await open('Mia Lund')
  await box().click()
  await page.keyboard.type('See https://shop.example/a ')
  await expect(page.getByRole('listbox', { name: 'Snippets' })).toBeHidden()
  await page.keyboard.type('/ret')
  await expect(page.getByRole('listbox', { name: 'Snippets' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(box()).toHaveValue('See https://shop.example/a Hi Mia, send order {order} back within 30 days.')
  await page.keyboard.press('Control+Enter')
  const question = page.getByRole('alertdialog', { name: 'Send it like this?' })
  await expect(question).toContainText('{order}')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '{order}' }).click()
  await page.keyboard.type('HP-7')
  await expect(box()).toHaveValue(/send order HP-7 back/)
  expect(telegram.sent()).toEqual([])
})

test('a reply can be taken back within ten seconds, and its words are in the box again', async () => {
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Your reply goes out in/)).toBeVisible()
  await expect(box()).toHaveValue('')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(box()).toHaveValue(/HP-7/)
  await box().fill('')
})

test('an emoji is found by its name and put where the caret is', async () => {
  await box().fill('Thank you')
  await page.getByRole('button', { name: 'Insert an emoji' }).click()
  await expect(page.getByRole('combobox', { name: 'Find an emoji' })).toBeFocused()
  await page.keyboard.type('谢谢')
  await page.keyboard.press('Enter')
  await expect(box()).toHaveValue('Thank you🙏')
  await expect(box()).toBeFocused()
  await box().fill('')
})

test('a private note is written by keyboard, stands apart in the thread, and never leaves', async () => {
  await page.keyboard.press('Escape')
  await expect(box()).not.toBeFocused()
  await page.keyboard.press('n')
  await expect(noteBox()).toBeFocused()
  await expect(page.getByText('Private note, only you see it')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeHidden()
  await page.keyboard.type('She is a friend of Anna')
  await page.keyboard.press('Control+Enter')
  const note = shop.thread.getByRole('article', { name: /^Private note/ })
  await expect(note).toContainText('She is a friend of Anna')
  // After a note the next words are a reply again.
  await expect(box()).toBeVisible()
  await note.getByRole('button', { name: 'Edit note' }).click()
  await note.getByRole('textbox').fill('She is a friend of Eva')
  await note.getByRole('button', { name: 'Save note' }).click()
  await expect(note).toContainText('friend of Eva')
  await note.getByRole('button', { name: 'Delete note' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(note).toBeHidden()
  expect(telegram.sent()).toEqual([])
})

test('a reply is scheduled, shown with its time, taken back, and sent early', async () => {
  await box().fill('It arrives on Monday.')
  await page.getByRole('button', { name: 'Send later' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Tomorrow morning/ })
    .click()
  await expect(shop.thread.getByText(/^Goes out .*09:00/)).toBeVisible()
  await expect(page.getByText(/Your reply goes out in/)).toBeHidden()
  await shop.thread.getByRole('button', { name: 'Change time' }).click()
  await page.getByRole('dialog').getByLabel('When?').fill('in 3 days 15:00')
  await page.getByRole('dialog').getByRole('button', { name: 'Schedule' }).click()
  await expect(shop.thread.getByText(/^Goes out .*15:00/)).toBeVisible()
  await shop.thread.getByRole('button', { name: 'Take back' }).click()
  await expect(box()).toHaveValue('It arrives on Monday.')
  await page.getByRole('button', { name: 'Send later' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Tomorrow morning/ })
    .click()
  await shop.thread.getByRole('button', { name: 'Send now' }).click()
  await expect.poll(textsSent).toEqual(['It arrives on Monday.'])
  await expect(shop.thread.getByText(/^Goes out/)).toBeHidden()
})

test('a scheduled reply comes back into the box when the customer writes before', async () => {
  await box().fill('Shall I book it?')
  await page.getByRole('button', { name: 'Send later' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Tomorrow morning/ })
    .click()
  await expect(shop.thread.getByText(/^Goes out/)).toBeVisible()
  telegram.pushText('Never mind, I keep it.', mia)
  await expect(
    shop.thread.getByText('They wrote before your scheduled reply went out.', { exact: false }),
  ).toBeVisible()
  await expect(box()).toHaveValue('Shall I book it?')
  expect(textsSent()).toHaveLength(1)
})

test('what was begun is there after a restart, as the note it was going to be', async () => {
  test.setTimeout(120_000)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Note' }).click()
  await noteBox().fill('Call her on Tuesday')
  const id = await idOf('Mia Lund')
  await expect
    .poll(async () => (await client.conversation.get({ id })).draft)
    .toEqual({
      text: 'Call her on Tuesday',
      kind: 'note',
    })
  disconnect()
  await app.stop()
  app = await startApp(folder)
  await connect()
  await page.goto(app.url)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await open('Mia Lund')
  await expect(noteBox()).toHaveValue('Call her on Tuesday')
  await noteBox().fill('')
  await page.getByRole('radio', { name: 'Reply' }).click()
})

test('pictures are dropped, pasted or chosen, looked at before they go, and leafed through afterwards', async () => {
  await dropFile(page.getByRole('region', { name: 'Your reply' }), { name: 'one.png', mime: 'image/png', bytes: photo })
  await chooseFiles(['two.png'])
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await copyPicture(page, photo)
  await box().press('ControlOrMeta+v')
  const files = page.getByRole('list', { name: 'Files that go out with the reply' })
  await expect(files.getByRole('img')).toHaveCount(3)
  await files.getByRole('button', { name: 'Remove pasted-1.png' }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await shop.thread.getByRole('button', { name: 'Open picture one.png' }).click()
  const gallery = page.getByRole('dialog', { name: 'one.png' })
  await expect(gallery.getByText('1 of 2')).toBeVisible()
  await expect(gallery.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: 'two.png' }).getByRole('img', { name: 'two.png' })).toBeVisible()
  await page.keyboard.press('+')
  await expect(page.getByRole('button', { name: 'Zoom out' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect.poll(() => telegram.sent().filter(({ file }) => file !== null)).toHaveLength(2)
})

test('a voice note shows its waveform, plays, and is moved about in by keys', async () => {
  const sound = toneFile(12)
  telegram.push({
    message: {
      message_id: 901,
      date: Math.floor(Date.now() / 1000),
      chat: { id: mia.id, type: 'private', first_name: mia.firstName, last_name: mia.lastName },
      from: { id: mia.id, is_bot: false, first_name: mia.firstName, last_name: mia.lastName },
      document: {
        file_id: telegram.addFile(sound),
        file_unique_id: 'v',
        file_name: 'voice.wav',
        mime_type: 'audio/wav',
        file_size: sound.length,
      },
    },
  })
  const recording = shop.thread.getByRole('region', { name: 'Recording voice.wav' })
  const place = recording.getByRole('slider', { name: 'Place in the recording' })
  await expect(place).toHaveAttribute('aria-valuetext', '0:00 of 0:12')
  // It begins loud and ends quietly.
  await expect.poll(async () => (await barsOf(place)).at(0)).toBeGreaterThan(25)
  expect((await barsOf(place)).at(-1)).toBeLessThan(10)
  await place.focus()
  await page.keyboard.press('ArrowRight')
  await expect(place).toHaveAttribute('aria-valuetext', '0:05 of 0:12')
  await recording.getByRole('button', { name: 'Speed: 1×' }).click()
  await expect(recording.getByRole('button', { name: 'Speed: 1.5×' })).toBeVisible()
  await recording.getByRole('button', { name: 'Play' }).click()
  await expect(recording.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(async () => Number(await place.getAttribute('aria-valuenow'))).toBeGreaterThan(5)
  await recording.getByRole('button', { name: 'Pause' }).click()
})

const barsOf = (place: Locator) =>
  place.locator('rect').evaluateAll(bars => bars.map(bar => Number(bar.getAttribute('height'))))

test('a long thread opens at the message that was asked for, and leads on to the newest', async () => {
  for (let number = 1; number <= 160; number += 1) telegram.pushText(`Line ${number} of a long story`, leo)
  const id = await idOf('Leo Fischer')
  const newest = async () => (await client.conversation.get({ id })).messages
  await expect.poll(async () => (await newest()).at(-1)?.text, { timeout: 60_000 }).toBe('Line 160 of a long story')
  let messages = await newest()
  while (messages.length < 160) {
    const page = await client.conversation.earlier({ id, beforeSeq: messages[0]?.seq ?? 0, limit: 100 })
    messages = [...page.messages, ...messages]
    if (!page.hasEarlier) break
  }
  const wanted = messages.find(({ text }) => text === 'Line 40 of a long story')
  await open('Leo Fischer', wanted?.id ?? '')
  const line = (number: number) => shop.thread.getByText(`Line ${number} of a long story`, { exact: true })
  await expect(line(40)).toBeInViewport()
  await expect(line(160)).toBeHidden()
  const placesOfLine = await watchPlace(line(40))
  telegram.pushText('And one more thing', leo)
  const pill = page.getByRole('button', { name: '1 new message' })
  await expect(pill).toBeVisible()
  expect(await placesOfLine()).toHaveLength(1)
  await pill.click()
  await expect(shop.thread.getByText('And one more thing')).toBeInViewport()
  await expect(pill).toBeHidden()

  // All of it is loaded now. Who reads further above is left there, and who reads at the end follows.
  await line(160).hover()
  await page.mouse.wheel(0, -1500)
  await expect(line(160)).not.toBeInViewport()
  const placesOfAnother = await watchPlace(shop.thread.getByText(/^Line 14\d of/).first())
  telegram.pushText('And yet another one', leo)
  await expect(pill).toBeVisible()
  expect(await placesOfAnother()).toHaveLength(1)
})

test('10,000 characters, a word without an end and Arabic stay inside a narrow window', async () => {
  const id = await idOf('Leo Fischer')
  telegram.pushText('مرحبا، هل وصل طلبي؟', leo)
  telegram.pushText(`Look: ${'x'.repeat(900)}`, leo)
  await expect.poll(async () => (await client.conversation.get({ id })).conversation.preview).toContain('Look:')
  const { messages } = await client.conversation.get({ id })
  await open('Leo Fischer', messages.at(-2)?.id)
  await expect(shop.thread.getByText('مرحبا، هل وصل طلبي؟')).toHaveCSS('direction', 'rtl')
  await client.conversation.addNote({ id, text: `${'All of it, from the beginning. '.repeat(322)}The very end.` })
  await shop.thread.getByRole('button', { name: 'Show all' }).click()
  await expect(shop.thread.getByText('The very end.')).toBeAttached()
  for (const width of [480, 900, 2560]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(box()).toBeVisible()
    const outside = () => page.evaluate<string[]>(outsideOf(width))
    await expect.poll(outside, `${width} points wide`).toEqual([])
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})

/** Messages that reach out of the window, or can be scrolled sideways. */
const outsideOf = (width: number) => `[...document.querySelectorAll('main [role=log], main [role=log] article')]
  .filter(one => one.getBoundingClientRect().right > ${width} || one.scrollWidth > one.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 120))`

test('keys work on the open conversation: labels, snooze, resolve, unread', async () => {
  await page.keyboard.press('#')
  await page.getByRole('combobox', { name: /label/i }).fill('Long stories')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: /label/i })).toBeHidden()
  await expect(page.getByRole('banner').or(page.locator('header')).getByText('Long stories').first()).toBeVisible()
  await page.keyboard.press('s')
  await page.getByRole('dialog').getByRole('button', { name: /reply/ }).click()
  await expect(page.getByText('Snoozed until they reply').first()).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.getByText('Resolved').first()).toBeVisible()
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/#\/inbox$/)
  await expect
    .poll(async () => (await client.conversation.get({ id: await idOf('Leo Fischer') })).conversation.unread)
    .toBe(true)
})

test('in Chinese a note, a snippet and a scheduled reply say so', async () => {
  await client.settings.update({ language: 'zh-CN' })
  await open('Mia Lund')
  await page.getByRole('radio', { name: '备注' }).click()
  await expect(page.getByText('私人备注，只有你能看到')).toBeVisible()
  await expect(page.getByRole('button', { name: '保存备注' })).toBeVisible()
  await page.getByRole('radio', { name: '回复' }).click()
  await page.getByRole('textbox', { name: '你的回复' }).fill('/')
  await expect(page.getByRole('listbox', { name: '快捷短语' })).toContainText('/return')
  await page.getByRole('textbox').last().fill('好的')
  await page.getByRole('button', { name: '定时发送' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^明天/ }).click()
  await expect(page.getByRole('log').getByText(/09:00 发出/)).toBeVisible()
  await client.settings.update({ language: 'en' })
})

test('a customer is seen writing, and what they have seen is marked', async () => {
  test.setTimeout(150_000)
  await open('Tom Becker')
  await box().fill('I am so sorry, Tom. What is your order number?')
  await page.keyboard.press('Control+Enter')
  await expect(shop.thread.getByText(/^Seen \d\d:\d\d$/)).toBeVisible({ timeout: 40_000 })
  await expect(page.getByText('Tom Becker is writing…')).toBeVisible({ timeout: 60_000 })
  await expect(shop.thread).toContainText('The order number is HP-20418', { timeout: 30_000 })
  await expect(page.getByText('Tom Becker is writing…')).toBeHidden()
})
