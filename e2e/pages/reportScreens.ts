import { goTo, type Screen } from './screen.ts'

/** How it went, and taking it away. */
export const reportScreens: readonly Screen[] = [
  {
    name: 'reports',
    async open(stage) {
      await goTo(stage, 'reports')
      await stage.page.getByRole('heading', { name: 'Busiest hours' }).waitFor()
    },
  },
  {
    name: 'reports-export',
    async open(stage) {
      await goTo(stage, 'reports')
      await stage.page.getByRole('button', { name: 'Export' }).click()
      await stage.page.getByRole('dialog').getByRole('radio', { name: 'Table (CSV)' }).click()
    },
  },
]
