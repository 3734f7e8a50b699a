import { goTo, type Screen, type Stage } from './screen.ts'

/** Into the search, with this typed; waits until it is answered. */
export async function searchFor({ page }: Stage, text: string) {
  await page.keyboard.press('/')
  const box = page.getByRole('combobox')
  await box.waitFor()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
  await page.locator('main [role=status]').filter({ hasText: /\d/ }).first().waitFor({ state: 'attached' })
}

/** The search and what opens over every page, in the sample shop. */
export const searchScreens: readonly Screen[] = [
  {
    name: 'search',
    async open(stage) {
      await goTo(stage, 'search')
      await stage.page.getByText('Narrow it down').waitFor()
    },
  },
  {
    name: 'search-results',
    async open(stage) {
      await goTo(stage, 'search')
      await searchFor(stage, 'kettle')
      await stage.page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'search-nothing',
    async open(stage) {
      await goTo(stage, 'search')
      await searchFor(stage, 'xylophone has:attachment before:someday')
      await stage.page.getByText('Nothing found').waitFor()
    },
  },
  {
    name: 'command-bar',
    async open(stage) {
      await goTo(stage, 'knowledge')
      await stage.page.keyboard.press('ControlOrMeta+k')
      await stage.page.getByRole('combobox').waitFor()
    },
  },
  {
    name: 'keys',
    async open(stage) {
      await goTo(stage, 'knowledge')
      await stage.page.keyboard.press('?')
      await stage.page.getByRole('dialog', { name: 'All keys' }).waitFor()
    },
  },
]
