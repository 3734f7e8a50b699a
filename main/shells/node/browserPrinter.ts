import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { NoPrinter, PrintFailed, type Printer, type PrintOptions } from '#main/ports/printer.ts'
import { createBrowserPipe, type BrowserPipe } from './browserPipe.ts'
import { findBrowser } from './browserPlaces.ts'

const LIMIT_MS = 120_000
/** Of the page: nothing else limits the memory that the browser takes to lay it out. */
const MOST_BYTES = 40_000_000
const PIECE_BYTES = 4_000_000

/** Inches. */
const papers = { A4: { paperWidth: 8.27, paperHeight: 11.69 }, Letter: { paperWidth: 8.5, paperHeight: 11 } }

/** Everything that would leave the computer, keep something or ask something is off. */
const switches = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  '--proxy-server=127.0.0.1:9',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--js-flags=--max-old-space-size=256',
]

const targetSchema = z.object({ targetId: z.string() })
const sessionSchema = z.object({ sessionId: z.string() })
const frameSchema = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
const streamSchema = z.object({ stream: z.string() })
const pieceSchema = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() })

/**
 * Prints with the browser that is installed here, without a window, in a profile of its own that is thrown away. The page
 * goes to it through a pipe: no file with customers' words lies around.
 */
export function createBrowserPrinter({
  browser = () => findBrowser(),
  limitMs = LIMIT_MS,
}: { browser?: () => string | null; limitMs?: number } = {}): Printer {
  let last: Promise<unknown> = Promise.resolve()

  async function print(html: string, options: PrintOptions): Promise<Uint8Array> {
    const file = browser()
    if (file === null) throw new NoPrinter()
    if (Buffer.byteLength(html) > MOST_BYTES) throw new PrintFailed('The page is too long to be printed')
    const profile = mkdtempSync(join(tmpdir(), 'keepdesk-print-'))
    const child = start(file, profile)
    try {
      return await within(child, html, options)
    } finally {
      await kill(child)
      // It may still write its last words.
      await rm(profile, { recursive: true, force: true, maxRetries: 8, retryDelay: 100 }).catch(() => undefined)
    }
  }

  async function within(child: ChildProcess, html: string, options: PrintOptions): Promise<Uint8Array> {
    const [, , , toBrowser, fromBrowser] = child.stdio
    const pipe = createBrowserPipe(asWritable(toBrowser), asReadable(fromBrowser))
    child.once('error', () => pipe.end('The browser could not be started'))
    child.once('exit', () => pipe.end('The browser stopped'))
    const stop = () => pipe.end('Printing was stopped')
    const timer = setTimeout(() => pipe.end('Printing took too long'), limitMs)
    options.signal?.addEventListener('abort', stop, { once: true })
    try {
      options.signal?.throwIfAborted()
      return await printIn(pipe, html, options)
    } finally {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', stop)
    }
  }

  return {
    /** One after the other: a browser takes much memory. */
    print(html, options) {
      const printed = last.then(() => print(html, options))
      last = printed.catch(() => undefined)
      return printed
    },
  }
}

function start(file: string, profile: string): ChildProcess {
  // Chromium refuses its sandbox to root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return spawn(file, [...switches, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // Its own group, so that its helpers end with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
}

async function printIn(pipe: BrowserPipe, html: string, { paper, footer }: PrintOptions): Promise<Uint8Array> {
  const { targetId } = targetSchema.parse(await pipe.ask('Target.createTarget', { url: 'about:blank' }))
  const { sessionId } = sessionSchema.parse(await pipe.ask('Target.attachToTarget', { targetId, flatten: true }))
  const ask = (method: string, params?: Readonly<Record<string, unknown>>) => pipe.ask(method, params, sessionId)
  await ask('Emulation.setScriptExecutionDisabled', { value: true })
  await ask('Page.enable')
  const { frameTree } = frameSchema.parse(await ask('Page.getFrameTree'))
  await ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  const { stream } = streamSchema.parse(
    await ask('Page.printToPDF', {
      ...papers[paper],
      printBackground: true,
      preferCSSPageSize: false,
      marginTop: 0.6,
      marginBottom: 0.75,
      marginLeft: 0.55,
      marginRight: 0.55,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footerHtml(footer),
      generateTaggedPDF: true,
      transferMode: 'ReturnAsStream',
    }),
  )
  const pieces: Buffer[] = []
  for (;;) {
    const { data, base64Encoded, eof } = pieceSchema.parse(await ask('IO.read', { handle: stream, size: PIECE_BYTES }))
    pieces.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'))
    if (eof) break
  }
  const pdf = new Uint8Array(Buffer.concat(pieces))
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new PrintFailed('The browser gave no PDF')
  return pdf
}

/** `text` stands for itself: nothing of it is taken for a tag. */
function footerHtml(text: string): string {
  const safe = text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
  return `<div style="width:100%;margin:0 14mm;font:7.5pt sans-serif;color:#666;display:flex;justify-content:space-between"><span>${safe}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already.
    return
  }
  await ended
}

type Stdio = ChildProcess['stdio'][number]

function asWritable(stream: Stdio | undefined): Writable {
  if (stream && 'write' in stream) return stream
  throw new PrintFailed('The browser could not be started')
}

function asReadable(stream: Stdio | undefined): Readable {
  if (stream && 'read' in stream) return stream
  throw new PrintFailed('The browser could not be started')
}
