import type { Page } from '@playwright/test'
import { startApp, removeFolder, temporaryFolder, type RunningApp } from '../app.ts'
import { connectTo, type Client } from '../client.ts'
import { linkInto } from '../link.ts'
import { desk, type Desk } from './desk.ts'

/** A place in the app worth looking at. It is found in English; `show` then changes the language of what is open. */
export interface Screen {
  name: string
  open(stage: Stage): Promise<void>
}

/** A running Keepdesk with one page open in it, and a second connection that changes things from outside. */
export interface Stage {
  page: Page
  shop: Desk
  client: Client
  app: RunningApp
  close(): Promise<void>
}

export interface Look {
  language: 'en' | 'zh-CN'
  theme: 'light' | 'dark'
}

export const plainLook: Look = { language: 'en', theme: 'light' }

export async function openStage(page: Page, args: readonly string[] = []): Promise<Stage> {
  const folder = temporaryFolder()
  const app = await startApp(folder, args)
  const shop = desk(page)
  await page.goto(app.url)
  const { client, close } = await connectTo(await linkInto(folder))
  await page.locator('main').first().waitFor()
  return {
    page,
    shop,
    client,
    app,
    async close() {
      close()
      await app.stop()
      removeFolder(folder)
    },
  }
}

/** Changes language and colours of whatever is on screen, as the owner's settings would. */
export async function show({ page, client }: Stage, { language, theme }: Look) {
  await client.settings.update({ language, theme })
  await page.locator(`html[lang="${language}"][data-theme="${theme}"]`).waitFor()
}

/** Goes to a path without loading the page again, past another one, so that no dialog stays open. */
export async function goTo({ page }: Stage, path: string) {
  const away = path.startsWith('settings') ? 'try' : 'settings'
  await page.evaluate(`location.hash = '#/${away}'`)
  await page.locator(`nav a[href="#/${away}"][aria-current]`).waitFor()
  await page.evaluate(`location.hash = ${JSON.stringify(`#/${path}`)}`)
}

/** Opens the newest conversation with this contact. */
export async function openConversation(stage: Stage, name: string) {
  const { items } = await stage.client.conversation.list({ view: 'all', text: name, limit: 1 })
  const [found] = items
  if (!found) throw new Error(`No conversation with ${name}`)
  await goTo(stage, `inbox/${encodeURIComponent(found.id)}`)
  await stage.page.getByRole('heading', { name: found.contactName }).first().waitFor()
}

/** Waits until what the assistant does is done, at most a minute. */
export async function until(claim: () => Promise<boolean>, waitMs = 60_000) {
  const end = Date.now() + waitMs
  while (!(await claim())) {
    if (Date.now() > end) throw new Error(`Not so within ${waitMs / 1000} s: ${claim.toString()}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
