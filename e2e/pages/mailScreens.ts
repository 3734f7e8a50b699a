import { createMailbox, type MailStage } from './mailStage.ts'
import { goTo, openConversation, until } from './screen.ts'

export interface MailScreen {
  name: string
  open(stage: MailStage): Promise<void>
}

async function approve(stage: MailStage, name: string, then: RegExp) {
  await openConversation(stage, name)
  await stage.page.getByRole('button', { name: 'Approve and send' }).click()
  await stage.page.getByText(then).first().waitFor()
}

/** The screens of a mailbox; the later ones break something. */
export const mailScreens: readonly MailScreen[] = [
  {
    name: 'mail-channel',
    async open(stage) {
      await goTo(stage, 'channels')
      await stage.page.getByText(/^Live since/).waitFor()
    },
  },
  {
    name: 'html-mail-text',
    async open(stage) {
      await openConversation(stage, 'Bluewater')
      await stage.page.getByRole('button', { name: 'Show as designed' }).waitFor()
    },
  },
  {
    name: 'html-mail',
    async open(stage) {
      await openConversation(stage, 'Bluewater')
      await stage.page.getByRole('button', { name: 'Show as designed' }).click()
      await stage.page.frameLocator('iframe').getByText('Ethiopia Guji').waitFor()
      await stage.page.getByText(/remote picture blocked/).waitFor()
    },
  },
  {
    name: 'attachments',
    async open(stage) {
      await openConversation(stage, 'Hannah')
      await stage.page.getByText('measurements.xlsx').waitFor()
    },
  },
  {
    name: 'long-mail',
    async open(stage) {
      await openConversation(stage, 'Margaret')
      await stage.shop.thread.getByText('eleven years').first().waitFor()
    },
  },
  {
    name: 'rtl-mail',
    async open(stage) {
      await openConversation(stage, 'نور')
      await stage.shop.thread.getByText('HP-20577').waitFor()
    },
  },
  {
    name: 'reply-waiting',
    async open(stage) {
      await openConversation(stage, 'Hannah')
      const { page } = stage
      await page.getByRole('textbox', { name: 'Your reply' }).fill('Thank you, Hannah. A new lid is on its way to you.')
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await page
        .getByText(/Your reply goes out in \d+ s/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'error-not-sent',
    async open(stage) {
      await openConversation(stage, 'Piet de Boer')
      const { page } = stage
      await page.getByRole('textbox', { name: 'Your reply' }).fill('Hi Piet, it takes 3 to 6 working days.')
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      // Ten seconds to take it back, and then the server is asked.
      await page.getByText(/This did not reach the customer/).waitFor({ timeout: 60_000 })
    },
  },
  { name: 'error-retrying', open: stage => approve(stage, 'Kofi Mensah', /Trying again by itself/) },
  {
    name: 'error-uncertain',
    async open(stage) {
      stage.line.cut()
      await approve(stage, 'Lucía', /cannot tell whether it arrived/)
    },
  },
  {
    name: 'error-channel',
    async open(stage) {
      await createMailbox(stage.client, stage.mail, stage.mail.smtpPort, 'Second mailbox', 'wrong')
      await until(async () => (await stage.client.channel.list()).some(({ health }) => health.state === 'needs-owner'))
      await stage.mail.stopImap()
      await goTo(stage, 'channels')
      await stage.page
        .getByText(/Next try in|Trying again/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'error-connect-email',
    async open(stage) {
      const { page, shop, mail } = stage
      await mail.startImap()
      const dialog = await shop.openMailboxForm({
        address: 'shop@shop.test',
        password: 'wrong',
        imapHost: mail.host,
        imapPort: mail.imapPort,
        smtpHost: mail.host,
        smtpPort: mail.smtpPort,
      })
      await dialog.getByRole('button', { name: 'Test' }).click()
      await dialog.getByText(/Test failed/).waitFor()
      await page.waitForTimeout(200)
    },
  },
]
