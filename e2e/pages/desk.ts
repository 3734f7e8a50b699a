import { expect, type Locator, type Page } from '@playwright/test'

export interface MailboxForm {
  address: string
  password: string
  imapHost: string
  imapPort: number
  smtpHost: string
  smtpPort: number
}

/** The screen as its owner uses it. */
export function desk(page: Page) {
  const rail = page.getByRole('navigation', { name: 'Main navigation' })
  const main = page.getByRole('main')

  async function go(
    place: 'Inbox' | 'Knowledge' | 'Orders' | 'Rules' | 'Channels' | 'Try it' | 'Reports' | 'Settings' | 'Help',
  ) {
    await rail.getByRole('link', { name: new RegExp(`^${place}`) }).click()
  }

  /** Passes the first-run steps of a new shop. */
  async function begin(shopName = 'Tea & Co') {
    await expect(rail).toBeVisible()
    // The address is settled before the frame shows; the page in it comes a moment later.
    if (new URL(page.url()).hash === '#/setup') {
      await page.getByRole('textbox', { name: 'Shop name' }).fill(shopName)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: 'Finish later' }).click()
    }
    await expect(rail).toBeVisible()
  }

  function row(name: string): Locator {
    return page.getByLabel('Conversations', { exact: true }).getByRole('listitem').filter({ hasText: name })
  }

  return {
    page,
    main,
    /** The messages of the open conversation. */
    thread: page.getByRole('log', { name: 'Messages' }),
    go,
    row,
    begin,
    /** Opens the page with a one-time link and passes the first-run steps. */
    async open(url: string, shopName?: string) {
      await page.goto(url)
      await begin(shopName)
    },
    async view(name: string) {
      await rail.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    },
    async openConversation(name: string) {
      const wanted = row(name).first()
      const news = page.getByRole('button', { name: /^\d+ new$/ })
      // Under the pointer and the focus rows stay where they are; what came since is one press away.
      await expect(async () => {
        if (await news.isVisible()) await news.click({ timeout: 1000 })
        await wanted.click({ timeout: 1000 })
      }).toPass({ timeout: 30_000 })
      await expect(page.getByRole('heading', { name }).first()).toBeVisible()
    },
    /** Fills the form; the caller tests and saves. */
    async openMailboxForm(form: MailboxForm): Promise<Locator> {
      await go('Channels')
      await page.getByRole('button', { name: 'Connect a channel' }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: /^Email/ }).click()
      await fillMailbox(dialog, page, form)
      return dialog
    },
    /** Chooses a file and waits for its preview; the caller imports. */
    async previewFile(name: string, content: string | Buffer, mimeType = 'text/csv'): Promise<Locator> {
      await go('Knowledge')
      const open = page.getByRole('button', { name: 'Import files' })
      const drop = page.getByRole('button', { name: /^Drop files here/ })
      await expect(open.or(drop).first()).toBeVisible()
      if (await open.isVisible()) await open.click()
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name, mimeType, buffer: Buffer.from(content) })
      await expect(page.getByRole('heading', { name })).toBeVisible({ timeout: 60_000 })
      return page.locator('body')
    },
    async setMode(channel: string, mode: 'Off' | 'Draft' | 'Auto') {
      await go('Channels')
      const card = page.getByRole('listitem').filter({ hasText: channel })
      await card.getByRole('radio', { name: mode }).click()
      if (mode === 'Auto') {
        const confirm = page.getByRole('button', { name: 'Turn on Auto' })
        await confirm.click({ timeout: 3000 }).catch(() => {})
      }
      await expect(card.getByRole('radio', { name: mode })).toBeChecked()
    },
  }
}

export async function fillMailbox(dialog: Locator, page: Page, form: MailboxForm) {
  await dialog.getByLabel('Email address').fill(form.address)
  await dialog.getByLabel('Password').fill(form.password)
  await dialog.getByLabel('Server for incoming mail (IMAP)').fill(form.imapHost)
  await dialog.getByLabel('Server for outgoing mail (SMTP)').fill(form.smtpHost)
  const more = dialog.getByRole('button', { name: 'More settings' })
  if (await more.isVisible()) await more.click()
  await dialog.getByLabel('Port for incoming mail').fill(String(form.imapPort))
  await dialog.getByLabel('Port for outgoing mail').fill(String(form.smtpPort))
  for (const label of ['Encryption for incoming mail', 'Encryption for outgoing mail']) {
    await dialog.getByLabel(label).click()
    await page.getByRole('option', { name: /^None/ }).click()
    // The list of this field closes before the next one opens.
    await expect(page.getByRole('listbox')).toBeHidden()
  }
}
export type Desk = ReturnType<typeof desk>
