import createDOMPurify from 'dompurify'
import { frameDocument } from './mailFrame.ts'
import { distinctLinks, mailLink } from './mailLinks.ts'
import type { MailLink } from './mailLinks.ts'
import { safePicture } from './mailPictures.ts'
import type { MailPictures } from './mailPictures.ts'
import { mailProfile } from './mailProfile.ts'

/** A grey dot that takes the size the mail gave the picture. */
const PLACEHOLDER = 'data:image/gif;base64,R0lGODlhAQABAIAAAN3Z0AAAACwAAAAAAQABAAACAkQBADs='

export interface CleanMail {
  /** The whole page for the frame. */
  readonly page: string
  readonly blockedPictures: number
  readonly links: readonly MailLink[]
}

/** Layer one of three: what is left of a mail after everything that acts, loads or leads away is taken out. */
export function cleanHtml(html: string, pictures: MailPictures): CleanMail {
  const purify = createDOMPurify(window)
  let blockedPictures = 0
  const links: MailLink[] = []

  purify.addHook('afterSanitizeAttributes', node => {
    if (node instanceof HTMLImageElement) {
      const safe = safePicture(node.getAttribute('src') ?? '', pictures)
      if (safe === null) blockedPictures += 1
      node.setAttribute('src', safe ?? PLACEHOLDER)
    } else {
      node.removeAttribute('src')
    }
    const href = node.getAttribute('href')
    if (href !== null) {
      const link = mailLink(href, node.textContent)
      if (link) links.push(link)
      node.removeAttribute('href')
    }
  })
  const body = purify.sanitize(html, mailProfile)
  return { page: frameDocument(body), blockedPictures, links: distinctLinks(links) }
}
