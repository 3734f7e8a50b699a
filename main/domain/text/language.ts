import { detectAll } from 'tinyld/light'
import { foldText } from './normalize.ts'

/** Words that by themselves show the language of a short text. */
const markers: Readonly<Record<string, string>> = {
  en: `the is are was my your you i we it this that what where when why how who do does did can could would will have has not please thanks
    thank hello hi hey order orders refund return returns price delivery shipping ship shipped cost cash payment with from and for of to
    been want need there any much many long late broken wrong size item no an at be am me us to so if or but about as by on up out just only also
    yes sorry sure help tell show give make call account issue problem information email phone number card report open check good day`,
  de: `der die das ist und ich nicht wo wie was wann mein meine ihr sie ein eine einen mit fur von zu auf bitte danke hallo haben kann
    kommt bestellung lieferung ruckgabe versand rechnung`,
  fr: `le la les des est et je vous nous ou comment quand mon ma mes votre un une avec pour pas ne que qui bonjour merci commande
    livraison retour remboursement colis puis`,
  es: `el la los las es y que donde como cuando mi mis su un una con para por no hola gracias pedido envio devolucion reembolso cuanto
    puedo tienen esta`,
  it: `il lo la gli di che dove come quando mio mia un una con per non ciao grazie ordine spedizione reso rimborso quanto posso avete`,
  pt: `o os as de que onde como quando meu minha um uma com para por nao ola obrigado obrigada pedido entrega devolver reembolso quanto
    voces tem`,
  nl: `de het een is en ik niet waar hoe wat wanneer mijn u jullie met voor van naar bestelling levering bedankt hallo alstublieft`,
  pl: `jest nie gdzie jak kiedy moje moj czy dzien dobry dziekuje zamowienie przesylka zwrot prosze`,
  tr: `nerede nasil ne zaman benim siparisim kargo iade tesekkurler merhaba var mi ve bir icin degil paketim`,
}

const wordsOf = new Map(Object.entries(markers).map(([language, words]) => [language, new Set(words.split(/\s+/))]))

const scripts: readonly [language: string, letters: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
]

const longestRead = 2000
/** Statistics cost most of the time and need no more than this. */
const longestGuessed = 300
const certainEnough = 0.3
const wordsToTrustStatistics = 4
/** A lone "no" belongs to too many languages. */
const wordsToChoose = 2

/** BCP 47 primary tag of the text; `und` when it cannot be told. Prefers saying `und` over guessing a rare language. */
export function languageOf(text: string): string {
  const folded = foldText(text.slice(0, longestRead))
  return languageOfScript(folded) ?? languageOfLatin(folded, text.slice(0, longestRead))
}

const MOST_PIECES = 40

/** All languages of a mixed text, the main one first; a foreign name or word makes no language. */
export function languagesOf(text: string): string[] {
  const main = languageOf(text)
  const letters = new Map<string, number>()
  const pieces = text
    .slice(0, longestRead)
    .split(/[\n。！？!?;；]|[.](?=\s)|(?<=\p{Script=Han}|[ぁ-ヿ])[，,、\s]*(?=\p{Script=Latin}{2,} )/u)
  for (const piece of pieces.slice(0, MOST_PIECES)) {
    const language = isLongEnough(piece) ? languageOf(piece) : 'und'
    if (language !== 'und') letters.set(language, (letters.get(language) ?? 0) + piece.length)
  }
  // Lines of Japanese without kana read as Chinese.
  if (main === 'ja') letters.delete('zh')
  const others = [...letters].filter(([language]) => language !== main).toSorted((a, b) => b[1] - a[1])
  return [main, ...others.map(([language]) => language)].filter(language => language !== 'und').slice(0, 3)
}

function isLongEnough(piece: string): boolean {
  return count(piece, /\p{Script=Latin}+/gu) >= 4 || count(piece, /[^\p{Script=Latin}\P{L}]/gu) >= 4
}

function languageOfScript(text: string): string | null {
  const latin = count(text, /\p{Script=Latin}+/gu)
  for (const [language, letters] of scripts) {
    const found = count(text, letters)
    // A few kana settle it for Japanese, because most of its other letters are shared with Chinese.
    if (found > 0 && (language === 'ja' ? found * 10 > count(text, /\p{Script=Han}/gu) : true) && found > latin)
      return variant(language, text)
  }
  return count(text, /\p{Script=Han}/gu) > latin ? 'zh' : null
}

function variant(language: string, text: string): string {
  if (language === 'ru' && /[іїєґ]/.test(text)) return 'uk'
  if (language === 'ar' && /[پچژگ]/.test(text)) return 'fa'
  return language
}

function languageOfLatin(folded: string, text: string): string {
  const words = folded.match(/\p{Script=Latin}+/gu) ?? []
  if (words.length === 0) return 'und'
  const scores = [...wordsOf].map(([language, known]) => ({
    language,
    hits: words.filter(word => known.has(word)).length,
  }))
  scores.sort((a, b) => b.hits - a.hits)
  const [best] = scores
  if (best === undefined) return 'und'
  const most = scores.filter(score => score.hits === best.hits)
  if (most.length === 1) return best.language
  const [guess] = detectAll(text.slice(0, longestGuessed))
  if (best.hits > 0 && words.length < wordsToChoose) return 'und'
  if (best.hits > 0) {
    // Words of several languages: statistics choose among them, and English where they cannot.
    const among = most.find(({ language }) => language === guess?.lang)
    return among?.language ?? (most.some(({ language }) => language === 'en') ? 'en' : 'und')
  }
  const isCertain = guess !== undefined && guess.accuracy >= certainEnough && words.length >= wordsToTrustStatistics
  return isCertain ? guess.lang : 'und'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
