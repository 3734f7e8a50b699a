import { _electron, type Browser, type Page } from '@playwright/test'
import { root, startApp } from './app.ts'

export const isElectron = process.env.KEEPDESK_SHELL === 'electron'

export interface OpenShell {
  page: Page
  stop(): Promise<void>
}

/** Keepdesk with its page on screen: in the browser, or in its own window where KEEPDESK_SHELL says `electron`. */
export async function openShell(browser: Browser, folder: string, args: readonly string[] = []): Promise<OpenShell> {
  if (isElectron) {
    const electron = await _electron.launch({ cwd: root, args: [root, '--data-dir', folder, ...args] })
    return { page: await electron.firstWindow(), stop: () => electron.close() }
  }
  const app = await startApp(folder, args)
  const page = await browser.newPage()
  await page.goto(app.url)
  return {
    page,
    async stop() {
      await page.close()
      await app.stop()
    },
  }
}
