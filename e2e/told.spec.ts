import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { removeFolder, startApp, temporaryFolder } from './app.ts'
import { connectTo } from './client.ts'
import { linkInto } from './link.ts'
import { desk } from './pages/desk.ts'
import { leftoverEnglish } from './pages/leftoverEnglish.ts'
import { goTo, plainLook, show, until, type Stage } from './pages/screen.ts'
import { startTelegramServer, type TelegramServer } from './servers/telegram.ts'

// One shop, one day: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const mia = { id: 6001, firstName: 'Mia', lastName: 'Lund' }
const ben = { id: 6002, firstName: 'Ben', lastName: 'Ody' }
const eva = { id: 6003, firstName: 'Eva', lastName: 'Berg' }
const kim = { id: 6004, firstName: 'Kim', lastName: 'Stone' }
const lin = { id: 6005, firstName: '林', lastName: '浩' }
const lea = { id: 6006, firstName: 'Lea', lastName: 'Hart' }
const zoe = { id: 6008, firstName: 'Zoe', lastName: 'Hall' }

/** Keeps what the page shows through the browser, and the way to press on it. The real ones are made, too. */
const recorder = `(() => {
  window.shownNotices = []
  const Real = window.Notification
  window.Notification = class extends Real {
    constructor(title, options) {
      super(title, options)
      window.shownNotices.push({ title, body: options.body, notice: this })
    }
  }
})()`

let context: BrowserContext
let page: Page
let stage: Stage
let telegram: TelegramServer
let channelId: string
let computer: string

interface Shown {
  title: string
  body: string
}
const shownOn = (where: Page): Promise<Shown[]> =>
  where.evaluate('window.shownNotices.map(({ title, body }) => ({ title, body }))')
const clearShown = () => page.evaluate('window.shownNotices.length = 0')

/** Away from any conversation, so that everything may be told. */
async function lookElsewhere(tab = 'notifications') {
  await goTo(stage, `settings/${tab}`)
  await page.getByRole('tab', { selected: true }).waitFor()
}

async function conversationOf({ firstName, lastName }: typeof mia) {
  const text = `${firstName} ${lastName}`
  const { items } = await stage.client.conversation.list({ view: 'all', text, limit: 1 })
  return items[0] ?? null
}

/** Writes, and waits until Keepdesk has it. */
async function writes(customer: typeof mia, text: string) {
  telegram.pushText(text, customer)
  await until(async () => (await conversationOf(customer))?.preview === text)
}

test.beforeAll(async ({ browser }) => {
  const folder = temporaryFolder()
  computer = temporaryFolder()
  telegram = await startTelegramServer()
  const app = await startApp(folder, [], { XDG_CONFIG_HOME: computer })
  context = await browser.newContext()
  await context.addInitScript(recorder)
  page = await context.newPage()
  await page.goto(app.url)
  const { client, close } = await connectTo(await linkInto(folder))
  stage = {
    page,
    shop: desk(page),
    client,
    app,
    async close() {
      close()
      await app.stop()
      removeFolder(folder)
    },
  }
  await page.locator('main').first().waitFor()
  // Open all day, so that nothing here hangs on the hour.
  const openingHours = Array.from({ length: 7 }, () => ({ open: true, from: '00:00', to: '00:00' }))
  await client.settings.update({ shopName: 'Harbour & Pine', setupDone: true, chatPauseSeconds: 0, openingHours })
  await client.knowledge.createEntry({ question: 'When do you open?', answer: 'We open at nine.', wordings: [] })
  const settings = { botToken: telegram.token, apiRoot: telegram.apiRoot }
  channelId = (await client.channel.create({ kind: 'telegram', name: 'Shop bot', settings })).id
  await until(async () => (await client.channel.list()).some(({ health }) => health.state === 'live'))
  await until(async () => (await client.knowledge.indexState()).state === 'ready')
})
test.afterAll(async () => {
  await context?.close()
  await stage?.close()
  await telegram?.stop()
  removeFolder(computer)
})

test('the page says honestly that the browser must be asked, asks it, and sends an example', async () => {
  await lookElsewhere()
  await expect(page.getByText('Your browser does not show notifications yet.')).toBeVisible()
  await expect(page.getByText('messages keep coming in and are answered as long as the program runs')).toBeVisible()
  await context.grantPermissions(['notifications'])
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByText('Your browser shows notifications.')).toBeVisible()
  await page.getByRole('button', { name: 'Send a test notification' }).click()
  await expect.poll(() => shownOn(page)).toMatchObject([{ title: 'Notifications work' }])
})

test('a customer who needs the owner is told with name and words, and a press opens the conversation', async () => {
  await clearShown()
  await writes(mia, 'Can I have a word with somebody?')
  await expect.poll(() => shownOn(page)).toEqual([{ title: 'Mia Lund', body: 'Can I have a word with somebody?' }])
  await expect(page).toHaveTitle('(1) Keepdesk')
  await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', /%23d8402f/)
  await page.evaluate(`window.shownNotices[0].notice.dispatchEvent(new Event('click'))`)
  await expect(page.getByRole('heading', { name: 'Mia Lund' }).first()).toBeVisible()
})

test('of the conversation in front of the owner nothing is told, of others it is', async () => {
  await clearShown()
  await writes(mia, 'Hello?')
  await expect(page.getByRole('main').getByText('Hello?', { exact: true }).last()).toBeVisible()
  await writes(ben, 'And me?')
  await expect.poll(() => shownOn(page)).toEqual([{ title: 'Ben Ody', body: 'And me?' }])
})

test('with hidden content neither name nor words are told', async () => {
  await lookElsewhere()
  await page.getByRole('switch', { name: 'Hide who wrote and what' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await clearShown()
  await writes(eva, 'My secret address')
  await expect.poll(() => shownOn(page)).toEqual([{ title: 'New message', body: 'A customer wrote to you.' }])
  await page.getByRole('switch', { name: 'Hide who wrote and what' }).click()
})

test('in quiet hours nothing is told, and afterwards how many wrote', async () => {
  await clearShown()
  await stage.client.settings.update({ quietHours: { on: true, from: '00:00', to: '00:00' } })
  await expect(page.getByText('This is the whole day.')).toBeVisible()
  await writes(kim, 'Anybody there?')
  await writes(ben, 'Still me')
  await until(async () => (await stage.client.conversation.counts())['needs-me'] === 4)
  // Messages are gathered for some seconds before they are told.
  await page.waitForTimeout(4000)
  expect(await shownOn(page)).toEqual([])
  await page.getByRole('switch', { name: 'Keep quiet at certain hours' }).click()
  await expect
    .poll(() => shownOn(page))
    .toEqual([{ title: '2 customers wrote', body: 'While your quiet hours were on.' }])
})

test('of several open tabs one tells', async () => {
  const second = await context.newPage()
  await second.goto(await linkInto(stage.app.dataFolder))
  await second.locator('main').first().waitFor()
  await clearShown()
  await writes(eva, 'One more thing')
  await expect.poll(async () => [...(await shownOn(page)), ...(await shownOn(second))]).toHaveLength(1)
  await second.close()
  await page.bringToFront()
})

test('of who waits too long the owner is told again', async () => {
  await stage.client.settings.update({ escalateMinutes: 60 })
  await lookElsewhere()
  await clearShown()
  const [name, at] = [{ first_name: 'Uma', last_name: 'Quick' }, Math.floor(Date.now() / 1000) - 40 * 60]
  const chat = { id: 6007, type: 'private', ...name }
  const from = { id: 6007, is_bot: false, ...name }
  telegram.push({ message: { message_id: 9001, date: at, chat, from, text: 'Did you forget me?' } })
  await expect.poll(() => shownOn(page)).toEqual([{ title: 'Uma Quick', body: 'Did you forget me?' }])
  await page.getByRole('combobox', { name: 'When somebody keeps waiting' }).click()
  await page.getByRole('option', { name: 'Tell me again after 30 minutes' }).click()
  await expect
    .poll(() => shownOn(page), { timeout: 40_000 })
    .toContainEqual({ title: 'Uma Quick is still waiting', body: 'For 40 minutes now. Did you forget me?' })
})

test('all of it is in Chinese where the owner reads Chinese', async () => {
  await clearShown()
  await show(stage, { ...plainLook, language: 'zh-CN' })
  await page.getByRole('button', { name: '发一条测试通知' }).click()
  await expect.poll(() => shownOn(page)).toMatchObject([{ title: '通知可以正常显示' }])
  expect(await leftoverEnglish(page)).toEqual([])
  await page.getByRole('tab', { name: '营业时间' }).click()
  await expect(page.getByText('正在营业，全天不休息')).toBeVisible()
  const english = await leftoverEnglish(page)
  expect(english.filter(text => !/\p{Script=Han}/u.test(text))).toEqual([])
  await show(stage, plainLook)
})

test('starting at login is a real entry on this computer, and gone again', async () => {
  await lookElsewhere()
  const start = page.getByRole('switch', { name: 'Start Keepdesk when I log in' })
  const entries = () => existsSync(join(computer, 'autostart'))
  expect(entries()).toBe(false)
  await start.click()
  await expect(start).toBeChecked()
  expect(entries()).toBe(true)
  await start.click()
  await expect(start).not.toBeChecked()
})

test('outside its hours the assistant leaves messages to the owner, and takes them up when they begin', async () => {
  await goTo(stage, 'channels')
  await page.getByRole('combobox', { name: 'When it works' }).click()
  await page.getByRole('option', { name: 'Outside opening hours' }).click()
  await expect(page.getByText(/^Resting now: messages wait for you\./)).toBeVisible()
  await writes(lea, 'When do you open?')
  await until(async () => (await conversationOf(lea))?.handler === 'owner')
  expect((await conversationOf(lea))?.hasSuggestion).toBe(false)
  await page.getByRole('combobox', { name: 'When it works' }).click()
  await page.getByRole('option', { name: 'In opening hours' }).click()
  await expect(page.getByText(/^At work now\./)).toBeVisible()
  await until(async () => (await conversationOf(lea))?.hasSuggestion === true)
  await page.getByRole('combobox', { name: 'When it works' }).click()
  await page.getByRole('option', { name: 'At hours of its own' }).click()
  await expect(page.getByRole('switch', { name: 'Monday: open' })).toBeVisible()
  await page.getByRole('combobox', { name: 'When it works' }).click()
  await page.getByRole('option', { name: 'Always' }).click()
  await expect(page.getByRole('switch', { name: 'Monday: open' })).toBeHidden()
})

test('a promise is shown with its time, and told before it breaks', async () => {
  // Rounded up to five minutes; the last fifteen are near.
  await stage.client.settings.update({ promiseMinutes: 10 })
  await stage.client.channel.setMode({ id: channelId, mode: 'auto' })
  await lookElsewhere()
  await clearShown()
  telegram.pushText('I want to talk to a person, please', zoe)
  await expect
    .poll(async () => (await shownOn(page)).map(({ title }) => title), { timeout: 40_000 })
    .toContainEqual(expect.stringMatching(/^Promised by \d\d:\d\d$/))
  await goTo(stage, 'inbox')
  await stage.shop.view('Waiting for me')
  await expect(stage.shop.row('Zoe Hall')).toContainText(/promised by \d\d:\d\d, \d+ min left/)
  await show(stage, { ...plainLook, language: 'zh-CN' })
  const row = page.getByLabel('对话列表', { exact: true }).getByRole('listitem').filter({ hasText: 'Zoe Hall' })
  await expect(row).toContainText(/承诺 \d\d:\d\d 前答复，还剩/)
  await show(stage, plainLook)
})

test('a closed shop tells who needs the owner its own words, with the promised time', async () => {
  const closed = Array.from({ length: 7 }, () => ({ open: false, from: '08:00', to: '21:00' }))
  const tomorrow = (new Date().getUTCDay() + 7) % 7
  const openingHours = closed.map((day, place) => ({ ...day, open: place === tomorrow }))
  await stage.client.settings.update({ openingHours, timeZone: 'UTC', promiseMinutes: 60 })
  await stage.client.channel.setMode({ id: channelId, mode: 'auto' })
  await lookElsewhere('hours')
  await expect(page.getByText(/^Closed now, opens again \w+ 08:00$/)).toBeVisible()
  const text = page.getByRole('textbox', { name: 'English' })
  await text.fill('We are closed. We answer {tme}.')
  await expect(page.getByText('{tme} means nothing here')).toBeVisible()
  await text.fill('We have gone home and answer {time}.')
  await expect(page.getByText('We have gone home and answer by 10:00 tomorrow.')).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  telegram.pushText('I want to talk to a person, please', lin)
  await expect
    .poll(() =>
      telegram
        .sent()
        .map(({ params }) => String(params['text']))
        .join('\n'),
    )
    .toContain('We have gone home and answer by 10:00 tomorrow.')
  await until(async () => (await conversationOf(lin))?.promisedBy !== null)
  // On a holiday it stays closed.
  const holiday = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10)
  await page.getByLabel('First day').fill(holiday)
  await page.getByRole('group', { name: 'Closed on these dates' }).getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText(/^Closed now, opens again \w+ 08:00$/)).toBeHidden()
  await page.getByRole('button', { name: /^Remove / }).click()
  await expect(page.getByText(/^Closed now, opens again \w+ 08:00$/)).toBeVisible()
})
