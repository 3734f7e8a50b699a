import { expect, test } from 'vitest'
import { toIncoming } from './incomingMail.ts'

const shop = { uidValidity: '7', ownAddress: 'shop@shop.test' }

function mail(headers: Record<string, string>, body: string, trace = '') {
  const lines = Object.entries({ From: 'Alice <alice@customer.test>', 'Message-ID': '<m@customer.test>', ...headers })
  return Buffer.from(`${trace}${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`)
}

const fetched = (raw: Buffer, uid = 1) => ({ uid, raw, arrivedAt: new Date('2026-03-02T10:00:00Z'), leftOut: [] })
const html = { 'Content-Type': 'text/html; charset=utf-8' }

async function read(raw: Buffer, uid = 1) {
  const message = await toIncoming(fetched(raw, uid), shop)
  if (!message) throw new Error('It was passed over')
  return message
}

test('the history in a Gmail answer that is only HTML is folded away', async () => {
  const body = `<div dir="ltr">Yes, <b>two</b> please.</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, Mar 2, 2026 at 10:00 AM
    Tea Shop &lt;<a href="mailto:shop@shop.test">shop@shop.test</a>&gt; wrote:<br></div><blockquote class="gmail_quote"><div>How many?</div></blockquote></div>`
  const { text, quoted } = await read(mail(html, body))
  expect(text).toBe('Yes, two please.')
  expect(quoted).toContain('> How many?')
})

test('the history in an Outlook answer that is only HTML is folded away', async () => {
  const body = `<p>Yes please.</p><div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg"><b>From:</b> Tea Shop &lt;shop@shop.test&gt;<br>
    <b>Sent:</b> Monday, March 2, 2026 10:00 AM<br><b>To:</b> Alice<br><b>Subject:</b> Order</div><div>How many?</div>`
  expect(await read(mail(html, body))).toMatchObject({ text: 'Yes please.' })
})

test('one mail under two UIDs and with another trace is recognised, another mail with its Message-ID is not', async () => {
  const first = await read(mail({ Date: 'Mon, 2 Mar 2026 10:00:00 +0000' }, 'words'), 1)
  const copy = await read(mail({ Date: 'Mon, 2 Mar 2026 10:00:00 +0000' }, 'words', 'Received: by another\r\n'), 9)
  const other = await read(mail({ Date: 'Mon, 2 Mar 2026 10:00:00 +0000' }, 'other words'), 2)
  expect(copy.dedupeKeys[0]).toBe(first.dedupeKeys[0])
  expect(copy.dedupeKeys[1]).not.toBe(first.dedupeKeys[1])
  expect(other.dedupeKeys[0]).not.toBe(first.dedupeKeys[0])
})

test('an answer goes to Reply-To, but never to the shop itself', async () => {
  const replyTo = async (address: string) => (await read(mail({ 'Reply-To': address }, 'x'))).replyContext
  expect(await replyTo('Home <home@customer.test>')).toMatchObject({
    replyTo: { address: 'home@customer.test', name: 'Home' },
  })
  expect(await replyTo('shop@shop.test')).toMatchObject({ replyTo: { address: 'alice@customer.test' } })
})

test('whoever gets the answer is the contact, so that nobody is answered under another one’s address', async () => {
  const { from } = await read(mail({ 'Reply-To': 'Home <home@customer.test>' }, 'x'))
  expect(from.address).toBe('home@customer.test')
})

test('a mail without a sender is kept, and no machine answers it', async () => {
  const message = await read(Buffer.from('Subject: lost\r\n\r\nwords'))
  expect(message).toMatchObject({ subject: 'lost', text: 'words', automated: 'bot', remoteId: 'uid:7:1', ownRefs: [] })
})

test('a sender’s clock that runs ahead does not put the mail into the future', async () => {
  expect((await read(mail({ Date: 'Mon, 2 Mar 2099 10:00:00 +0000' }, 'x'))).sentAt.toISOString()).toBe(
    '2026-03-02T10:00:00.000Z',
  )
  expect((await read(mail({ Date: 'Mon, 2 Mar 2026 09:00:00 +0100 (CET)' }, 'x'))).sentAt.toISOString()).toBe(
    '2026-03-02T08:00:00.000Z',
  )
})

test('Keepdesk’s own mail that comes back is passed over, even when it names another Reply-To', async () => {
  const own = { From: 'Shop@Shop.Test', 'Reply-To': 'x@customer.test', 'X-Keepdesk-Id': '1' }
  expect(await toIncoming(fetched(mail(own, 'x')), shop)).toBeNull()
  expect(await toIncoming(fetched(mail({ 'X-Keepdesk-Id': '1' }, 'x')), shop)).not.toBeNull()
})
