import { flat } from '#domain/text/flat.ts'

export interface Span {
  start: number
  end: number
}

const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’-]{0,30}"
const PARTICLES = 'van|von|der|den|de|del|della|di|da|dos|das|la|le|bin|bint|ibn|al|el|zu|zum|ter|ten|af|av|y|e|st\\.'
const NAME = `${CAPITALISED}(?: (?:(?:${PARTICLES}) ){0,3}(?:\\p{Lu}\\.|${CAPITALISED})){0,4}`
/** In small letters nothing shows where a name ends, so it is at most three words and never one of these. */
const SMALL = "[\\p{Ll}][\\p{Ll}'’-]+"
const stop = new Set(
  `a an the and or but not in on at to from of for with my your our it is was i you we he she they this that here there who what
  when where how why very so too just still also really happy sad angry sorry sure glad looking trying having writing calling
  waiting interested afraid unable able new customer going getting using contacting asking wondering currently now about order
  wrong incorrect misspelled and, under sent buying being because if as un una el la que muy interesado contento esperando
  desde aqui nicht der die das ein eine sehr hier kunde zufrieden enttauscht auf mit seit bei pas tres une le les dans
  interessiert sauer bonjour client cliente done having back only thinking confused disappointed frustrated upset worried
  missing needing up by out off down over away back it's maybe someone something somebody later soon tomorrow asap please
  again also when if missing needing located living based unhappy satisfied tired on, ok fine good great bad available`.split(
    /\s+/u,
  ),
)

const introLatin = [
  "my (?:full |first |last |maiden |real |legal )?name(?: is|'s|:)|(?:her|his|their) (?:\\p{L}+ )?name is|the name(?: is|'s)|(?:full |first |last |maiden )?name ?(?:is|[:=])|i am called|(?:please )?call me|calls me|people call me",
  'me llamo|mi nombre(?: completo)? es|nombre ?:|se llama',
  "je m'appelle|mon nom est|nom ?:|il s'appelle|elle s'appelle",
  'ich heisse|ich heiße|mein name ist|name ?:|mi chiamo|il mio nome e|meu nome e|chamo-me|me chamo|mam na imie|nazywam sie|benim adim|adim',
  "(?:partner's|wife's|husband's|mother's|father's|spouse's|friend's|son's|daughter's|boss's|brother's|sister's) name(?: is)?|under(?: the)? name(?: of)?|in the name of|named|signed by|attn:?|attention:|contact:|recipient:|customer:|from:|to:|ship to:|c/o|an:|von:|empfanger:|destinatario:|destinataire:",
].join('|')
const introduction = new RegExp(`(?<![\\p{L}])(?:${introLatin})[ \\t]*`, 'gu')
const weak = /(?<![\p{L}])(?:i am|i'm|im|this is|it's|hier ist|ich bin|soy|je suis|c'est|aqui)[ \t]+/gu
const weakAfter =
  /^(?: from | here| speaking|,|\.|!|$|\n| again| and | writing | calling | born| desde | de | aus | und | \()/u

const capital = new RegExp(`^${NAME}`, 'u')
const small = new RegExp(`^${SMALL}(?: ${SMALL}){0,2}`, 'u')
const HAN = '\\p{Script=Han}'
const chinese = new RegExp(
  `(?:我的?(?:名字|姓名)?(?:叫做?|是(?=${HAN}{2,4}(?:[，。,.！!\\s]|$)))|名字(?:是|叫)|本人|姓名[:：是]?|收[件货]人[:：是]?|联系人[:：是]?|敝姓|我姓|签收人[:：]?|户主[:：]?)\\s*(${HAN}{2,4}(?:·${HAN}{1,6})?)(?=[，。,.！!；;、：:\\s\\d（(的]|$)`,
  'gu',
)
const japanese =
  /(?:(?:私は|わたしは|名前は|氏名[:：]?|お名前[:：]?)\s*)?([\p{Script=Han}ァ-ヶー]{1,6}(?:[ 　][\p{Script=Han}ァ-ヶー]{1,6})?)(?=と申します|といいます|と言います|と申し)|(?:私は|名前は|氏名[:：]|お名前[:：])\s*([\p{Script=Han}ァ-ヶー]{2,6}(?:[ 　][\p{Script=Han}ァ-ヶー]{1,6})?)(?=です|。|\n|$)/gu
const arabic =
  /(?:اسمي|انا اسمي|الاسم[:：]?)\s+(\p{Script=Arabic}{2,}(?: \p{Script=Arabic}{2,}){0,2})(?=[،.,\n]|$| و)/gu
const cyrillic = /(?:меня зовут|моё имя|мое имя|мене звати|казвам се)\s+(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2})/giu
const closing =
  /(?:^|\n|[.!?] )[ \t]*(?:(?:best|kind|warm|kindest|many)? ?regards|regards|best(?: wishes)?|sincerely(?: yours)?|yours(?: sincerely| truly| faithfully)?|thanks(?: a lot| so much| again| in advance)?|thank you(?: so much| very much| in advance)?|many thanks|cheers|love|respectfully|saludos(?: cordiales)?|un saludo|atentamente|gracias|cordialement|bien cordialement|salutations|bien a vous|merci(?: d'avance)?|mit freundlichen gru(?:ss|ß)en|freundliche gru(?:ss|ß)e|viele gru(?:ss|ß)e|liebe gru(?:ss|ß)e|beste gru(?:ss|ß)e|mfg|lg|vg|danke|vielen dank|cordiali saluti|atenciosamente|met vriendelijke groet)[ \t]*[,.!-]*[ \t]*\n+[ \t]*(?=\S)/gu
const inlineClosing =
  /(?:thanks|thank you|regards|cheers|gracias|merci|danke|gru(?:ss|ß)e?n?)[,.!]? *[-–—]? +(?=\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?[.!]?\s*$)/giu

/** Names people give as their own or another's: introductions, forms ("Name: …"), sign-offs. Positions in the text. */
export function introducedNames(text: string): Span[] {
  const plain = flat(text)
  const found: Span[] = []
  const take = (start: number, allowSmall: boolean, mustFollow?: RegExp) => {
    const span = nameAt(text, start, allowSmall)
    if (span !== null && (mustFollow === undefined || mustFollow.test(plain.slice(span.end)))) found.push(span)
  }
  for (const match of plain.matchAll(introduction)) take(match.index + match[0].length, true)
  for (const match of plain.matchAll(weak)) take(match.index + match[0].length, false, weakAfter)
  for (const match of plain.matchAll(closing)) takeLine(text, match.index + match[0].length, found)
  for (const match of text.matchAll(inlineClosing)) take(match.index + match[0].length, false)
  for (const pattern of [chinese, japanese, arabic, cyrillic]) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? match[2] ?? ''
      const start = match.index + match[0].lastIndexOf(name)
      if (name !== '') found.push({ start, end: start + name.length })
    }
  }
  return found
}

function nameAt(text: string, from: number, allowSmall: boolean): Span | null {
  const titled = /^(?:mrs?|ms|miss|dr|prof|herrn?|frau|mme|m|sra?|don|dona)\.? /iu.exec(text.slice(from, from + 12))
  const start = from + (titled?.[0].length ?? 0)
  const rest = text.slice(start, start + 80)
  const written = capital.exec(rest)?.[0]
  if (written !== undefined) return stop.has(flat(written)) ? null : { start, end: start + written.length }
  if (!allowSmall) return null
  const words: string[] = []
  for (const word of (small.exec(rest)?.[0] ?? '').split(' ')) {
    if (word === '' || stop.has(flat(word))) break
    words.push(word)
  }
  return words.length === 0 ? null : { start, end: start + words.join(' ').length }
}

/** The line after a closing is a name when it is short and has no sentence in it. */
function takeLine(text: string, start: number, found: Span[]): void {
  const line = /^[^\n]*/u.exec(text.slice(start))?.[0] ?? ''
  const name = /^[\p{L}\p{M}][\p{L}\p{M}'’. -]{1,39}/u.exec(line)?.[0].trim() ?? ''
  const words = name.split(' ')
  if (name === '' || name.length < line.trim().replace(/[,.!]+$/u, '').length || words.length > 4) return
  if (words.some(word => stop.has(flat(word)))) return
  found.push({ start, end: start + name.length })
}
