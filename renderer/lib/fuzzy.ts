/**
 * How well what was typed fits a title, 0 to 1: its letters in their order, better in a row and at the beginnings of
 * words. Null when some letter is missing. Case and accents make no difference.
 */
export function fuzzyScore(typed: string, title: string): number | null {
  const wanted = plain(typed).replace(/\s+/gu, ' ').trim()
  const text = plain(title)
  if (wanted === '') return 0
  const whole = text.indexOf(wanted)
  if (whole >= 0) return (beginsWord(text, whole) ? 0.9 : 0.7) + (0.1 * wanted.length) / Math.max(text.length, 1)
  const words = wanted.split(' ')
  if (words.length > 1 && words.every(word => text.includes(word))) return 0.6
  // Letters with gaps make sense where a few of them stand for words; in Chinese every gap is another word.
  if (/[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u.test(wanted)) return null
  return inOrder(wanted.replaceAll(' ', ''), text)
}

function inOrder(wanted: string, text: string): number | null {
  let at = -1
  let good = 0
  for (const letter of wanted) {
    const beginning = nextBeginning(text, letter, at + 1)
    const next =
      text.charAt(at + 1) === letter && at >= 0 ? at + 1 : beginning >= 0 ? beginning : text.indexOf(letter, at + 1)
    if (next < 0) return null
    if (next === at + 1 || beginsWord(text, next)) good += 1
    at = next
  }
  const share = good / wanted.length
  return share < 0.7 ? null : 0.5 * share
}

function nextBeginning(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (beginsWord(text, at)) return at
  }
  return -1
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
