import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, type Page } from '@playwright/test'
import { command, removeFolder, root, startApp, temporaryFolder, type RunningApp } from './app.ts'
import { connectTo, type Client, type Connection } from './client.ts'
import { linkInto } from './link.ts'
import { desk, type Desk } from './pages/desk.ts'
import { brokenPdf, endlessPdf, goodPdf, lockedPdf } from './servers/pdf.ts'

let folder: string
let app: RunningApp | null = null

test.beforeEach(() => {
  folder = temporaryFolder()
})
test.afterEach(async () => {
  await app?.stop()
  app = null
  removeFolder(folder)
})

async function openShop(page: Page): Promise<Desk> {
  app = await startApp(folder)
  const shop = desk(page)
  await shop.open(app.url)
  return shop
}

test('a data folder of a newer version is refused in one sentence and not a byte of it changes', async () => {
  const data = join(folder, 'data')
  const first = await startApp(data)
  await first.stop()
  await promisify(execFile)(process.execPath, [join(root, 'scripts/faults/newerVersion.ts'), data], { cwd: root })
  const before = fingerprint(data)
  const { code, stderr } = await command(['serve', '--no-open', '--data-dir', data])
  expect(stderr).toBe('The data in this folder was made by a newer version of Keepdesk.\n')
  expect(code).toBe(1)
  expect(fingerprint(data)).toEqual(before)
})

/** What stands in the data folder, leaving out who holds it. */
function fingerprint(data: string): Record<string, string> {
  const names = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.(lock|pid|log)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(names.map(name => [name, createHash('sha256').update(readFileSync(name)).digest('hex')]))
}

test('broken, locked and empty PDFs are named in the preview; the good one beside them is taken', async ({ page }) => {
  const shop = await openShop(page)
  await shop.go('Knowledge')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      pdfFile('good.pdf', goodPdf(['How do I pay?', 'By card or by invoice within ten days.'])),
      pdfFile('broken.pdf', brokenPdf()),
      pdfFile('locked.pdf', lockedPdf()),
      pdfFile('scan.pdf', goodPdf([])),
    ])
  await expect(page.getByRole('heading', { name: 'good.pdf' })).toBeVisible({ timeout: 60_000 })
  await expect(about(page, 'good.pdf')).toContainText('1 new')
  await expect(about(page, 'broken.pdf')).toContainText('This file cannot be read')
  await expect(about(page, 'broken.pdf')).toContainText('Nothing can be taken from this file')
  await expect(about(page, 'locked.pdf')).toContainText('This file is protected by a password')
  await expect(about(page, 'scan.pdf')).toContainText('There is no text in this file')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Import finished')).toBeVisible()
  await expect(shop.main.getByText('1 entry').first()).toBeVisible()
})

const pdfFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })
const about = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) })

test('a PDF at which the reader hangs is given up after a minute, and the inbox answers all the while', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const shop = await openShop(page)
  await shop.go('Knowledge')
  await page.locator('input[type=file]').first().setInputFiles(pdfFile('endless.pdf', endlessPdf()))
  await expect(page.getByText('Reading 1 file…')).toBeVisible()
  const connection = await connectTo(await linkInto(folder))
  const slowest = await slowestCallUntil(
    connection,
    page.getByRole('heading', { name: 'endless.pdf' }).waitFor(minutes),
  )
  expect(slowest).toBeLessThan(1000)
  await expect(about(page, 'endless.pdf')).toContainText('This file cannot be read')
  // The next file gets a reader of its own.
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(pdfFile('good.pdf', goodPdf(['How?', 'Like this.'])))
  await expect(about(page, 'good.pdf')).toContainText('1 new')
})
const minutes = { timeout: 150_000 }

/** Keeps asking as a screen does and returns the longest that an answer took. */
async function slowestCallUntil({ client, close }: Connection, done: Promise<unknown>): Promise<number> {
  let isDone = false
  const end = done.finally(() => (isDone = true))
  let slowest = 0
  const ask: ((client: Client) => Promise<unknown>)[] = [
    ({ conversation }) => conversation.list({ view: 'all' }),
    ({ conversation }) => conversation.counts(),
    ({ settings }) => settings.get(),
  ]
  for (let turn = 0; !isDone; turn += 1) {
    const started = performance.now()
    await ask[turn % ask.length]?.(client)
    slowest = Math.max(slowest, performance.now() - started)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  close()
  await end
  return slowest
}

test('50,000 rows with bad ones among them are imported while the inbox goes on answering', async ({ page }) => {
  test.setTimeout(300_000)
  const shop = await openShop(page)
  const rows = ['id,question,answer,language']
  for (let row = 1; row <= 50_000; row += 1) rows.push(tableRow(row))
  const connection = await connectTo(await linkInto(folder))
  const importing = async () => {
    const preview = await shop.previewFile('big.csv', rows.join('\n'))
    await expect(about(page, 'big.csv')).toContainText('49,497 new')
    await expect(about(page, 'big.csv')).toContainText('503 rows will be left out')
    await about(page, 'big.csv').locator('summary').click()
    // Line 1 names the columns.
    await expect(about(page, 'big.csv').getByRole('listitem').filter({ hasText: 'Line 101' })).toContainText(
      'The answer is missing',
    )
    await expect(about(page, 'big.csv').getByRole('listitem').filter({ hasText: 'Line 11' }).first()).toContainText(
      'This id is used twice',
    )
    await preview.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText('Import finished')).toBeVisible({ timeout: 120_000 })
    await expect(shop.main.getByText('49,497 entries').first()).toBeVisible()
  }
  const slowest = await slowestCallUntil(connection, importing())
  test.info().annotations.push({ type: 'slowest call', description: `${Math.round(slowest)} ms` })
  expect(slowest).toBeLessThan(1000)
})

/** Three ids come twice at the start, and every hundredth row has no answer. */
function tableRow(row: number): string {
  const id = row >= 10 && row <= 12 ? 1 : row
  return `${id},Where do I find part number ${row}?,${row % 100 === 0 ? '' : `Part ${row} lies on shelf ${row % 97}.`},en`
}

test('a wrong server name is told in plain words, before and after connecting', async ({ page }) => {
  const shop = await openShop(page)
  const form = {
    address: 'shop@shop.test',
    password: 'secret',
    imapHost: 'imap.no-such-server.invalid',
    imapPort: 993,
    smtpHost: 'smtp.no-such-server.invalid',
    smtpPort: 465,
  }
  const dialog = await shop.openMailboxForm(form)
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByText('Test failed: Server not reachable')).toBeVisible({ timeout: 40_000 })
  await expect(dialog.getByText(/check the server name and port/)).toBeVisible()
  await page.keyboard.press('Escape')
  const { client, close } = await connectTo(await linkInto(folder))
  const settings = { ...form, imapSecurity: 'none', smtpSecurity: 'none' }
  await client.channel.create({ kind: 'email', name: 'Misspelt', settings })
  close()
  const card = page.getByRole('listitem').filter({ hasText: 'Misspelt' })
  await expect(card.getByText(/^Server not reachable\. (Next try in|Trying again)/)).toBeVisible({ timeout: 40_000 })
  await expect(card.getByText(/check the server name and port/)).toBeVisible()
})
