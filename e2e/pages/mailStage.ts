import type { Page } from '@playwright/test'
import { removeFolder, temporaryFolder } from '../app.ts'
import type { Client } from '../client.ts'
import { startCutLine, type CutLine } from '../servers/cutLine.ts'
import { startMailServers, type MailServers } from '../servers/mail.ts'
import { letters } from './letters.ts'
import { openStage, until, type Stage } from './screen.ts'

/** A shop with a real mailbox, and everything that can come and go wrong in one. */
export interface MailStage extends Stage {
  mail: MailServers
  line: CutLine
}

export const mailKnowledge = [
  {
    question: 'How long does delivery take?',
    answer: 'Standard delivery takes 3 to 6 working days. It is free from $75.',
    wordings: ['delivery time', 'when will my parcel arrive', 'how long is shipping'],
  },
  {
    question: 'Can I return something?',
    answer: 'You can return unused items within 30 days of delivery. Please keep the receipt.',
    wordings: ['return policy', 'send it back', 'how do returns work'],
  },
]

export async function openMailStage(page: Page): Promise<MailStage> {
  const folder = temporaryFolder()
  const mail = await startMailServers({ folder })
  const line = await startCutLine(mail.smtpPort)
  const stage = await openStage(page)
  const { client } = stage
  await client.settings.update({ shopName: 'Harbour & Pine', setupDone: true })
  for (const entry of mailKnowledge) await client.knowledge.createEntry(entry)
  const channel = await createMailbox(client, mail, line.port, 'Shop mail', mail.password)
  await until(async () => (await client.channel.list()).some(({ health }) => health.state === 'live'))
  await client.channel.setMode({ id: channel, mode: 'draft' })
  for (const letter of letters) await mail.deliver({ to: 'shop@shop.test', ...letter })
  await until(async () => (await client.conversation.list({ view: 'all', limit: 50 })).items.length >= letters.length)
  return {
    ...stage,
    mail,
    line,
    async close() {
      await stage.close()
      await line.stop()
      await mail.stop()
      removeFolder(folder)
    },
  }
}

export async function createMailbox(
  client: Client,
  mail: MailServers,
  smtpPort: number,
  name: string,
  password: string,
): Promise<string> {
  const settings = {
    address: `${name.split(' ')[0]?.toLowerCase()}@shop.test`,
    password,
    imapHost: mail.host,
    imapPort: mail.imapPort,
    imapSecurity: 'none',
    smtpHost: mail.host,
    smtpPort,
    smtpSecurity: 'none',
  }
  return (await client.channel.create({ kind: 'email', name, settings })).id
}
