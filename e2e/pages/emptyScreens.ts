import { orderScreens } from './orderScreens.ts'
import { goTo, type Screen } from './screen.ts'

/** A fresh data folder, from the first start on. Each builds on the one before. */
export const emptyScreens: readonly Screen[] = [
  {
    name: 'setup-shop',
    async open({ page }) {
      await page.getByRole('textbox', { name: 'Shop name' }).waitFor()
    },
  },
  {
    name: 'setup-knowledge',
    async open({ page }) {
      await page.getByRole('textbox', { name: 'Shop name' }).fill('Harbour & Pine')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: /^Drop files here/ }).waitFor()
    },
  },
  {
    name: 'setup-channel',
    async open({ page }) {
      await page.getByRole('button', { name: 'Skip for now' }).click()
      await page.getByRole('button', { name: /^Email/ }).waitFor()
    },
  },
  {
    name: 'empty-inbox',
    async open({ page }) {
      await page.getByRole('button', { name: 'Finish later' }).click()
      await page.getByText('No conversations yet').waitFor()
    },
  },
  {
    name: 'empty-knowledge',
    async open(stage) {
      await goTo(stage, 'knowledge')
      await stage.page.getByText('Nothing here yet').waitFor()
    },
  },
  {
    name: 'empty-channels',
    async open(stage) {
      await goTo(stage, 'channels')
      await stage.page.getByText('No channel yet').waitFor()
    },
  },
  {
    name: 'empty-try',
    async open(stage) {
      await goTo(stage, 'try')
      await stage.page.getByText('Your knowledge is still empty').waitFor()
    },
  },
  ...orderScreens,
  {
    name: 'assistant-paused',
    async open(stage) {
      await goTo(stage, 'settings')
      await stage.client.settings.update({ assistantPaused: true })
      await stage.page.getByText('Nothing is answered or drafted').waitFor()
    },
  },
  {
    name: 'error-gone',
    async open(stage) {
      await stage.client.settings.update({ assistantPaused: false })
      await goTo(stage, 'inbox/nobody')
      await stage.page.getByText('This conversation is gone').waitFor()
    },
  },
]
