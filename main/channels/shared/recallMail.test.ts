import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultOf, mailContext, mailSettings, never } from '#main/testing/mailShop.ts'
import { startMailServers, type MailServers } from '../../../e2e/servers/mail.ts'
import { email } from '../email.ts'
import { visitImap } from './imap.ts'
import { mailSettingsSchema } from './mailSettings.ts'

let servers: MailServers
beforeAll(async () => {
  servers = await startMailServers({ folder: mkdtempSync(join(tmpdir(), 'keepdesk-recall-')) })
})
afterAll(() => servers?.stop())

const yesterday = () => new Date(Date.now() - 24 * 60 * 60_000)

async function recalled(user: string, since = yesterday()) {
  const found = []
  for await (const message of email.recall(mailContext(mailSettings(servers, user)), since, never) ?? []) {
    found.push(message)
  }
  return found
}

/** Subjects of the mails in the inbox that nobody has opened, as the server sees it. */
async function unseen(user: string) {
  const settings = mailSettingsSchema.parse(mailSettings(servers, user))
  return visitImap({ settings }, never, async client => {
    await client.mailboxOpen('INBOX', { readOnly: true })
    const found = await client.search({ seen: false }, { uid: true })
    return found ? found.length : 0
  })
}

test('what people began to write about is seen again, newest first, and nothing in the mailbox changes', async () => {
  const to = 'recall@shop.test'
  const photo = Buffer.alloc(900_000, 'photo')
  await servers.deliver({ from: 'Anna Berg <anna@customer.test>', to, subject: 'First', text: 'Where is it?' })
  await servers.deliver({
    from: 'anna@customer.test',
    to,
    subject: 'Re: First',
    inReplyTo: '<ours@shop.test>',
    text: 'Still not here',
  })
  await servers.deliver({
    from: 'news@customer.test',
    to,
    subject: 'News',
    text: 'Buy now',
    headers: { 'List-Unsubscribe': '<https://x.test>' },
  })
  await servers.deliver({
    from: 'ben@customer.test',
    to,
    subject: 'Broken',
    text: 'It arrived broken',
    attachments: [{ filename: 'photo.jpg', content: photo }],
  })
  await servers.waitForMail('recall', mail => mail.subject === 'Broken')
  const found = await recalled('recall')
  expect(found.map(({ text, from }) => [from.address, text.trim()])).toEqual([
    ['ben@customer.test', 'It arrived broken'],
    ['anna@customer.test', 'Where is it?'],
  ])
  expect(found[0]?.attachments[0]).toMatchObject({ content: null, missing: 'too-big' })
  expect(await unseen('recall')).toBe(4)
})

test('what came before then is left alone', async () => {
  await servers.deliver({ from: 'a@customer.test', to: 'recent@shop.test', subject: 'x', text: 'Hello' })
  await servers.waitForMail('recent')
  expect(await recalled('recent', new Date(Date.now() + 3 * 60_000))).toEqual([])
  expect(await recalled('recent')).toHaveLength(1)
})

test('a refused login is a fault of the channel', async () => {
  const context = mailContext(mailSettings(servers, 'recall', { password: 'wrong' }))
  const look = async () => {
    for await (const message of email.recall(context, yesterday(), never) ?? []) return message
    return null
  }
  expect((await faultOf(look())).code).toBe('wrong-credentials')
})
