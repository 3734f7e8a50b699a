import { expect, type Locator, type Page } from '@playwright/test'
import type { Desk } from './desk.ts'

export interface Bot {
  token: string
  apiRoot: string
}

/** Opens the form and fills it in; the caller tests and connects. */
export async function openTelegramForm({ page, go }: Desk, { token, apiRoot }: Bot): Promise<Locator> {
  await go('Channels')
  await page.getByRole('button', { name: 'Connect a channel' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Telegram bot/ }).click()
  await dialog.getByLabel('Bot token').fill(token)
  await dialog.getByRole('button', { name: 'More settings' }).click()
  await dialog.getByLabel('Server address').fill(apiRoot)
  return dialog
}

/** Joins the contact of the open conversation with another one, found by its name. */
export async function joinWith(page: Page, search: string, name: string) {
  const contact = page.getByRole('region', { name: 'Contact' })
  await contact.getByRole('button', { name: 'Same person as…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Which contact is the same person?' })
  await dialog.getByLabel('Name or address').fill(search)
  await dialog.getByRole('button', { name: `Choose: ${name}` }).click()
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByText(/are one contact now/)).toBeVisible()
}
