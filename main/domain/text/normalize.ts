const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const latinAccents = /[\u0300-\u036f]/g

/** One spelling for what reads the same: full-width forms, invisible characters, curly quotes, runs of blanks. Keeps case and accents. */
export function normalizeText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** For comparing: normalised, lower case, without Latin accents. `Ünal’s` and `UNAL'S` become the same. */
export function foldText(text: string): string {
  return normalizeText(text).toLowerCase().normalize('NFD').replace(latinAccents, '').normalize('NFC')
}
