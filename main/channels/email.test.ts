import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChannelSettings } from '#contract/channel.ts'
import type { OutgoingMessage } from '#main/ports/channel.ts'
import {
  createMailShop,
  faultOf,
  mailContext,
  mailSettings,
  never,
  outgoing,
  realClock,
  until,
} from '#main/testing/mailShop.ts'
import { startMailServers, type MailServers } from '../../e2e/servers/mail.ts'
import { email } from './email.ts'

let servers: MailServers
beforeAll(async () => {
  servers = await startMailServers({ folder: mkdtempSync(join(tmpdir(), 'keepdesk-mail-')) })
})
afterAll(() => servers?.stop())

const settingsFor = (user: string, more: ChannelSettings = {}) => mailSettings(servers, user, more)
const contextFor = (user: string, more: ChannelSettings = {}) => mailContext(settingsFor(user, more))
const createShop = (user: string, more: ChannelSettings = {}) => createMailShop(contextFor(user, more))
const send = (user: string, message: OutgoingMessage, more: ChannelSettings = {}) =>
  email.send(contextFor(user, more), message, never)

test('mail that was there before the channel was connected is not taken', async () => {
  await servers.deliver({ from: 'old@customer.test', to: 'fresh@shop.test', subject: 'years ago', text: 'x' })
  await servers.waitForMail('fresh')
  const shop = createShop('fresh')
  shop.start()
  await shop.live()
  await servers.deliver({ from: 'new@customer.test', to: 'fresh@shop.test', subject: 'now', text: 'x' })
  await shop.message('now')
  await shop.end()
  expect(shop.received.map(({ subject }) => subject)).toEqual(['now'])
})

test('every kind of customer mail is pushed within seconds and read right', async () => {
  const shop = createShop('kinds')
  shop.start()
  await shop.live()
  const from = { name: 'Älice Ünal', address: 'Alice@Customer.Test' }
  const photo = Buffer.alloc(3_000_000, 'photo')
  const to = 'kinds@shop.test'
  await servers.deliver({
    from,
    to,
    subject: 'Où est ma commande 📦?',
    text: 'Bonjour, où est ma commande ?',
    messageId: '<first@customer.test>',
  })
  await servers.deliver({
    from,
    to,
    subject: 'Only HTML',
    html: '<p>Hello <b>shop</b>, see <a href="https://example.test/x">this</a>.</p><img src="http://spy.test/pixel.gif" width="1" height="1">',
  })
  await servers.deliver({ from, to, subject: '订单 1042 什么时候发货?', text: '你好,请问我的订单什么时候发货?谢谢!' })
  await servers.deliver({
    from,
    to,
    subject: 'With a photo',
    text: 'See the crack',
    attachments: [{ filename: '裂缝.jpg', content: photo }],
  })
  await servers.deliver({
    from,
    to,
    subject: 'Re: Our answer',
    replyTo: 'home@customer.test',
    messageId: '<second@customer.test>',
    inReplyTo: '<ours@shop.test>',
    references: ['<first@customer.test>', '<ours@shop.test>'],
    text: 'Thank you, and when?\n\nOn Mon, 2 Mar 2026 at 10:00, Tea Shop <kinds@shop.test> wrote:\n> It leaves tomorrow.\n',
  })
  const first = await shop.message('Où est ma commande 📦?')
  expect(first).toMatchObject({
    from: { address: 'alice@customer.test', name: 'Älice Ünal' },
    remoteId: '<first@customer.test>',
    automated: null,
  })
  expect(first.text).toBe('Bonjour, où est ma commande ?')
  expect((await shop.message('Only HTML')).text).toBe('Hello shop, see this (https://example.test/x).')
  expect((await shop.message('订单 1042 什么时候发货?')).text).toBe('你好,请问我的订单什么时候发货?谢谢!')
  const [attachment] = (await shop.message('With a photo')).attachments
  expect(attachment).toMatchObject({
    name: '裂缝.jpg',
    mime: 'image/jpeg',
    bytes: photo.length,
    missing: null,
    inline: false,
  })
  expect(Buffer.from(attachment?.content ?? []).equals(photo)).toBe(true)
  const reply = await shop.message('Re: Our answer')
  expect(reply.text).toBe('Thank you, and when?')
  expect(reply.quoted).toContain('It leaves tomorrow.')
  expect(reply.threadRefs).toEqual(['<ours@shop.test>', '<first@customer.test>'])
  expect(reply.ownRefs).toEqual(['<second@customer.test>'])
  expect(reply.replyContext).toMatchObject({
    replyTo: { address: 'home@customer.test' },
    messageId: '<second@customer.test>',
  })
  await shop.end()
})

test('mail from machines is marked, and an echo of the shop itself is passed over', async () => {
  const shop = createShop('robots')
  shop.start()
  await shop.live()
  const to = 'robots@shop.test'
  await servers.deliver({
    from: 'a@customer.test',
    to,
    subject: 'away',
    text: 'x',
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
  await servers.deliver({
    from: 'l@customer.test',
    to,
    subject: 'news',
    text: 'x',
    headers: { 'List-Id': '<l.customer.test>' },
  })
  await servers.deliver({
    envelope: { from: '', to },
    from: 'MAILER-DAEMON@customer.test',
    to,
    subject: 'failed',
    text: 'x',
  })
  await servers.deliver({ from: 'robots@shop.test', to, subject: 'echo', text: 'x' })
  await servers.deliver({ from: 'robots@shop.test', replyTo: 'form@customer.test', to, subject: 'web form', text: 'x' })
  expect((await shop.message('away')).automated).toBe('auto-reply')
  expect((await shop.message('news')).automated).toBe('bulk')
  expect((await shop.message('failed')).automated).toBe('bounce')
  expect((await shop.message('web form')).from.address).toBe('form@customer.test')
  await shop.end()
  expect(shop.received.map(({ subject }) => subject)).not.toContain('echo')
  expect(JSON.parse(shop.cursor ?? '')).toMatchObject({ lastUid: 5 })
})

test('mail that came while the program was off is caught up in order, once', async () => {
  const shop = createShop('away')
  shop.start()
  await shop.live()
  await shop.end()
  for (const subject of ['one', 'two', 'three']) {
    await servers.deliver({ from: 'a@customer.test', to: 'away@shop.test', subject, text: subject })
    await servers.waitForMail('away', mail => mail.subject === subject)
  }
  shop.start()
  await shop.message('three')
  await shop.end()
  shop.start()
  await shop.live()
  await shop.end()
  expect(shop.received.map(({ subject }) => subject)).toEqual(['one', 'two', 'three'])
})

test('a mail too big to fetch keeps its words and names what stayed behind', async () => {
  const shop = createShop('huge')
  shop.start()
  await shop.live()
  const mime = [
    'From: a@customer.test',
    'To: huge@shop.test',
    'Subject: huge',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
  ]
  const words = [
    'Content-Type: text/plain; charset=gb2312',
    'Content-Transfer-Encoding: base64',
    '',
    'xOO6w6OstqmloaM=',
    '--b',
  ]
  const video = [
    'Content-Type: video/mp4; name="film.mp4"',
    'Content-Disposition: attachment; filename="film.mp4"',
    '',
    '',
  ]
  const line = `${'A'.repeat(998)}\r\n`
  const head = [...mime, ...words, ...video].join('\r\n')
  await servers.deliver({
    from: 'a@customer.test',
    to: 'huge@shop.test',
    raw: `${head}${line.repeat(43_000)}--b--\r\n`,
  })
  await servers.deliver({ from: 'a@customer.test', to: 'huge@shop.test', subject: 'small', text: 'x' })
  const huge = await shop.message('huge')
  await shop.message('small')
  await shop.end()
  expect(huge.text.startsWith('你好，')).toBe(true)
  expect(huge.attachments).toMatchObject([{ name: 'film.mp4', mime: 'video/mp4', content: null, missing: 'too-big' }])
  expect(huge.attachments[0]?.bytes).toBeGreaterThan(40 * 1024 * 1024)
  expect(huge.raw.length).toBeLessThan(10_000)
})

test('two different mails with the same Message-ID are both kept', async () => {
  const shop = createShop('twins')
  shop.start()
  await shop.live()
  const mail = { from: 'a@customer.test', to: 'twins@shop.test', messageId: '<broken@customer.test>' }
  await servers.deliver({ ...mail, subject: 'first', text: 'one' })
  await servers.deliver({ ...mail, subject: 'second', text: 'two' })
  await shop.message('first')
  await shop.message('second')
  await shop.end()
})

test('when the server numbers its mail anew, nothing is taken twice and nothing is missed', async () => {
  const shop = createShop('renumbered')
  shop.start()
  await shop.live()
  await servers.deliver({ from: 'a@customer.test', to: 'renumbered@shop.test', subject: 'before', text: 'x' })
  await shop.message('before')
  await shop.end()
  await servers.deliver({ from: 'a@customer.test', to: 'renumbered@shop.test', subject: 'between', text: 'x' })
  await servers.waitForMail('renumbered', mail => mail.subject === 'between')
  await servers.stopImap()
  servers.renumber('renumbered')
  await servers.startImap()
  const validity = JSON.parse(shop.cursor ?? '').uidValidity
  shop.start()
  await shop.message('between')
  await shop.end()
  expect(JSON.parse(shop.cursor ?? '').uidValidity).not.toBe(validity)
  expect(shop.received.map(({ subject }) => subject)).toEqual(['before', 'between'])
})

test('an answer lands in the customer’s mailbox in the thread and carries the signs of a machine only when it is one', async () => {
  const replyContext = {
    messageId: '<q2@customer.test>',
    references: ['<q1@customer.test>', '<q2@customer.test>'],
    replyTo: { address: 'sendto@customer.test', name: 'Alice' },
    subject: 'Où est ma commande?',
  }
  const message = outgoing('elsewhere@customer.test', {
    replyContext,
    automatic: true,
    text: 'Bonjour Alice,\n\n它明天发货。\n.\nÀ bientôt',
    attachments: [{ name: 'facture é.pdf', mime: 'application/pdf', content: Buffer.from('%PDF-1.4 test') }],
  })
  const started = performance.now()
  const result = await send('seller', message)
  const ms = performance.now() - started
  expect(result).toEqual({ remoteId: `<${message.outboxId}@shop.test>`, ownRefs: [`<${message.outboxId}@shop.test>`] })
  expect(message.begun).toBe(1)
  expect(ms).toBeLessThan(1000)
  const mail = await servers.waitForMail('sendto')
  expect(mail.subject).toBe('Re: Où est ma commande?')
  expect(mail.from).toMatchObject({ address: 'seller@shop.test', name: 'Tea Shop' })
  expect(mail.text?.trimEnd()).toBe('Bonjour Alice,\n\n它明天发货。\n.\nÀ bientôt')
  expect(mail.inReplyTo).toBe('<q2@customer.test>')
  expect(mail.references).toBe('<q1@customer.test> <q2@customer.test>')
  expect(mail.header('auto-submitted')).toBe('auto-replied')
  expect(mail.header('x-auto-response-suppress')).toBe('All')
  expect(mail.attachments[0]).toMatchObject({ filename: 'facture é.pdf', mimeType: 'application/pdf' })

  await send('seller', outgoing('byhand@customer.test'))
  const byHand = await servers.waitForMail('byhand')
  expect(byHand.subject).toBe('Your order')
  expect(byHand.header('auto-submitted')).toBeUndefined()
  expect(byHand.header('in-reply-to')).toBeUndefined()
})

test('line breaks in names and subjects start no header', async () => {
  const message = outgoing('inject@customer.test', { subject: 'Hi\r\nBcc: spy@customer.test\r\n\r\nbody' })
  await send(
    'seller',
    { ...message, to: { address: 'inject@customer.test', name: 'A\r\nBcc: spy@customer.test' } },
    { displayName: 'S\nBcc: spy@customer.test' },
  )
  const mail = await servers.waitForMail('inject')
  expect(mail.header('bcc')).toBeUndefined()
  expect(mail.subject).toBe('Hi Bcc: spy@customer.test body')
  expect(await servers.mailbox('spy')).toEqual([])
})

test('a refused, a postponed and an unwanted mail are told apart', async () => {
  const refused = outgoing('bounce@customer.test')
  expect(await faultOf(send('seller', refused))).toMatchObject({ code: 'no-such-contact', maybeDelivered: false })
  expect(refused.begun).toBe(0)
  const postponed = outgoing('greylist@customer.test')
  const fault = await faultOf(send('seller', postponed))
  expect(fault).toMatchObject({ code: 'transient', maybeDelivered: false })
  expect(fault.retryAfterMs).toBeGreaterThan(10_000)
  expect(postponed.begun).toBe(0)
  const unwanted = outgoing('a@customer.test', { subject: 'refuse-this-content' })
  expect(await faultOf(send('seller', unwanted))).toMatchObject({ code: 'rejected', maybeDelivered: false })
  expect(unwanted.begun).toBe(1)
})

test('the sent copy is filed once and settles an uncertain send', async () => {
  const message = outgoing('copy@customer.test')
  const context = contextFor('filer')
  expect(await email.reconcile(context, message, never)).toBe('cannot-tell')
  await send('filer', message)
  await email.keepCopy(context, message, never)
  await email.keepCopy(context, message, never)
  const copies = await servers.mailbox('filer', 'Sent')
  expect(copies.map(({ messageId }) => messageId)).toEqual([`<${message.outboxId}@shop.test>`])
  const arrived = await servers.waitForMail('copy')
  expect(arrived.date).toBe(copies[0]?.date)
  expect(await email.reconcile(context, message, never)).toBe('it-arrived')
})

test('a Sent folder that is missing is made', async () => {
  const message = outgoing('copy@customer.test')
  const context = contextFor('maker', { sentFolder: '我的回信' })
  expect((await email.check(context, never)).notes).toEqual(['no-sent-folder'])
  await email.keepCopy(context, message, never)
  expect(await email.reconcile(context, message, never)).toBe('it-arrived')
  expect((await email.check(context, never)).notes).toEqual(['sent-folder-found'])
})

test('where the provider files sent mail itself, a missing copy means it did not go, and none is filed', async () => {
  const pauses: number[] = []
  const context = {
    ...contextFor('provider', { savesSent: true }),
    clock: { ...realClock, sleep: async (ms: number) => void pauses.push(ms) },
  }
  const message = outgoing('lost@customer.test')
  expect(await email.reconcile(context, message, never)).toBe('it-did-not')
  expect(pauses).toEqual([30_000])
  await email.keepCopy(context, message, never)
  expect(await servers.mailbox('provider', 'Sent')).toEqual([])
})

test('the test button signs in on both sides and says where sent mail goes', async () => {
  expect(await email.check(contextFor('tester'), never)).toEqual({
    account: 'tester@shop.test',
    notes: ['sent-folder-found'],
  })
})

test('a wrong password, a wrong host and a wrong port are told in words', async () => {
  const failure = (more: ChannelSettings) => faultOf(email.check(contextFor('tester', more), never))
  expect((await failure({ password: 'wrong' })).code).toBe('wrong-credentials')
  expect((await failure({ imapHost: 'no-such-host.invalid' })).code).toBe('unreachable')
  expect((await failure({ imapPort: 1 })).code).toBe('unreachable')
  expect((await failure({ smtpPort: 1 })).code).toBe('unreachable')
  const shop = createShop('tester', { password: 'wrong' })
  shop.start()
  await shop.running
  expect(shop.fault?.code).toBe('wrong-credentials')
  expect(shop.fault?.message).not.toContain('wrong')
  expect(await faultOf(send('tester', outgoing('a@customer.test'), { password: 'wrong' }))).toMatchObject({
    code: 'wrong-credentials',
    maybeDelivered: false,
  })
})

test.each([
  [
    'tls',
    () => ({ imapPort: servers.imapsPort, imapSecurity: 'tls', smtpPort: servers.smtpsPort, smtpSecurity: 'tls' }),
  ],
  ['starttls', () => ({ imapSecurity: 'starttls', smtpSecurity: 'starttls' })],
])('a certificate nobody vouches for is refused over %s unless the owner allows it', async (_, ports) => {
  const fault = await faultOf(email.check(contextFor('secure', ports()), never))
  expect(fault.code).toBe('tls-untrusted')
  const sending = await faultOf(send('secure', outgoing('a@customer.test'), ports()))
  expect(sending).toMatchObject({ code: 'tls-untrusted', maybeDelivered: false })
  expect((await email.check(contextFor('secure', { ...ports(), allowSelfSigned: true }), never)).account).toBe(
    'secure@shop.test',
  )
})

test('encryption on a port that speaks none is a fault, not a hang', async () => {
  const fault = await faultOf(email.check(contextFor('secure', { imapSecurity: 'tls' }), never))
  expect(fault.code).toBe('tls-untrusted')
})

test('a server that goes away while waiting ends the run with a fault, and the next run catches up', async () => {
  const shop = createShop('outage')
  shop.start()
  await shop.live()
  await servers.stopImap()
  await until(() => shop.fault !== null)
  expect(shop.fault?.code).toBe('transient')
  shop.start()
  await until(() => shop.fault !== null)
  expect(shop.fault?.code).toBe('unreachable')
  await servers.startImap()
  await servers.deliver({ from: 'a@customer.test', to: 'outage@shop.test', subject: 'after', text: 'x' })
  shop.start()
  await shop.message('after')
  await shop.end()
})

test('stopping ends the run at once', async () => {
  const shop = createShop('stopper')
  shop.start()
  await shop.live()
  const started = performance.now()
  await shop.end()
  expect(performance.now() - started).toBeLessThan(1000)
  expect(shop.fault).toBeNull()
})
