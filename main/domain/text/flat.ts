const arabicDigit = /[\u0660-\u0669\u06f0-\u06f9]/u
/** Letters that people write in several ways, as `fold` writes them. */
const arabicLetters: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ة: 'ه' }
const marks = /[\u0300-\u036f]/gu

/**
 * Lower case, without accents, full-width letters and foreign digits made plain. Character for character: a position in
 * the result is the same position in the text.
 */
export function flat(text: string): string {
  // oxlint-disable-next-line no-control-regex -- ASCII is the quick way
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase()
  let plain = ''
  for (let index = 0; index < text.length; index += 1) plain += plainUnit(text.charAt(index))
  return plain
}

const known = new Map<string, string>()
const MOST_KNOWN = 20_000

function plainUnit(unit: string): string {
  if (unit <= '\u007f') return unit.toLowerCase()
  const remembered = known.get(unit)
  if (remembered !== undefined) return remembered
  const plain = foldUnit(unit)
  if (known.size < MOST_KNOWN) known.set(unit, plain)
  return plain
}

function foldUnit(unit: string): string {
  if (arabicDigit.test(unit)) return String((unit.charCodeAt(0) & 0xf) % 10)
  if (/\s/u.test(unit) && unit !== '\n') return ' '
  if (unit === '’' || unit === '‘') return "'"
  const arabic = arabicLetters[unit]
  if (arabic !== undefined) return arabic
  const folded = unit.normalize('NFKC').toLowerCase().normalize('NFD').replace(marks, '').normalize('NFC')
  return folded.length === 1 ? folded : unit
}
