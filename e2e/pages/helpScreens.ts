import { goTo, type Screen } from './screen.ts'

/** Where the owner learns how things work, and whether they do. */
export const helpScreens: readonly Screen[] = [
  {
    name: 'help',
    async open(stage) {
      await goTo(stage, 'help/replies')
      await stage.page.getByRole('heading', { name: 'Writing replies, notes and snippets' }).waitFor()
    },
  },
  {
    name: 'help-settings',
    async open(stage) {
      await goTo(stage, 'help/settings')
      await stage.page.getByRole('link', { name: 'Quiet hours' }).waitFor()
    },
  },
  {
    name: 'health',
    async open(stage) {
      await goTo(stage, 'settings/health')
      const { page } = stage
      await page.getByText('Room on the disk').waitFor()
      await page.getByText('Show the text').click()
    },
  },
]
