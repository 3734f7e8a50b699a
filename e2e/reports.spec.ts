import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Download, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { command, removeFolder, root, startApp, temporaryFolder, type RunningApp } from './app.ts'
import { connectTo, type Client } from './client.ts'
import { linkInto } from './link.ts'
import { desk } from './pages/desk.ts'
import { goTo, show, type Stage } from './pages/screen.ts'

/** The made-up life of this shop ends in November 2026. */
const period = { from: '2026-03-01', to: '2026-09-30' }
const days = ['--from', period.from, '--to', period.to]

let folder: string
let app: RunningApp
let client: Client
let hangUp: () => void

test.beforeAll(async () => {
  folder = temporaryFolder()
  const seeding = spawnSync(
    process.execPath,
    [join(root, 'scripts/report/seedFolder.ts'), join(folder, 'shop'), '--conversations', '600'],
    { cwd: root, encoding: 'utf8' },
  )
  if (seeding.status !== 0) throw new Error(seeding.stderr)
  app = await startApp(join(folder, 'shop'))
  const connected = await connectTo(await linkInto(join(folder, 'shop')))
  client = connected.client
  hangUp = connected.close
})
test.afterAll(async () => {
  hangUp()
  await app.stop()
  removeFolder(folder)
})

async function openReports(page: Page): Promise<Stage> {
  await page.goto(await linkInto(join(folder, 'shop')))
  const stage = { page, client, app, shop: desk(page), close: async () => undefined }
  await show(stage, { language: 'en', theme: 'light' })
  await goTo(stage, 'reports')
  await choosePeriod(page)
  return stage
}

async function choosePeriod(page: Page) {
  await page.getByRole('combobox', { name: 'Period' }).click()
  await page.getByRole('option', { name: 'Own dates' }).click()
  await page.getByLabel('From', { exact: true }).fill(period.from)
  await page.getByLabel('To', { exact: true }).fill(period.to)
  await expect(page.getByText('Mar 1, 2026 – Sep 30, 2026').first()).toBeVisible()
}

const card = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

async function save(page: Page, format: string): Promise<Download> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: format }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save file' }).click(),
  ])
  return download
}

test('the owner reads how it went, in both languages, and the numbers are those of the report', async ({ page }) => {
  const stage = await openReports(page)
  const report = await client.report.period({ period, compare: true })
  const number = new Intl.NumberFormat('en')
  await expect(page.locator('dl').first()).toContainText(`Conversations${number.format(report.totals.conversations)}`)
  await expect(page.getByText(/^Compared with|· Compared with/).first()).toBeVisible()

  const outcomes = card(page, 'What became of what the assistant answered alone')
  await expect(outcomes.getByRole('row', { name: /^Assumed Nothing came for three days/ })).toContainText(
    number.format(report.totals.outcomes.assumed),
  )

  const overTime = card(page, 'Conversations over time')
  await expect(overTime.getByRole('img')).toBeVisible()
  await overTime.getByRole('button', { name: 'Show as table' }).click()
  await expect(overTime.getByRole('row', { name: `Total ${number.format(report.totals.conversations)}` })).toBeVisible()

  const topics = card(page, 'Topics')
  await expect(topics).toContainText('Warranty')
  await expect(card(page, 'Busiest hours').getByRole('img')).toBeVisible()
  await expect(card(page, 'What it brought')).toContainText('replies of the assistant')

  await show(stage, { language: 'zh-CN', theme: 'dark' })
  await expect(page.getByRole('heading', { name: '报告', level: 1 })).toBeVisible()
  await expect(page.getByText('2026年3月1日 – 2026年9月30日').first()).toBeVisible()
  await expect(card(page, '助手独立答复的结果')).toContainText('最后一次答复后三天没有再来信')
  await expect(card(page, '主题')).toContainText('保修')

  await show(stage, { language: 'en', theme: 'light' })
  await page.getByRole('switch', { name: 'Compare with the period before' }).click()
  await expect(page.getByText('Compared with')).toHaveCount(0)
})

test('a question without an answer becomes an entry with one click, and leads to where it was asked', async ({
  page,
}) => {
  const stage = await openReports(page)
  const questions = card(page, 'Questions without an answer')
  const first = questions.getByRole('listitem').first()
  const question = (await first.locator('p').first().textContent()) ?? ''
  await first
    .getByRole('link', { name: /^Open example/ })
    .first()
    .click()
  await expect(page).toHaveURL(/#\/inbox\/.+\/.+/)
  await goTo(stage, 'reports')
  await questions.getByRole('button', { name: `Write an answer to: ${question}` }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Question')).toHaveValue(question)
  await dialog.getByLabel('Answer', { exact: false }).first().fill('No, we are sorry.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const { items } = await client.knowledge.entries({ offset: 0, limit: 10, text: '' })
  // Wide marks are kept as narrow ones.
  expect(items.map(entry => entry.question)).toContain(question.normalize('NFKC'))
})

test('the report and a conversation are saved in each format, with and without names', async ({ page }) => {
  test.setTimeout(120_000)
  const stage = await openReports(page)
  const totals = (await client.report.period({ period, compare: false })).totals
  const files = new Map<string, string>()
  for (const format of ['Web page', 'Table (CSV)', 'JSON', 'PDF']) {
    await page.getByRole('button', { name: 'Export' }).click()
    const download = await save(page, format)
    files.set(download.suggestedFilename(), readFileSync(await download.path(), 'latin1'))
  }
  expect([...files.keys()]).toEqual([
    'report-2026-03-01-2026-09-30.html',
    'conversations-2026-03-01-2026-09-30.csv',
    'report-2026-03-01-2026-09-30.json',
    'report-2026-03-01-2026-09-30.pdf',
  ])
  const [html = '', csv = '', json = '', pdf = ''] = files.values()
  expect(html).not.toMatch(/<script|https?:\/\//)
  expect(parse(Buffer.from(csv, 'latin1'), { bom: true })).toHaveLength(totals.conversations + 1)
  expect(JSON.parse(Buffer.from(json, 'latin1').toString())).toMatchObject({ format: 'keepdesk.report', version: 1 })
  expect(pdf.slice(0, 5)).toBe('%PDF-')

  const [conversation] = (await client.conversation.list({ view: 'all', limit: 1 })).items
  if (!conversation) throw new Error('no conversation')
  await goTo(stage, `inbox/${conversation.id}`)
  await page.getByRole('button', { name: /^More/ }).last().click()
  await page.getByRole('menuitem', { name: /Save as/ }).click()
  await page.getByRole('switch', { name: 'With names and addresses' }).click()
  const download = await save(page, 'Table (CSV)')
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toContain('Contact ')
  expect(text).not.toContain(conversation.address)
})

test('a computer without a browser offers the print dialog with the same page', async ({ page }) => {
  const data = join(folder, 'printless')
  const other = await startApp(data, [], { KEEPDESK_BROWSER: '/nowhere/browser' })
  try {
    await page.addInitScript({ content: "window.print = () => document.body.setAttribute('data-printed', 'yes')" })
    await page.goto(other.url)
    await page.locator('main').first().waitFor()
    await page.evaluate("location.hash = '#/reports'")
    await page.getByRole('button', { name: 'Export' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'PDF' }).click()
    await dialog.getByRole('button', { name: 'Save file' }).click()
    await expect(dialog.getByText('No program on this computer makes PDF files')).toBeVisible({ timeout: 20_000 })
    await dialog.getByRole('button', { name: 'Print…' }).click()
    const printed = page.frameLocator('iframe[title="Export this report"]')
    await expect(printed.locator('body[data-printed]')).toHaveCount(1)
    await expect(printed.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(printed.locator('h1')).toHaveCSS('line-height', /px/)
  } finally {
    await other.stop()
  }
})

test('the weekly report goes into the chosen folder, and a wrong one is named', async ({ page }) => {
  await openReports(page)
  const weekly = card(page, 'Every week by itself')
  await weekly.getByRole('switch', { name: 'Write a weekly report' }).click()
  await weekly.getByLabel('Folder').fill(join(folder, 'gone'))
  await weekly.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(weekly.getByText('There is no such folder')).toBeVisible()
  const reports = join(folder, 'reports')
  mkdirSync(reports)
  await weekly.getByLabel('Folder').fill(reports)
  await weekly.getByRole('switch', { name: 'Table (CSV)' }).click()
  await weekly.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(weekly.getByText(/^Next:/)).toBeVisible()
  await weekly.getByRole('button', { name: 'Write last week’s now' }).click()
  await expect(weekly.getByText(/^Last written/)).toBeVisible()
  expect(
    readdirSync(reports)
      .map(name => name.replace(/-\d{4}.*\./, '.'))
      .toSorted(),
  ).toEqual(['conversations.csv', 'messages.csv', 'report.html'])
})

test('the command line writes the same files, and says in words what it cannot', async () => {
  test.setTimeout(240_000)
  const data = join(folder, 'cli')
  spawnSync(process.execPath, [join(root, 'scripts/report/seedFolder.ts'), data, '--conversations', '80'], {
    cwd: root,
  })
  const run = (...args: string[]) => command([...args, '--data-dir', data])
  const out = (name: string) => join(folder, name)
  for (const format of ['json', 'pdf']) {
    const done = await run('report', ...days, '--format', format, '--out', out(`r.${format}`), '--json')
    expect(done.code, done.stderr).toBe(0)
    expect(JSON.parse(done.stdout)).toMatchObject({ format, out: out(`r.${format}`) })
  }
  const rows = await run(
    'report',
    ...days,
    '--format',
    'csv',
    '--rows',
    'messages',
    '--language',
    'zh',
    '--out',
    out('m.csv'),
  )
  expect(rows.stdout).toMatch(/^Written: .+ bytes\)\n$/)
  const [head, ...cells]: string[][] = parse(readFileSync(out('m.csv')), { bom: true })
  expect(head?.slice(0, 3)).toEqual(['消息编号', '对话编号', '时间'])
  const id = cells[0]?.[1] ?? ''
  const { totals } = JSON.parse(readFileSync(out('r.json'), 'utf8'))
  expect(cells).toHaveLength(totals.messagesReceived + totals.messagesByAssistant + totals.messagesByOwner)
  const one = await run('export', 'conversation', id, '--format', 'pdf', '--no-personal-data', '--out', out('c.pdf'))
  expect(one.code, one.stderr).toBe(0)
  expect(readFileSync(out('c.pdf')).subarray(0, 5).toString()).toBe('%PDF-')

  for (const [args, code, words] of [
    [
      ['report', '--from', '2026-05-01', '--to', '2026-04-01', '--format', 'html', '--out', out('x')],
      2,
      'the first not after',
    ],
    [['report', ...days, '--format', 'exe', '--out', out('x')], 2, 'html, pdf, json or csv'],
    [['report', ...days, '--format', 'html', '--rows', 'messages', '--out', out('x')], 2, '--rows belongs to'],
    [['report', ...days, '--format', 'html', '--out', join(folder, 'gone', 'x')], 1, 'its folder is not there'],
    [['export', 'conversation', 'nobody', '--format', 'csv', '--out', out('x')], 1, 'There is no conversation nobody'],
  ] as const) {
    const refused = await run(...args)
    expect([refused.code, refused.stderr], args.join(' ')).toEqual([code, expect.stringContaining(words)])
  }
  expect(existsSync(out('x'))).toBe(false)
  const without = await command(['report', ...days, '--format', 'pdf', '--out', out('x'), '--data-dir', data], {
    KEEPDESK_BROWSER: '/nowhere/browser',
  })
  expect([without.code, without.stderr]).toEqual([1, expect.stringContaining('Install one of them')])
  expect(readdirSync(folder).filter(name => name.includes('.part'))).toEqual([])
})
