export interface PrintOptions {
  paper: 'A4' | 'Letter'
  /** Stands at the foot of each page, before the page number. */
  footer: string
  signal?: AbortSignal
}

/** Turns a page of ours into a PDF: without scripts and without a network. */
export interface Printer {
  /** The page must be whole in itself. Throws NoPrinter where no program for it is found, PrintFailed where it failed. */
  print(html: string, options: PrintOptions): Promise<Uint8Array>
}

/** Nothing on this computer prints to PDF. */
export class NoPrinter extends Error {
  override readonly name = 'NoPrinter'

  constructor() {
    super('No program on this computer makes PDF files')
  }
}

/** It took too long, used too much, or gave something that is no PDF. */
export class PrintFailed extends Error {
  override readonly name = 'PrintFailed'
}
