import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Locator, type Page } from '@playwright/test'
import { root } from '../../e2e/app.ts'
import type { Client } from '../../e2e/client.ts'
import { linkInto } from '../../e2e/link.ts'
import config from '../../e2e/playwright.config.ts'
import { quantile, type Figure, type Part } from './figures.ts'
import { longIds } from './seed.ts'
import { filledFolder, withApp, type Workplace } from './shop.ts'
import { beginFrames, endFrames, openAndPaint, type Frames } from './screenPage.ts'

const LONG = { conversations: 20, messages: 500 }
const WHEEL_PX = 900
const WHEEL_STEPS = 900
const JUMPS = 60
const LEAST_ROW_PX = 50
const FRAME_MS = 50
const OPEN_MS = 100
const PAGE_KB = 400
const LABEL = 'Long'

/** The real page in a real browser: scrolling a large list, opening long conversations, and the size of its code. */
export async function screen(place: Workplace, small: boolean): Promise<Part> {
  const conversations = small ? 10_000 : 100_000
  const data = await filledFolder(place, conversations, conversations * 2, LONG)
  const browser = await chromium.launch(config.use?.launchOptions)
  const figures: Figure[] = []
  const notes: string[] = []
  const fetched = new Set<string>()
  try {
    await withApp(data, async ({ client }) => {
      await client.settings.update({ setupDone: true, language: 'en' })
      await labelLong(client)
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      page.on('response', response => fetched.add(new URL(response.url()).pathname.split('/').at(-1) ?? ''))
      await page.goto(await linkInto(data))
      place.say('opening long conversations ...')
      figures.push(await opening(page))
      place.say('scrolling ...')
      const scrolled = await scrolling(page, conversations)
      figures.push(...scrolled.map(({ figure }) => figure))
      notes.push(...scrolled.map(({ note }) => note))
    })
  } finally {
    await browser.close()
  }
  rmSync(data, { recursive: true, force: true })
  figures.push(...scriptFigures(fetched))
  const number = (value: number) => value.toLocaleString('en')
  const sizes = `${number(conversations)} conversations, ${LONG.conversations} of them with ${LONG.messages} messages, Chromium ${browser.version()}`
  return { name: 'Screen', sizes, figures, notes }
}

/** So that a filter brings them together: they are spread over two years. */
async function labelLong(client: Client) {
  const label = await client.label.create({ name: LABEL, color: 'blue' })
  await client.conversation.bulk({
    ids: longIds(LONG.conversations),
    action: { kind: 'add-label', labelId: label.id },
  })
}

async function showAll(page: Page) {
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('button', { name: /^All/ }).click()
  await page.locator('[data-conversation]').first().waitFor()
}

/** Each for the first time, from the press to the frame after the one that shows its last message. */
async function opening(page: Page): Promise<Figure> {
  await showAll(page)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('dialog', { name: 'Filter' }).getByLabel('Label').click()
  await page.getByRole('option', { name: LABEL, exact: true }).click()
  await page.keyboard.press('Escape')
  const values: number[] = []
  for (const id of longIds(LONG.conversations)) {
    const row = page.locator(`[data-conversation="${id}"]`)
    await page.getByRole('navigation', { name: 'Conversations' }).hover()
    for (let step = 0; (await row.count()) === 0 && step < 40; step += 1)
      await page.mouse.wheel(0, step < 20 ? -300 : 300)
    values.push(await page.evaluate<number>(`(${openAndPaint})(${JSON.stringify(id)})`))
  }
  // The first one also fetches the code of the page.
  return {
    what: 'opening a conversation of 500 messages, to painted',
    unit: 'ms',
    values: values.slice(1),
    target: { of: 'p95', below: OPEN_MS },
  }
}

async function scrolling(page: Page, conversations: number) {
  await page.getByRole('button', { name: 'Clear all' }).first().click()
  await page.evaluate(`location.hash = '#/inbox'`)
  await page.locator('[data-conversation]').nth(5).hover()
  const list = page.getByRole('navigation', { name: 'Conversations' })
  const measured = async (what: string, scroll: () => Promise<void>) => {
    await page.evaluate(beginFrames)
    await scroll()
    return frameFigure(what, await page.evaluate<Frames>(endFrames))
  }
  return [
    await measured('frames while the wheel turns', async () => {
      for (let step = 0; step < WHEEL_STEPS; step += 1) await page.mouse.wheel(0, WHEEL_PX)
    }),
    await measured('frames while the End key goes through it all', async () => {
      await list.locator('a').first().focus()
      await toTheEnd(page, list)
      const height = await list.evaluate(element => element.scrollHeight)
      if (height < conversations * LEAST_ROW_PX) throw new Error(`The list ended early, at ${height} px`)
    }),
    await measured('frames while the scroll bar is dragged about', async () => {
      for (let jump = 0; jump < JUMPS; jump += 1) {
        const share = ((jump * 37) % JUMPS) / JUMPS
        await list.evaluate((element, at) => {
          element.scrollTop = at * element.scrollHeight
        }, share)
        await page.waitForTimeout(50)
      }
    }),
    await measured('frames while the wheel turns, all of it loaded', async () => {
      for (let step = 0; step < WHEEL_STEPS / 3; step += 1) await page.mouse.wheel(0, -WHEEL_PX)
    }),
  ]
}

/** Each press goes to the last loaded row, until there are no more. */
async function toTheEnd(page: Page, list: Locator) {
  for (let height = 0, unchanged = 0; unchanged < 60;) {
    await page.keyboard.press('End')
    await page.waitForTimeout(25)
    const now = await list.evaluate(element => element.scrollHeight)
    unchanged = now === height ? unchanged + 1 : 0
    height = now
  }
}

function frameFigure(what: string, { frames, tasks }: Frames) {
  const longest = quantile(tasks, 1)
  const note = `${what}: ${tasks.length === 0 ? 'no task' : `${tasks.length} tasks, the longest ${longest.toFixed(0)} ms,`} over ${FRAME_MS} ms`
  const figure: Figure = { what, unit: 'ms', values: frames, target: { of: 'max', below: FRAME_MS } }
  return { figure, note }
}

/** What was fetched to show the inbox and a conversation, and what all pages together are. */
function scriptFigures(fetched: ReadonlySet<string>): Figure[] {
  const folder = join(root, 'out/renderer/assets')
  const all = readdirSync(folder).filter(name => name.endsWith('.js'))
  const sizeKB = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0) / 1000
  return [
    {
      what: 'JavaScript sent for the inbox and a conversation, gzipped',
      unit: 'kB',
      values: [sizeKB(all.filter(name => fetched.has(name)))],
      target: { of: 'max', below: PAGE_KB },
    },
    { what: 'JavaScript of all pages together, gzipped', unit: 'kB', values: [sizeKB(all)] },
  ]
}
