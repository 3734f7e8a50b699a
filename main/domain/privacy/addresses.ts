import { assertNever } from '#domain/assertNever.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { flat } from '#domain/text/flat.ts'
import { eastAddressesIn } from './eastAddresses.ts'
import type { Span } from './introductions.ts'
import { streetForms, town, unit, type StreetForm } from './streetForms.ts'

const LONGEST_READ = 6000
const MOST_PARTS = 6
const LEAD = 80

const place =
  /(?:(?<!\p{L})(?:address(?:es)?|addr|live[sd]?|living|located|is at|deliver\p{L}*|ship(?:ped|ping)?|send|sent|meet|meeting|taxi|return|drop\p{L}* \p{L}+ off|move[ds]?|moving|enter|entrance|side of|corner|direccion|vivo|enviar|domicilio|calle|adresse|habite|livrer|envoyer|anschrift|wohne|liefern|schicken|indirizzo|abito|morada|adres|adresa)(?!\p{L})[^.!?]{0,40}[:\s]|(?<!\p{L})(?:at|in|on|to|from|is|bei|in der|en|a|au)[ :]+|[:,] ?|[-–•>|*] )$/u
const lineStart = /(?:^|\n)[\s>|*•?-]*$/u
const lineEnd = /^(?:\.? *(?:[,\n]|$)| (?:st|street)(?!\p{L}))/iu
const surePlace =
  /(?<!\p{L})(?:address(?:es)?|lives?|living at|located|is at|meet\p{L}*|deliver|ship|send|sent|return to|taxi|drop\p{L}* \p{L}+ off|side of|corner of|direccion|vivo en|domicilio|adresse|habite|anschrift|wohne|indirizzo|enter\p{L}*)(?!\p{L})[^!?]{0,60}$/u

/** Street addresses with the place, postcode and country behind them, in the order of the text. */
export function addressesIn(text: string): Span[] {
  const read = text.slice(0, LONGEST_READ)
  const found = eastAddressesIn(read)
  if (!/\d|street|road|avenue/iu.test(read)) return found
  const isSmall = !/\p{Lu}/u.test(read)
  const raised = isSmall ? raise(read) : read
  const plain = flat(read)
  for (const { pattern, needs } of streetForms) {
    for (const match of raised.matchAll(pattern)) {
      const end = match.index + match[0].replace(/[\s.,]+$/u, '').length
      const around = {
        before: plain.slice(Math.max(0, match.index - LEAD), match.index),
        after: raised.slice(end, end + LEAD),
      }
      if (!hasPlace(around, isSmall ? stricter[needs] : needs) || noStreet.test(flat(match[0]))) continue
      found.push({ start: match.index, end: wholeEnd(raised, end) })
    }
  }
  return joined(found)
}

/** Without capitals nothing shows where names are: every word but the common ones may be one. */
function raise(text: string): string {
  return text.replace(/(?<![\p{L}\p{M}'’])\p{L}[\p{L}\p{M}'’]+/gu, word =>
    isCommonWord(flat(word)) || word.charAt(0).toUpperCase().length > 1
      ? word
      : word.charAt(0).toUpperCase() + word.slice(1),
  )
}

/** In a text without capitals a form needs more before it, and the weakest counts no longer. */
const stricter: Readonly<Record<StreetForm['needs'], StreetForm['needs'] | 'never'>> = {
  nothing: 'place',
  place: 'strong',
  strong: 'never',
}

interface Around {
  before: string
  after: string
}

function hasPlace({ before, after }: Around, needs: StreetForm['needs'] | 'never'): boolean {
  switch (needs) {
    case 'nothing':
      return true
    case 'place':
      return place.test(before) || (lineStart.test(before) && lineEnd.test(after))
    case 'strong':
      return surePlace.test(before)
    case 'never':
      return false
    default:
      return assertNever(needs)
  }
}

const noStreet =
  /^(?:(?:page|room|chapter|version|step|size|model|type|bus|line|gate|order|invoice|ticket|table|item|windows|iphone|ipad|galaxy|pixel|xbox|playstation|series|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mai|juni|juli|enero|marzo|abril|mayo|junio|julio|agosto|janvier|fevrier|mars|avril|juin|juillet|aout|article|section|phone|mobile|fax|tel|desk|iban|card|visa|zip|code) ?#?\d|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december|st place|nd place|rd place|way|point|points|light|lights|pass|passes|course|courses|corner|corners|view|views|key|keys|track|tracks|center|club|field|fields|port|ports|route|routes|wells?|lock|locks|green|pike|square|ways|flat|walk|row|rows)(?![\p{L}]))/u

/** The end of the address with the flat, town, state, postcode and country behind the street. */
function wholeEnd(text: string, end: number): number {
  let to = end
  for (let count = 0; count < MOST_PARTS; count += 1) {
    const rest = text.slice(to, to + 90)
    const goesOn = /^\s*(?:[,\n]|[ \t]+(?:\p{Lu}|\d))/u.test(rest)
    const match = unit.exec(rest) ?? (goesOn ? town.exec(rest) : null)
    if (match === null || match[0].trim() === '' || isSentence(rest, match[0])) break
    to += match[0].length
  }
  return to - (/[.,;\s]+$/u.exec(text.slice(end, to))?.[0].length ?? 0)
}

/** After a line end a new sentence or form field ("Phone: …") may start with a capital too. */
function isSentence(rest: string, part: string): boolean {
  const following = rest.slice(part.length)
  const isOneWord = /^\s*\p{Lu}\p{Ll}+$/u.test(part)
  return /^\s*:/u.test(following) || (isOneWord && /^ (?:\p{Ll}+ ){2}/u.test(following))
}

/** Several forms see parts of the same address. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else found.push({ start, end })
  }
  return found
}
