const wide = /[\uff01-\uff5e\u3000\u0660-\u0669\u06f0-\u06f9]/gu
const unseen = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/** A text whose hidden letters are gone and whose digits are plain, with the way back to the original. */
export interface PlainText {
  text: string
  /** The position in the original of a position in `text`. */
  original(position: number): number
}

/** Undoes what hides a number from a search: full-width and Arabic digits, letters of no width. */
export function plainText(text: string): PlainText {
  const narrow = text.replace(wide, letter => narrowed(letter.charCodeAt(0)))
  if (!unseen.test(narrow)) return { text: narrow, original: position => position }
  const origins: number[] = []
  let kept = ''
  for (let index = 0; index < narrow.length; index += 1) {
    const letter = narrow.charAt(index)
    if (unseen.test(letter)) continue
    kept += letter
    origins.push(index)
  }
  return { text: kept, original: position => origins[position] ?? narrow.length }
}

function narrowed(code: number): string {
  if (code === 0x3000) return ' '
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
  return String(code & 0xf)
}
