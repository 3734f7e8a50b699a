import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { conversationWords } from './pages/conversationScreens.ts'
import { emptyScreens } from './pages/emptyScreens.ts'
import { everyShopScreen } from './pages/everyShopScreen.ts'
import { inboxWords } from './pages/inboxScreens.ts'
import { leftoverEnglish } from './pages/leftoverEnglish.ts'
import { letters } from './pages/letters.ts'
import { mailScreens } from './pages/mailScreens.ts'
import { mailKnowledge, openMailStage } from './pages/mailStage.ts'
import { modelScreens, offeredFiles, openModelScreenStage } from './pages/modelScreens.ts'
import { knowledge as modelKnowledge, scriptsWith } from './pages/modelStage.ts'
import { morningZone } from './pages/morningZone.ts'
import { orderTable } from './pages/orderScreens.ts'
import { openStage, plainLook, show, type Look, type Screen, type Stage } from './pages/screen.ts'
import { customersWrote, sampleTable } from './pages/shopScreens.ts'

// In the evening the next day is promised, and then nothing is late five hours later.
const zone = morningZone(new Date())
const zoneBefore = process.env.TZ
test.use({ timezoneId: zone })
test.beforeAll(() => {
  process.env.TZ = zone
})
test.afterAll(() => {
  if (zoneBefore === undefined) delete process.env.TZ
  else process.env.TZ = zoneBefore
})

const desktop = { width: 1440, height: 900 }
const small = { width: 900, height: 700 }
/** A window of 1440 by 900 in which everything is twice as big. */
const zoomed = { width: 720, height: 450 }
const phone = { width: 480, height: 800 }
const wide = { width: 2560, height: 1440 }
/** One of each kind of page; the others are built in the same way. */
const lookedAtWide = new Set(['inbox', 'knowledge', 'orders', 'reports', 'settings', 'setup-shop'])
const looks: readonly Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
]
/** What people wrote, and names that are the same everywhere. */
const peoplesWords = [
  ...letters.flatMap(({ from, subject, text, html }) => [from, subject, text, html]),
  ...[...mailKnowledge, ...modelKnowledge].flatMap(({ question, answer }) => [question, answer]),
  ...scriptsWith('short').map(({ say }) => say),
  ...offeredFiles().map(({ name }) => name),
  inboxWords,
  conversationWords,
  'next friday 3pm',
  'Shop writer, Shop search, Mia Lund, Shop bot',
  sampleTable,
  orderTable.replaceAll(/[,"]+/g, ', '),
  'phones.csv, price list.pdf, invoice-HP-20611.pdf, measurements.xlsx: XLSX',
  '{firstName}, {contact}, {shop}, {order}, {today}',
  'Esc, Shift, Ctrl, Gmail, Shop mail, Second mailbox, /newbot',
]
  .filter(part => typeof part === 'string')
  .join('\n')

/** What can be scrolled sideways, or is wider than the window. */
const tooWide = `(() => {
  const wide = [...document.querySelectorAll('body, body *')].filter(element => {
    const { overflowX } = getComputedStyle(element)
    const scrolls = overflowX === 'auto' || overflowX === 'scroll' || element === document.body
    // A picture and a text with long lines are made to be moved about.
    return scrolls && !element.matches('[data-pans]') && element.scrollWidth > element.clientWidth + 1
  })
  return wide.map(element => element.tagName + '.' + String(element.className).slice(0, 80))
})()`

const softly = expect.configure({ soft: true })

/** Looks at the open screen in every language and theme, and in smaller windows. */
async function lookAt(stage: Stage, name: string) {
  const { page } = stage
  for (const look of looks) {
    await show(stage, look)
    // The other mode opens a page of its own for each look. A mail's frame has no rights, so nothing can look into it.
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode().analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    expect.soft(found, `${name}, ${look.language}, ${look.theme}`).toEqual([])
    if (look.language === 'en') continue
    const english = await leftoverEnglish(page, peoplesWords)
    // A Chinese sentence may name an English thing, and a server speaks as it does.
    const foreign = english.filter(text => !/\p{Script=Han}|^(IMAP|SMTP): /u.test(text))
    expect.soft(foreign, `${name} in Chinese`).toEqual([])
  }
  await show(stage, plainLook)
  for (const size of [small, zoomed, phone, ...(lookedAtWide.has(name) ? [wide] : [])]) {
    await page.setViewportSize(size)
    // What is beside the conversation goes away a moment after the window got small.
    await softly.poll(() => page.evaluate<string[]>(tooWide), `${name} at ${size.width} px`).toEqual([])
  }
  await page.setViewportSize(desktop)
}

async function newPage(page: Page): Promise<Page> {
  await page.setViewportSize(desktop)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  page.setDefaultTimeout(20_000)
  return page
}

test.setTimeout(400_000)

/** Goes from screen to screen; the program is ended also where one of them is not what it should be. */
async function walk(stage: Stage, screens: readonly Screen[]) {
  try {
    for (const { name, open } of screens) {
      await open(stage)
      await lookAt(stage, name)
    }
  } finally {
    await stage.close()
  }
}

test('every screen of a shop at work is accessible, Chinese where it should be, and fits', async ({ page }) => {
  const stage = await openStage(await newPage(page), ['--demo'])
  await customersWrote(stage)
  await walk(stage, everyShopScreen)
})

test('so is every screen of a first start', async ({ page }) => {
  await walk(await openStage(await newPage(page)), emptyScreens)
})

test('so is every screen of a mailbox in trouble', async ({ page }) => {
  await walk(await openMailStage(await newPage(page)), mailScreens)
})

test('so is every screen of a shop that gets a model', async ({ page }) => {
  await walk(await openModelScreenStage(await newPage(page)), modelScreens)
})
