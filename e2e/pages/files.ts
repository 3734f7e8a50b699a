import type { Locator, Page } from '@playwright/test'

export interface DroppedFile {
  name: string
  mime: string
  bytes: Buffer
}

/** Drags a file over something and drops it there. */
export async function dropFile(target: Locator, { name, mime, bytes }: DroppedFile) {
  const page = target.page()
  const transfer = await page.evaluateHandle(
    `(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), sign => sign.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], ${JSON.stringify(name)}, { type: ${JSON.stringify(mime)} }))
      return transfer
    })()`,
  )
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: transfer })
}

/** Puts a PNG picture into the clipboard; the page must be allowed to. */
export async function copyPicture(page: Page, bytes: Buffer) {
  await page.evaluate(
    `(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), sign => sign.charCodeAt(0))
      return navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
    })()`,
  )
}

const RATE = 8000

/** A WAV file with a tone that is loud at first and fades away. */
export function toneFile(seconds: number): Buffer {
  const samples = RATE * seconds
  const data = Buffer.alloc(samples * 2)
  for (let index = 0; index < samples; index += 1) {
    const loud = (1 - index / samples) ** 2
    data.writeInt16LE(Math.round(Math.sin((index * 2 * Math.PI * 220) / RATE) * loud * 30_000), index * 2)
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}
