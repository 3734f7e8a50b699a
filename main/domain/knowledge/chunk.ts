import { sentences } from '#domain/text/sentences.ts'

const idealLength = 1200

/** Pieces of about 1,200 characters, cut between paragraphs, else between sentences, else wherever they get too long. */
export function chunk(text: string, longest = idealLength): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const part of parts(text.trim(), longest)) {
    if (piece !== '' && piece.length + part.length > longest) {
      pieces.push(piece.trim())
      piece = ''
    }
    piece += part
  }
  if (piece.trim() !== '') pieces.push(piece.trim())
  return pieces
}

/** The text in stretches that stay together, blanks included, none longer than a piece may be. */
function parts(text: string, longest: number): string[] {
  if (text.length <= longest) return [text]
  return text.split(/(?<=\n)(?=[^\n])/).flatMap(paragraph => {
    if (paragraph.length <= longest) return [paragraph]
    return cutAt(
      paragraph,
      sentences(paragraph).map(sentence => sentence.end),
    ).flatMap(sentence => hardCut(sentence, longest))
  })
}

function cutAt(text: string, ends: readonly number[]): string[] {
  const found: string[] = []
  let start = 0
  for (const end of ends) {
    found.push(text.slice(start, end))
    start = end
  }
  if (start < text.length) found.push(text.slice(start))
  return found
}

function hardCut(text: string, longest: number): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > longest) {
    const blank = rest.lastIndexOf(' ', longest)
    const end = blank > longest / 2 ? blank : wholeCharacter(rest, longest)
    found.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  found.push(rest)
  return found
}

/** Never between the halves of one character. */
function wholeCharacter(text: string, place: number): number {
  const code = text.charCodeAt(place)
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place
}
