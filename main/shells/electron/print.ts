import type { BrowserWindowConstructorOptions, PrintToPDFOptions } from 'electron'
import { PrintFailed, type Printer, type PrintOptions } from '#main/ports/printer.ts'
import type { DesktopSession, PrintWindow } from './desktop.ts'
import { guardSession } from './guard.ts'
import { pageUrl, scheme } from './security.ts'

const LIMIT_MS = 120_000
/** Kept in memory only, apart from that of the window: nothing of one page can reach the next. */
const partition = 'keepdesk-print'

export interface PrintDesktop {
  sessionFor(partition: string): DesktopSession
  createPrintWindow(options: BrowserWindowConstructorOptions): PrintWindow
}

export const printWindowOptions: BrowserWindowConstructorOptions = {
  show: false,
  width: 800,
  height: 1100,
  webPreferences: {
    partition,
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webgl: false,
    plugins: false,
    spellcheck: false,
    backgroundThrottling: false,
  },
}

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Prints with Electron's own engine, without scripts and without a network. */
export function createPagePrinter(desktop: PrintDesktop, limitMs = LIMIT_MS): Printer {
  let page: string | null = null
  let isPrepared = false
  let last: Promise<unknown> = Promise.resolve()

  /** The page is not put into an address: those may not be long. */
  function prepare() {
    if (isPrepared) return
    isPrepared = true
    const session = desktop.sessionFor(partition)
    guardSession(session)
    session.protocol.handle(scheme, async ({ url }) =>
      page !== null && url === pageUrl
        ? new Response(page, {
            headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
          })
        : new Response('', { status: 404 }),
    )
  }

  async function print(html: string, { paper, footer, signal }: PrintOptions): Promise<Uint8Array> {
    prepare()
    signal?.throwIfAborted()
    page = html
    const window = desktop.createPrintWindow(printWindowOptions)
    let timer: NodeJS.Timeout | undefined
    const ended = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new PrintFailed('Printing took too long')), limitMs)
      signal?.addEventListener('abort', () => reject(new PrintFailed('Printing was stopped')), { once: true })
    })
    try {
      await Promise.race([window.loadURL(pageUrl), ended])
      return await Promise.race([window.printToPDF(printOptions(paper, footer)), ended])
    } catch (cause) {
      throw cause instanceof PrintFailed ? cause : new PrintFailed('The page could not be printed', { cause })
    } finally {
      clearTimeout(timer)
      window.destroy()
      page = null
    }
  }

  return {
    /** One after the other: there is one page at a time. */
    print(html, options) {
      const printed = last.then(() => print(html, options))
      last = printed.catch(() => undefined)
      return printed
    },
  }
}

function printOptions(paper: PrintOptions['paper'], footer: string): PrintToPDFOptions {
  const safe = footer.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
  return {
    pageSize: paper,
    printBackground: true,
    margins: { top: 0.6, bottom: 0.75, left: 0.55, right: 0.55 },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="width:100%;margin:0 14mm;font:7.5pt sans-serif;color:#666;display:flex;justify-content:space-between"><span>${safe}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`,
    generateTaggedPDF: true,
  }
}
