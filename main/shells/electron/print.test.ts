import { expect, test } from 'vitest'
import { PrintFailed } from '#main/ports/printer.ts'
import { createPagePrinter } from './print.ts'
import { createFakeDesktop } from './testing/fakeDesktop.ts'

const options = { paper: 'A4', footer: 'Tea <b> & Co' } as const
const setUp = (limitMs?: number) => {
  const fake = createFakeDesktop({ appData: '/nowhere' })
  return { fake, printer: createPagePrinter(fake.desktop, limitMs) }
}
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a page is printed in a window without scripts, network or a trace, which is gone afterwards', async () => {
  const { fake, printer } = setUp()
  expect(text(await printer.print('<p>你好</p>', options))).toBe('%PDF-<p>你好</p>')
  const [print] = fake.shown.prints
  expect(print?.options).toMatchObject({
    show: false,
    webPreferences: { javascript: false, sandbox: true, nodeIntegration: false, partition: 'keepdesk-print' },
  })
  expect(print?.did).toEqual(['load app://keepdesk/index.html', 'destroy'])
  expect(print?.headers).toEqual([expect.stringContaining("default-src 'none'")])
  expect(fake.session.set.offline).toBe(true)
  // Whoever asks later gets nothing of it.
  expect((await fake.session.set.page?.(new Request('app://keepdesk/index.html')))?.status).toBe(404)
})

test('two pages do not get into each other', async () => {
  const { printer } = setUp()
  const both = await Promise.all([printer.print('one', options), printer.print('two', options)])
  expect(both.map(text)).toEqual(['%PDF-one', '%PDF-two'])
})

test('the paper and the foot are asked for, and a name in it is no tag', async () => {
  const { fake, printer } = setUp()
  await printer.print('x', { ...options, paper: 'Letter' })
  const asked = fake.shown.prints[0]?.asked[0]
  expect(asked).toMatchObject({ pageSize: 'Letter', printBackground: true, displayHeaderFooter: true })
  expect(asked?.footerTemplate).toContain('Tea &#60;b&#62; &#38; Co')
})

test('what crashes, hangs or is stopped fails in words, and its window is closed', async () => {
  const { fake, printer } = setUp(30)
  await expect(printer.print('unprintable', options)).rejects.toThrow(PrintFailed)
  await expect(printer.print('endless', options)).rejects.toThrow('took too long')
  const aborter = new AbortController()
  const printing = printer.print('endless', { ...options, signal: aborter.signal })
  setTimeout(() => aborter.abort(), 5)
  await expect(printing).rejects.toThrow('stopped')
  expect(fake.shown.prints.map(({ did }) => did.at(-1))).toEqual(['destroy', 'destroy', 'destroy'])
})
