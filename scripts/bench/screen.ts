import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type CDPSession, type Locator, type Page } from '@playwright/test'
import { root } from '../../e2e/app.ts'
import type { Client } from '../../e2e/client.ts'
import { linkInto } from '../../e2e/link.ts'
import config from '../../e2e/playwright.config.ts'
import { quantile, type Figure, type Part } from './figures.ts'
import { longIds } from './seed.ts'
import { filledFolder, withApp, type Workplace } from './shop.ts'
import { awaitOpening, beginFrames, endFrames, endOpening, type Frames } from './screenPage.ts'

const LONG = { conversations: 40, messages: 500 }
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
      figures.push(...(await opening(page)))
      place.say('scrolling ...')
      const scrolled = await scrolling(page, conversations)
      figures.push(...scrolled.map(({ figure }) => figure), await heap(page))
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
async function opening(page: Page): Promise<Figure[]> {
  await showAll(page)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('dialog', { name: 'Filter' }).getByLabel('Label').click()
  await page.getByRole('option', { name: LABEL, exact: true }).click()
  await page.keyboard.press('Escape')
  const ids = longIds(LONG.conversations)
  const open = async (id: string, press: (row: Locator) => Promise<unknown>) => {
    const row = page.locator(`[data-conversation="${id}"]`)
    await page.getByRole('navigation', { name: 'Conversations' }).hover()
    for (let step = 0; (await row.count()) === 0 && step < 60; step += 1)
      await page.mouse.wheel(0, step < 30 ? -300 : 300)
    await row.scrollIntoViewIfNeeded()
    await page.evaluate(`(${awaitOpening})(${JSON.stringify(id)})`)
    await press(row)
    return page.evaluate<number>(endOpening)
  }
  const pointed: number[] = []
  const sudden: number[] = []
  for (const [index, id] of ids.entries()) {
    // The pointer is there before it presses, and the page uses that.
    if (index % 2 === 0) pointed.push(await open(id, row => row.click()))
    else sudden.push(await open(id, row => row.dispatchEvent('click')))
  }
  const what = `opening a conversation of ${LONG.messages} messages, to painted`
  return [
    // The first one also fetches the code of the page.
    { what, unit: 'ms', values: pointed.slice(1), target: { of: 'p95', below: OPEN_MS } },
    { what: 'the same without a pointer that comes first', unit: 'ms', values: sudden },
  ]
}

async function scrolling(page: Page, conversations: number) {
  await page.getByRole('button', { name: 'Clear all' }).first().click()
  await page.evaluate(`location.hash = '#/inbox'`)
  await page.locator('[data-conversation]').nth(5).hover()
  const list = page.getByRole('navigation', { name: 'Conversations' })
  const inside = await page.context().newCDPSession(page)
  // Not the clock on the wall: what other programs take does not count.
  await inside.send('Performance.enable', { timeDomain: 'threadTicks' })
  const measured = async (what: string, scroll: () => Promise<void>) => {
    const busyMs = await metric(inside, 'TaskDuration')
    await page.evaluate(beginFrames)
    await scroll()
    const frames = await page.evaluate<Frames>(endFrames)
    return frameFigure(what, frames, ((await metric(inside, 'TaskDuration')) - busyMs) * 1000)
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

async function metric(inside: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await inside.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? NaN
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

async function heap(page: Page): Promise<Figure> {
  const inside = await page.context().newCDPSession(page)
  await inside.send('HeapProfiler.collectGarbage')
  await inside.send('Performance.enable')
  const bytes = await metric(inside, 'JSHeapUsedSize')
  return { what: "the page's heap with all of it loaded", unit: 'MB', values: [bytes / 1_000_000] }
}

/** `busyMs`: the main thread's own time of it. */
function frameFigure(what: string, { frames, tasks }: Frames, busyMs: number) {
  const longest = quantile(tasks, 1)
  const note = `${what}: ${tasks.length === 0 ? 'no task' : `${tasks.length} tasks, the longest ${longest.toFixed(0)} ms,`} over ${FRAME_MS} ms; ${(busyMs / frames.length).toFixed(1)} ms of work a frame`
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
