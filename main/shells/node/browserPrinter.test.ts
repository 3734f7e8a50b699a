import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { NoPrinter, PrintFailed } from '#main/ports/printer.ts'
import { browserPlaces, findBrowser } from './browserPlaces.ts'
import { createBrowserPrinter } from './browserPrinter.ts'

const folder = mkdtempSync(join(tmpdir(), 'keepdesk-browser-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Stands in for a browser; says what it is told to, whatever it is asked. */
function program(name: string, body: string): string {
  const file = join(folder, name)
  writeFileSync(file, `#!/bin/bash\n${body}\n`)
  chmodSync(file, 0o755)
  return file
}
const options = { paper: 'A4', footer: 'x' } as const
const profiles = () => readdirSync(tmpdir()).filter(name => name.startsWith('keepdesk-print-'))

describe.skipIf(process.platform === 'win32')('a browser that', () => {
  test('is not there is said as such', async () => {
    await expect(createBrowserPrinter({ browser: () => null }).print('<p>', options)).rejects.toThrow(NoPrinter)
  })

  test.each([
    ['ends at once', 'exit 1', 'The browser stopped'],
    ['talks nonsense', 'printf "nonsense\\000" >&4; sleep 5', 'cannot be understood'],
    ['says nothing', 'sleep 5', 'took too long'],
  ])('%s fails, and leaves no process and no profile', async (name, body, words) => {
    const printer = createBrowserPrinter({ browser: () => program(name.replaceAll(' ', '-'), body), limitMs: 700 })
    const before = profiles()
    await expect(printer.print('<p>', options)).rejects.toThrow(words)
    await expect(printer.print('<p>', options)).rejects.toThrow(PrintFailed)
    expect(profiles()).toEqual(before)
  })

  test('is asked to stop stops', async () => {
    const aborter = new AbortController()
    const printing = createBrowserPrinter({ browser: () => program('slow', 'sleep 5') }).print('<p>', {
      ...options,
      signal: aborter.signal,
    })
    setTimeout(() => aborter.abort(), 30)
    await expect(printing).rejects.toThrow('stopped')
  })
})

/** Answers each question of a print; this is what it printed. */
function printing(base64: string): string {
  return `while IFS= read -r -d '' line <&3; do id=$(printf '%s' "$line" | sed 's/.*"id":\\([0-9]*\\).*/\\1/'); case "$line" in
*createTarget*) r='{"targetId":"t"}';; *attachToTarget*) r='{"sessionId":"s"}';; *getFrameTree*) r='{"frameTree":{"frame":{"id":"f"}}}';;
*printToPDF*) r='{"stream":"1"}';; *IO.read*) r='{"data":"${base64}","base64Encoded":true,"eof":true}';; *) r='{}';; esac
printf '{"id":%s,"result":%s}\\000' "$id" "$r" >&4; done`
}

test.skipIf(process.platform === 'win32')('what a browser printed arrives whole, one after the other', async () => {
  const printer = createBrowserPrinter({ browser: () => program('printing', printing('JVBERi0xLjQ=')) })
  const both = await Promise.all([printer.print('<p>', options), printer.print('<p>2', options)])
  for (const pdf of both) expect(Buffer.from(pdf).toString()).toBe('%PDF-1.4')
})

test.skipIf(process.platform === 'win32')('what is no PDF is not taken for one', async () => {
  const printer = createBrowserPrinter({ browser: () => program('lying', printing('aGVsbG8=')) })
  await expect(printer.print('<p>', options)).rejects.toThrow('gave no PDF')
})

test('a named browser is the only one, else those in their usual places are looked at', () => {
  expect(browserPlaces('linux', { PATH: '/usr/local/bin:relative' })).toEqual(
    expect.arrayContaining(['/usr/local/bin/chromium', '/snap/bin/chromium']),
  )
  expect(browserPlaces('linux', { KEEPDESK_BROWSER: '/opt/b', PATH: '/usr/bin' })).toEqual(['/opt/b'])
  expect(findBrowser('linux', { KEEPDESK_BROWSER: '/nowhere/browser', PATH: '/usr/bin' })).toBeNull()
  expect(browserPlaces('linux', { PATH: 'relative' }).some(place => place.startsWith('relative'))).toBe(false)
  expect(browserPlaces('darwin', { HOME: '/Users/a' })[0]).toContain('/Applications/Google Chrome.app')
  expect(browserPlaces('win32', { PROGRAMFILES: 'C:\\P' })[0]).toMatch(/chrome\.exe$/)
  expect(findBrowser('darwin', {})).toBeNull()
})
