import { expect, test } from 'vitest'
import { fileName, parseMail } from './mailParser.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const withBody = (headers: string, body: Uint8Array) =>
  Buffer.concat([latin(`From: a@b.test\r\nSubject: x\r\n${headers}\r\n\r\n`), body])

/** "Hello" and more in an encoding that Node cannot write itself. */
const encoded = {
  gb18030: Buffer.from('c4e3bac3a3acb6a9b5a5a1a3', 'hex'),
  'iso-2022-jp': Buffer.from('1b244224332473244b2441244f1b2842', 'hex'),
  'koi8-r': Buffer.from('f0d2c9d7c5d4', 'hex'),
  big5: Buffer.from('a741a66e', 'hex'),
  'windows-1252': Buffer.from('80 e9'.replace(' ', ''), 'hex'),
}

test.each([
  ['gb18030', '你好，订单。'],
  ['gb2312', '你好，订单。'],
  ['koi8-r', 'Привет'],
  ['big5', '你好'],
  ['windows-1252', '€é'],
] as const)('a body in %s is read right', async (charset, expected) => {
  const bytes = encoded[charset === 'gb2312' ? 'gb18030' : charset]
  const mail = await parseMail(
    withBody(`Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit`, bytes),
  )
  expect(mail.text.trim()).toBe(expected)
})

test('Japanese mail is read right with and without its label', async () => {
  const bytes = encoded['iso-2022-jp']
  const labelled = await parseMail(withBody('Content-Type: text/plain; charset=ISO-2022-JP', bytes))
  const unlabelled = await parseMail(withBody('Content-Type: text/plain; charset=us-ascii', bytes))
  expect(unlabelled.text).toBe(labelled.text)
  expect(labelled.text.trim()).toBe('こんにちは')
})

test('UTF-8 under a missing, unknown or wrong label is still UTF-8', async () => {
  for (const type of [
    'text/plain',
    'text/plain; charset=x-unknown',
    'text/plain; charset=iso-8859-1',
    'text/plain; charset=us-ascii',
  ]) {
    const mail = await parseMail(
      withBody(`Content-Type: ${type}\r\nContent-Transfer-Encoding: 8bit`, Buffer.from('Grüße, 你好 📦')),
    )
    expect([type, mail.text.trim()]).toEqual([type, 'Grüße, 你好 📦'])
  }
})

test('real Western European text is left alone', async () => {
  const mail = await parseMail(
    withBody('Content-Type: text/plain; charset=iso-8859-1', latin('Où est le café, señor?')),
  )
  expect(mail.text).toContain('Où est le café, señor?')
})

test('header bytes without a label are read by the charset of the body', async () => {
  const raw = Buffer.concat([
    latin('From: "'),
    encoded.gb18030,
    latin('" <a@b.test>\r\nSubject: '),
    encoded.gb18030,
    latin('\r\nContent-Type: text/plain; charset=gb2312\r\n\r\nx'),
  ])
  const mail = await parseMail(raw)
  expect(mail.subject).toBe('你好，订单。')
  expect(mail.from).toEqual({ address: 'a@b.test', name: '你好，订单。' })
})

test('an HTML mail becomes text without pictures, with links and tables readable', async () => {
  const html = `<html><head><style>p{color:red}</style><title>no</title></head><body>
    <p>Dear&nbsp;shop,</p><img src="https://spy.test/p.gif" alt="spy">
    <table><tr><th>Item</th><th>Price</th></tr><tr><td>Cup</td><td>9 €</td></tr></table>
    <p><a href="https://a.test">https://a.test</a> or <a href="https://b.test/x">here</a></p>
    <blockquote>Earlier words</blockquote></body></html>`
  const { text } = await parseMail(withBody('Content-Type: text/html; charset=utf-8', Buffer.from(html)))
  expect(text).toContain('Dear shop,')
  expect(text).not.toMatch(/spy|color|no$/m)
  expect(text).toMatch(/Item \| Price\n+Cup \| 9 €/)
  expect(text).toMatch(/https:\/\/a\.test\s+or here \(https:\/\/b\.test\/x\)/)
  expect(text).toMatch(/^> Earlier words$/m)
})

test('the text part is preferred, and attachments keep name, bytes and place', async () => {
  const raw = latin(
    [
      'From: a@b.test',
      'Content-Type: multipart/mixed; boundary=m',
      '',
      '--m',
      'Content-Type: multipart/alternative; boundary=n',
      '',
      '--n',
      'Content-Type: text/plain',
      '',
      'plain',
      '--n',
      'Content-Type: text/html',
      '',
      '<b>html</b><img src="cid:p@x">',
      '--n--',
      '--m',
      'Content-Type: image/png; name="=?utf-8?B?5Zu+LnBuZw==?="',
      'Content-Disposition: inline',
      'Content-ID: <p@x>',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw==',
      '--m--',
      '',
    ].join('\r\n'),
  )
  const mail = await parseMail(raw)
  expect(mail.text.trim()).toBe('plain')
  expect(mail.html).toContain('<b>html</b>')
  expect(mail.attachments).toMatchObject([
    { name: '图.png', mime: 'image/png', contentId: 'p@x', inline: true, bytes: 4, missing: null },
  ])
})

test('what is no mail at all is still a message', async () => {
  for (const raw of [
    Buffer.alloc(0),
    Buffer.from('hello'),
    Buffer.from([0, 255, 254, 10, 10, 13]),
    latin('From: broken\r\n\r\nx'),
  ]) {
    const mail = await parseMail(raw)
    expect(typeof mail.text).toBe('string')
  }
  // Deeper than the parser goes.
  const deep = Array.from(
    { length: 300 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  ).join('')
  const mail = await parseMail(
    latin(`From: Alice <a@b.test>\r\nSubject: =?utf-8?Q?d=C3=A9ep?=\r\n${deep}Content-Type: text/plain\r\n\r\nwords`),
  )
  expect(mail).toMatchObject({ subject: 'déep', from: { address: 'a@b.test', name: 'Alice' } })
  expect(mail.text).toContain('words')
})

test('a file name keeps no folders and hides no ending', () => {
  expect(fileName('../../etc/passwd', 'text/plain', 0)).toBe('passwd')
  expect(fileName('C:\\x\\invoice.pdf', 'application/pdf', 0)).toBe('invoice.pdf')
  expect(fileName('photo\u202egpj.exe', 'image/jpeg', 0)).toBe('photogpj.exe')
  expect(fileName('..', 'image/png', 2)).toBe('attachment-3.png')
  expect(fileName(null, 'message/rfc822', 0)).toBe('attachment-1.eml')
})
