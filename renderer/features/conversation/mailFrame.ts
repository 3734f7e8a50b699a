/**
 * The page inside the frame. Its own policy comes before any word of the mail. Fonts and colours stand in old
 * attributes instead of a style sheet, so that the app's policy needs no exception for it.
 */
export function frameDocument(body: string): string {
  return (
    '<!doctype html><html><head><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">` +
    '</head><body bgcolor="#ffffff" text="#22201c">' +
    `<font face="system-ui, Segoe UI, Noto Sans, PingFang SC, Microsoft YaHei, sans-serif" size="2">${body}</font></body></html>`
  )
}

export interface MailSize {
  readonly characters: number
  readonly blocks: number
  readonly picturesPx: number
}

const LINE_PX = 19
const LETTERS_PER_LINE = 70
const BLOCK_PX = 24

/** A guess from what is in it: never so small that it cannot be read, never more than most of a screen. */
export function mailHeight({ characters, blocks, picturesPx }: MailSize): number {
  const guess = (characters / LETTERS_PER_LINE) * LINE_PX + blocks * BLOCK_PX + picturesPx + 48
  return Math.round(Math.min(640, Math.max(160, guess)))
}
