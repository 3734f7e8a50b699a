import createDOMPurify from 'dompurify'
import { frameDocument, mailHeight } from './mailFrame.ts'
import type { MailSize } from './mailFrame.ts'
import { distinctLinks, mailLink } from './mailLinks.ts'
import type { MailLink } from './mailLinks.ts'
import { isRemotePicture, safePicture } from './mailPictures.ts'
import type { MailPictures } from './mailPictures.ts'
import { mailProfile } from './mailProfile.ts'

/** A grey dot that takes the size the mail gave the picture. */
const PLACEHOLDER = 'data:image/gif;base64,R0lGODlhAQABAIAAAN3Z0AAAACwAAAAAAQABAAACAkQBADs='

const blockTags = new Set(['P', 'BR', 'LI', 'TR', 'DIV', 'H1', 'H2', 'H3', 'H4', 'HR', 'BLOCKQUOTE'])

export interface CleanMail {
  /** The whole page for the frame. */
  readonly page: string
  readonly blockedPictures: number
  readonly links: readonly MailLink[]
  /** About how tall it is; the frame has no rights, so nobody can measure it. */
  readonly heightPx: number
}

/** Layer one of three: what is left of a mail after everything that acts, loads or leads away is taken out. */
export function cleanHtml(html: string, pictures: MailPictures): CleanMail {
  const purify = createDOMPurify(window)
  let blockedPictures = 0
  let size: MailSize = { characters: 0, blocks: 0, picturesPx: 0 }
  const links: MailLink[] = []

  purify.addHook('afterSanitizeAttributes', node => {
    if (node instanceof HTMLImageElement) {
      const src = node.getAttribute('src') ?? ''
      const safe = safePicture(src, pictures)
      if (isRemotePicture(src)) blockedPictures += 1
      node.setAttribute('src', safe ?? PLACEHOLDER)
      const px = Number(node.getAttribute('height') ?? (safe === null ? 1 : 120))
      size = { ...size, picturesPx: size.picturesPx + (Number.isFinite(px) ? px : 0) }
    } else {
      node.removeAttribute('src')
      if (blockTags.has(node.nodeName)) size = { ...size, blocks: size.blocks + 1 }
    }
    const href = node.getAttribute('href')
    if (href !== null) {
      const link = mailLink(href, node.textContent)
      if (link) links.push(link)
      node.removeAttribute('href')
    }
  })
  const body = purify.sanitize(html, mailProfile)
  const text = body.replace(/<[^>]*>/g, '').replace(/\s+/gu, ' ')
  return {
    page: frameDocument(body),
    blockedPictures,
    links: distinctLinks(links),
    heightPx: mailHeight({ ...size, characters: text.length }),
  }
}
