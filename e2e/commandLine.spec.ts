import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { command, removeFolder, startApp, temporaryFolder } from './app.ts'
import { connectTo } from './client.ts'

let folder: string
test.beforeEach(() => {
  folder = temporaryFolder()
})
test.afterEach(() => removeFolder(folder))

const faq = `id,question,answer,wordings,language,tags
open,When are you open?,"We are open Monday to Saturday, 9:00 to 18:00.",opening hours|what time do you open,en,hours
ship,How long does shipping take?,Shipping takes 3 to 5 working days.,delivery time|when will my parcel arrive,en,shipping
return,Can I return something?,You can return anything within 30 days. Keep the receipt.,send it back|refund,en,returns
kai,你们几点开门？,我们周一到周六9:00至18:00营业。,营业时间|什么时候开门,zh,hours
`

test('imports knowledge, names the bad rows, and updates by id', async () => {
  const data = join(folder, 'data')
  const file = join(folder, 'faq.csv')
  writeFileSync(file, `${faq}bad,,An answer to nothing,,en,\n`)
  const first = await command(['import', 'knowledge', file, '--data-dir', data])
  expect(first.stdout).toContain('4 new')
  expect(first.stdout).toContain('line 6: no-question')
  expect(first.code).toBe(0)
  writeFileSync(file, faq.replace('30 days', '60 days'))
  const again = await command(['import', 'knowledge', file, '--data-dir', data, '--json'])
  expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, updated: 1, unchanged: 3 })
})

test('simulate gives one line for each input, in order, the same every time', async () => {
  const data = join(folder, 'data')
  writeFileSync(join(folder, 'faq.csv'), faq)
  await command(['import', 'knowledge', join(folder, 'faq.csv'), '--data-dir', data])
  const questions = [
    { id: 'a', text: 'what time do you open on friday?' },
    { id: 'b', text: '你们什么时候开门？' },
    { id: 'c', text: 'Do you sell helicopters with a loan?' },
    { id: 'd', text: 'I want to talk to a person' },
    { id: 'e', text: 'Can I send it back?', history: [{ author: 'contact', text: 'hello' }], from: 'Mia <mia@x.test>' },
  ]
  const input = join(folder, 'in.jsonl')
  writeFileSync(input, questions.map(question => `${JSON.stringify(question)}\n`).join(''))
  const out = join(folder, 'out.jsonl')
  const result = await command(['simulate', input, '--out', out, '--data-dir', data])
  expect(result.stderr).toBe('')
  expect(result.code).toBe(0)
  const first = readFileSync(out, 'utf8')
  const lines = first
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(lines[0]).toMatchObject({ action: 'reply', grounded: true, language: 'en', citations: [{ entry: 'open' }] })
  expect(lines[1]).toMatchObject({ action: 'reply', language: 'zh', citations: [{ entry: 'kai' }] })
  expect(lines[2]).toMatchObject({ action: 'handoff', reply: null, citations: [] })
  expect(lines[3]).toMatchObject({ action: 'handoff', handoffReason: 'asked-for-person' })
  await command(['simulate', input, '--out', out, '--data-dir', data])
  expect(readFileSync(out, 'utf8')).toBe(first)
})

test('a line that is not JSON is named and nothing is written', async () => {
  const input = join(folder, 'in.jsonl')
  writeFileSync(input, '{"id":"1","text":"hi"}\nnot json\n')
  const result = await command(['simulate', input, '--out', join(folder, 'out'), '--data-dir', join(folder, 'd')])
  expect(result.stderr).toContain('Line 2')
  expect(result.code).toBe(1)
  expect(existsSync(join(folder, 'out'))).toBe(false)
})

test('wrong usage ends with 2 and one plain sentence', async () => {
  for (const args of [
    ['dance'],
    ['serve', '--prot', '1'],
    ['simulate'],
    ['export', 'conversation', 'x', '--format', 'exe', '--out', 'y'],
  ]) {
    const result = await command(args)
    expect(result.code, args.join(' ')).toBe(2)
    expect(result.stderr.length).toBeGreaterThan(10)
  }
})

test('a busy port is refused and no data folder is made', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const data = join(folder, 'data')
  const result = await command(['serve', '--no-open', '--port', String(port), '--data-dir', data])
  server.close()
  expect(result.stderr).toBe(
    `Port ${port} is used by another program. Choose another one with --port, or leave --port out.\n`,
  )
  expect(result.code).toBe(1)
  expect(existsSync(data)).toBe(false)
})

test('a folder that cannot be written is refused in one sentence', async () => {
  const locked = join(folder, 'locked')
  mkdirSync(locked)
  writeFileSync(join(locked, 'file'), '')
  chmodSync(locked, 0o500)
  // A file in the way refuses root as well.
  const result = await command(['serve', '--no-open', '--data-dir', join(locked, 'file', 'data')])
  expect(result.stderr).toMatch(/^Keepdesk cannot write to .+\n$/)
  expect(result.code).toBe(1)
  chmodSync(locked, 0o700)
})

test('a second start on the same data folder refuses, writes nothing, and shows the way into the first', async ({
  page,
}) => {
  const app = await startApp(folder)
  try {
    const second = await command(['serve', '--no-open', '--data-dir', folder])
    expect(second.code).toBe(1)
    const link = /Open it here: (\S+)/.exec(second.stderr)?.[1] ?? ''
    await page.goto(link)
    await expect(page.getByRole('navigation')).toBeVisible()
  } finally {
    await app.stop()
  }
})

test('a damaged or foreign database and a missing key are refused untouched', async () => {
  const app = await startApp(folder)
  await app.stop()
  const key = readFileSync(join(folder, 'keepdesk.key'))
  writeFileSync(join(folder, 'keepdesk.key'), '{"kind":"file","key":"' + '0'.repeat(64) + '"}')
  const before = readFileSync(join(folder, 'keepdesk.db'))
  const result = await command(['serve', '--no-open', '--data-dir', folder])
  expect(result.code).toBe(1)
  expect(result.stderr.trim().split('\n')).toHaveLength(1)
  expect(readFileSync(join(folder, 'keepdesk.db')).equals(before)).toBe(true)
  writeFileSync(join(folder, 'keepdesk.key'), key)
  const again = await startApp(folder)
  await again.stop()
})

test('exporting from a folder without a shop is refused and makes none', async () => {
  const data = join(folder, 'typo')
  const args = [
    'export',
    'conversation',
    'x',
    '--format',
    'html',
    '--out',
    join(folder, 'out.html'),
    '--data-dir',
    data,
  ]
  const result = await command(args)
  expect(result.stderr).toContain('There is no Keepdesk data')
  expect(result.code).toBe(1)
  expect(existsSync(data)).toBe(false)
})

test('a conversation is exported as a page and as JSON', async () => {
  const app = await startApp(folder, ['--demo'])
  const { client, close } = await connectTo(app.url)
  await expect
    .poll(async () => (await client.conversation.list({ view: 'all', limit: 5 })).items.length, { timeout: 30_000 })
    .toBeGreaterThan(0)
  const [conversation] = (await client.conversation.list({ view: 'all', limit: 5 })).items
  close()
  await app.stop()
  const id = conversation?.id ?? ''
  for (const format of ['html', 'json']) {
    const out = join(folder, `conversation.${format}`)
    const result = await command(['export', 'conversation', id, '--format', format, '--out', out, '--data-dir', folder])
    expect(result.code, result.stderr).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain(conversation?.contactName)
  }
  const unknown = await command([
    'export',
    'conversation',
    'nobody',
    '--format',
    'html',
    '--out',
    join(folder, 'x'),
    '--data-dir',
    folder,
  ])
  expect(unknown.stderr).toContain('There is no conversation nobody')
  expect(unknown.code).toBe(1)
})

test('the demo does not open in a real shop', async () => {
  const app = await startApp(folder)
  await app.stop()
  const result = await command(['serve', '--no-open', '--demo', '--data-dir', folder])
  expect(result.stderr).toContain('holds a real shop')
  expect(result.code).toBe(1)
})
