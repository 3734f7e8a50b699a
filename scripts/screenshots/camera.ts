import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { morningZone } from '../../e2e/pages/morningZone.ts'
import { show, type Look, type Stage } from '../../e2e/pages/screen.ts'

export interface Camera {
  newPage(): Promise<Page>
  /** One picture of what is open, as `<name>-<language>-<theme>.png`; `-900` for the small window. */
  shoot(stage: Stage, name: string, look: Look, size?: Size): Promise<void>
  /** The page alone, where no Keepdesk answers any more. */
  shootPage(page: Page, fileName: string): Promise<void>
}

export type Size = 'desktop' | 'small'

const sizes = { desktop: { width: 1440, height: 900 }, small: { width: 900, height: 700 } }

/** Light English. */
export const plain: Look = { language: 'en', theme: 'light' }
const darkChinese: Look = { language: 'zh-CN', theme: 'dark' }
/** What an owner looks at every day. */
const daily: ReadonlySet<string> = new Set([
  'inbox',
  'conversation',
  'contact',
  'search-results',
  'reports',
  'knowledge',
])

/** Daily screens in both languages and both themes, the others once in each language and each theme. */
export function looksOf(name: string): readonly Look[] {
  if (!daily.has(name)) return [plain, darkChinese]
  return [plain, { language: 'en', theme: 'dark' }, { language: 'zh-CN', theme: 'light' }, darkChinese]
}

/** Takes pictures of all screens, or only of `screens`. */
export function createCamera(browser: Browser, folder: string, screens?: readonly string[]): Camera {
  async function write(page: Page, fileName: string) {
    // Hovering and a blinking cursor belong to nobody's picture.
    await page.mouse.move(0, 0)
    await page.waitForTimeout(250)
    await page.screenshot({ path: join(folder, `${fileName}.png`), caret: 'hide' })
    console.log(`  ${fileName}.png`)
  }
  return {
    newPage: () =>
      browser.newPage({
        viewport: sizes.desktop,
        locale: 'en-GB',
        timezoneId: morningZone(new Date()),
        reducedMotion: 'reduce',
      }),
    async shoot(stage, name, look, size = 'desktop') {
      if (screens && !screens.includes(name)) return
      await stage.page.setViewportSize(sizes[size])
      await show(stage, look)
      const language = look.language === 'en' ? 'en' : 'zh'
      await write(stage.page, `${name}-${language}-${look.theme}${size === 'small' ? '-900' : ''}`)
      await stage.page.setViewportSize(sizes.desktop)
      await show(stage, plain)
    },
    async shootPage(page, fileName) {
      if (!screens) await write(page, fileName)
    },
  }
}
