import { pictureTypes } from './mailProfile.ts'

const inMail = new RegExp(`^data:(?:${pictureTypes.join('|')});base64,[a-z0-9+/=\\s]*$`, 'i')

/** Pictures that came along in the mail, by content id, as `data:` addresses. */
export type MailPictures = ReadonlyMap<string, string>

/** The address a picture may be shown from, or null: nothing is ever loaded from outside. */
export function safePicture(src: string, pictures: MailPictures): string | null {
  const cid = /^cid:(.*)$/i.exec(src.trim())?.[1]
  if (cid !== undefined) return pictures.get(contentIdOf(cid)) ?? null
  return inMail.test(src.trim()) ? src.trim() : null
}

/** Whether showing it would have asked another computer for it. */
export function isRemotePicture(src: string): boolean {
  return /^\s*(?:https?:)?\/\//i.test(src)
}

/** One spelling for a content id: without brackets, decoded. */
export function contentIdOf(raw: string): string {
  const bare = raw.trim().replace(/^<|>$/g, '')
  try {
    return decodeURIComponent(bare)
  } catch (error) {
    if (error instanceof URIError) return bare
    throw error
  }
}
