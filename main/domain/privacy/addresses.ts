import { flat } from '#domain/text/flat.ts'
import type { Span } from './introductions.ts'

const CAP = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|ul\\.|u\\.|no\\.)"
const NUMBER = '\\d{1,5}(?:[-/]\\d{1,4})?[a-zA-Z]?'
const LITTLE =
  '(?:of|de|del|della|di|da|do|dos|das|du|des|la|las|los|le|les|el|van|der|den|von|zum|zur|am|an|auf|the|i|y|e)'
const NAME = `${CAP}(?: (?:${LITTLE} ){0,3}${CAP}| ${NUMBER}(?= \\p{Lu}| (?:st|street|ave)\\b)){0,5}`

/** Kinds of street: words of their own, and endings such as `straße` and `gatan` that grow onto the name. */
const STREET_WORD =
  'street|str|st|avenue|ave|av|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|square|squares|sq|terrace|ter|terrasse|crescent|cres|parkway|pkwy|highway|hwy|circle|cir|close|way|walk|row|mews|hill|grove|gardens?|park|parks|quay|alley|loop|trail|trl|path|point|plaza|view|ridge|heights|mount|meadows?|isle|isles?|cove|coves|fort|forts|estates?|islands?|junctions?|springs?|union|unions|bridge|crossing|crossroad|extension|field|fields|forest|glen|haven|heights?|hollow|knolls?|lake|lakes|landing|manor|mill|mills|mission|motorway|orchard|oval|pass|passage|pike|pines?|plains?|port|ports|prairie|ranch|rapids?|rest|river|roads|route|shoals?|shores?|skyway|spur|spurs|stravenue|stream|summit|throughway|trace|track|trafficway|tunnel|turnpike|underpass|valley|valleys|via|viaduct|village|villages|ville|vista|walks|wall|well|wells|bypass|camp|canyon|cape|causeway|center|centers|centre|club|common|corner|corners|course|courts|creek|crest|curve|dale|dam|divide|drives|falls|ferry|flat|flats|ford|fords|forge|fork|forks|freeway|gateway|green|greens|harbor|harbors|hills|inlet|key|keys|light|lights|locks?|lodge|mall|neck'
const STREET_LEAD =
  'rue|avenue|av\\.?|boulevard|bd|chemin|place|allee|impasse|quai|cours|route|via|viale|piazza|corso|largo|vicolo|strada|calle|c/|avenida|avda\\.?|paseo|plaza|camino|carrera|rua|travessa|praca|estrada|alameda|rodovia|ul\\.?|ulica|aleja|al\\.|os\\.|plac|trg|cesta|ulitsa|λεωφορος|οδος|jalan|jl\\.'
/** Those that no ordinary sentence uses. */
const STREET_SMALL =
  'rue|avenue|boulevard|chemin|calle|avenida|avda\\.|paseo|strada|corso|piazza|rua|rúa|travessa|ulica|ul\\.|trg|cesta|aleja'
const STREET_ENDING =
  '(?:strasse|straße|strase|str\\.|weg|allee|platz|gasse|ring|damm|ufer|steig|graben|hof|gata|gatan|gate|gaten|gade|vagen|vag|vegen|veien|vej|vejen|veien|alle|stien|torget|torv|tie|katu|kuja|polku|raitti|tn|maantee|straat|laan|plein|kade|gracht|singel|dijk|dreef|hove|hof|pad|baan|markt|utca|ut|utja|ter|tere|korut|ova|ska|eva|eho|nam\\.|namesti|namestie|stigur|stræti|straeti|gotu|gata|vegur|braut|holt|hagi|sundi|land|berg|backe|backen|grand|plan|stigen|leden|vollen|bakken|tunet|svingen|asen|lia|veg)'

const UNIT =
  '(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|building|bldg|block|appt|appartement|piso|puerta|bat|etage|stock|whg|wohnung|lejl|interno|scala|box|p\\.?o\\.? ?box|postbox|postfach|apartado|boite postale|bp)\\.? ?#?[\\p{L}]?\\d[\\p{L}\\d-]*'
const COUNTRY_CODE = '\\p{Lu}{2,3}(?![\\p{L}])'
const CITY =
  "(?:\\p{Lu}[\\p{L}\\p{M}'’.∆-]*|nan)(?:[ -](?:(?:de|del|la|le|les|sur|am|an|der|i|y|upon|on|do|da|dos|van|nad|pod) ){0,2}\\p{Lu}[\\p{L}\\p{M}'’.∆-]*){0,4}(?: \\([^()\\n]{2,30}\\))?"
const POST =
  '(?:\\d{4,6}(?:-\\d{3,4})?|\\d{3} \\d{2}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}|\\d{2}-\\d{3})'
const LETTER_BORDER = '(?<![\\p{L}\\p{M}\\d])'
const WORD_END = '(?![\\p{L}\\p{M}\\d])'

const units = new RegExp(`^[\\s,.;?>|*•-]{0,8}(?:${UNIT})\\.?`, 'iu')
/** In a text without capitals a place is one or two words between commas. */
const tailSmall = /^,[ \n]\p{L}[\p{L}'-]+(?: \p{L}[\p{L}'-]+)?(?=[,.;?!\n]|$)/u
const tail = new RegExp(
  `^(?:[ \\t]*[,\\n][\\s,?>|*•-]{0,8}|[ \\t]+)(?:${POST}(?:,? ${CITY})?|${CITY}(?:,? ${COUNTRY_CODE})?(?: ${POST})?|${COUNTRY_CODE} ${POST})${WORD_END}`,
  'u',
)
const tailFlat = new RegExp(
  `^(?:[ \\t]*[,\\n][\\s,?>|*•-]{0,8})(?:[a-z'-]+(?: [a-z'-]+){0,2})?,? ?(?:[a-z]{2} )?\\d{4,6}${WORD_END}`,
  'u',
)
const MOST_TAILS = 6

const before = new RegExp(
  "(?:(?<!\\p{L})(?:address(?:es)?|addr|live[sd]?|living|located|is at|deliver\\p{L}*|ship(?:ped|ping)?|send|sent|meet|meeting|taxi|return|drop\\p{L}* \\p{L}+ off|move[ds]?|moving|enter|entrance|side of|corner|direccion|vivo|enviar|domicilio|calle|adresse|habite|livrer|envoyer|anschrift|wohne|liefern|schicken|straße|indirizzo|abito|morada|adres|adresa)(?!\\p{L})[^.!?]{0,40}[:\\s]|(?<!\\p{L})(?:at|in|on|to|from|is|it's|bei|in der|en|a|au)[ :]+|^\\s*|\\n\\s*|[:,] ?|\\.\\s|[-–•>|*] )$",
  'iu',
)
const strong =
  /(?<!\p{L})(?:address(?:es)?|lives?|living at|located|is at|meet\p{L}*|deliver|ship|send|sent|return to|taxi|drop\p{L}* \p{L}+ off|side of|corner of|direccion|vivo en|domicilio|adresse|habite|anschrift|wohne|indirizzo|enter\p{L}*)(?!\p{L})[^!?]{0,60}$/iu

interface Core {
  pattern: RegExp
  /** A number and two names may be anything; without a place to stand on they are left alone. */
  needs: 'nothing' | 'place' | 'strong'
}

const cores: readonly Core[] = [
  // 12 Main Street, 27534 Old Mill Road 63
  {
    needs: 'nothing',
    pattern: new RegExp(
      `${LETTER_BORDER}(?:\\d{3,6}[ \\t]+)?${NUMBER},? (?:${NAME} |\\d{1,3}(?:st|nd|rd|th) )(?:${NUMBER} )?(?:${alsoCapital(STREET_WORD)})\\.?(?: ${NUMBER}${WORD_END})?${WORD_END}`,
      'gu',
    ),
  },
  // Rue de la Paix 12, Via Roma 5, ul. Miła 53
  {
    needs: 'nothing',
    pattern: new RegExp(
      `${LETTER_BORDER}(?:\\d{1,6},?[ \\t]+){0,2}(?:${alsoCapital(STREET_LEAD)}) (?:${LITTLE} |d'|l'){0,3}${NAME}(?:,? ${NUMBER}${WORD_END})?`,
      'gu',
    ),
  },
  // rue du centre 320, 33 avenue de provence: in small letters the number must be there
  {
    needs: 'nothing',
    pattern: new RegExp(
      `${LETTER_BORDER}(?:\\d{1,6},? )?(?:\\d{1,5} (?:${STREET_SMALL}) (?:[\\p{L}'’.]+ ?){1,4}?|(?:${STREET_SMALL}) (?:[\\p{L}'’.]+ ){1,4}${NUMBER})${WORD_END}`,
      'gu',
    ),
  },
  // on Marina Fort Street: a street without a number, after a word of place
  {
    needs: 'place',
    pattern: new RegExp(
      `${LETTER_BORDER}(?:${CAP} ){1,3}(?:Street|Road|Avenue|Boulevard|Lane|Drive|Square|Highway)${WORD_END}`,
      'gu',
    ),
  },
  // Hauptstraße 5, Magasinsgatan 7, 25615 Tawastintie 72
  {
    needs: 'nothing',
    pattern: new RegExp(
      `${LETTER_BORDER}(?:\\d{1,6}[ \\t\\n]+)?(?:${CAP} ){0,2}\\p{Lu}?[\\p{L}\\p{M}'’-]*${accented(STREET_ENDING)}\\.? ${NUMBER}${WORD_END}\\.?`,
      'giu',
    ),
  },
  // PSC 1437, Box 3833 / Unit 7349 Box 6067 / P.O. Box 287
  {
    needs: 'nothing',
    pattern: new RegExp(
      `${LETTER_BORDER}(?:\\d{1,6} )?(?:(?:PSC|Unit|US[NCS][A-Z]*|USS) [\\p{L}\\d]+,? ?(?:Box \\d+)?|(?:P\\.? ?O\\.? ?Box|Postbox|Post Office Box|Postfach|Apartado(?: de correos)?|Boîte postale|BP) \\d+(?: ${NAME})?)(?:\\s*,?\\s*(?:[ADF]PO|FPO) A[AEP](?: \\d{5})?)?${WORD_END}`,
      'giu',
    ),
  },
  // 1987 74 Diakou Suite 680: a unit shows that what stands before it is a street
  {
    needs: 'nothing',
    pattern: new RegExp(
      `${LETTER_BORDER}\\d{1,6}(?: \\d{1,5})? [\\p{L}\\p{M}'’.]+(?: [\\p{L}\\p{M}\\d'’.]+){0,5}[\\s,.]{1,4}(?=(?:apt|suite|apartment|unit|flat|appt)\\.? ?#?\\d)`,
      'giu',
    ),
  },
  // the corner of Dalbraut 99 and Frederikke Coves
  {
    needs: 'nothing',
    pattern: new RegExp(
      `${LETTER_BORDER}(?:the )?corner of ${NAME}(?: ${NUMBER})? (?:and|&) ${NAME}(?: ${NUMBER}${WORD_END})?`,
      'giu',
    ),
  },
  // Pivovarská 276, 17151 Allika 46, Via 12 (number after an unknown name)
  { needs: 'place', pattern: new RegExp(`${LETTER_BORDER}\\d{3,6}[ \\t]+${NAME}\\.? ${NUMBER}${WORD_END}\\.?`, 'gu') },
  {
    needs: 'strong',
    pattern: new RegExp(`${LETTER_BORDER}(?:${NAME}\\.? ${NUMBER}${WORD_END}\\.?|${NUMBER} ${NAME})`, 'gu'),
  },
  {
    needs: 'place',
    pattern: new RegExp(
      `${LETTER_BORDER}(?:\\d{1,6} )?${NAME}\\.? ${NUMBER}${WORD_END}\\.?(?=\\s*(?:[,\\n]\\s*(?:${CITY})?,?\\s*(?:${COUNTRY_CODE} )?${POST}|[,\\n ]\\s*${UNIT}|,? (?:st|street)\\b))`,
      'gu',
    ),
  },
  {
    needs: 'place',
    pattern: new RegExp(`${LETTER_BORDER}${NUMBER},? ${NAME}(?=\\s*[,\\n]\\s*(?:${POST} )?\\p{Lu})`, 'gu'),
  },
]
const PLACE = '[^\\P{Script=Han}到在至往是为址于寄送给的我你发去地和]'
const PROVINCE =
  '(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?'
const CITY_HAN = `${PLACE}{2,6}(?:市|自治州|地区|盟)`
const DISTRICT = `${PLACE}{1,6}(?:区|县|旗|市)`
const TOWN = `${PLACE}{1,6}(?:街道|镇|乡)`
const ROAD = `[\\p{Script=Han}\\d]{1,10}?(?:路|街|大道|巷|胡同|弄|里|村|道)(?:[东西南北中]?段)?`
const HOUSE = '\\d{1,5}(?:-\\d{1,4})?(?:号(?:院|楼|铺|之\\d)?|弄|栋|幢|座)'
const ROOM = '(?:[\\p{Script=Han}\\d\\w-]{0,12}?(?:号楼|号|栋|幢|座|单元|层|楼|室|房|铺|户)){0,5}(?:\\d{2,5})?'
const chinese = new RegExp(
  `(?:${PROVINCE}(?:${CITY_HAN})?(?:${DISTRICT})?|${CITY_HAN}(?:${DISTRICT})?|${DISTRICT})(?:${TOWN})?(?:${ROAD}(?:${HOUSE})?|[\\p{Script=Han}\\d]{2,14}?(?:小区|大厦|广场|花园|公寓|苑|新村|社区|学校|大学|医院|中心|工业园|科技园|园区))${ROOM}|(?:${PLACE}{1,6}(?:路|街|大道|巷|胡同))${HOUSE}${ROOM}`,
  'gu',
)
const japanese =
  /(?:〒?\d{3}-\d{4}\s*)?(?:東京都|北海道|(?:京都|大阪)府|[\p{Script=Han}]{2,3}県)[\p{Script=Han}ぁ-んァ-ヶー\d０-９-]{2,30}(?:\d+(?:丁目|番地?|号|-)?)*(?:\s?[\p{Script=Han}ァ-ヶー]{2,12}\d{1,4}号?室?)?/gu
const LONGEST_READ = 6000

/** Street addresses with the place, postcode and country behind them, in the order of the text. */
export function addressesIn(text: string): Span[] {
  const read = text.slice(0, LONGEST_READ)
  const found: Span[] = []
  for (const pattern of [chinese, japanese])
    for (const match of read.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length })
  const isSmall = !/\p{Lu}/u.test(read)
  for (const { pattern, needs } of /\d|street|road|avenue/iu.test(read) ? cores : []) {
    for (const match of read.matchAll(pattern)) {
      const lead = read.slice(Math.max(0, match.index - 80), match.index)
      if (!hasPlace(lead, needs) || !isStreet(match[0])) continue
      found.push({ start: match.index, end: extended(read, match.index + match[0].trimEnd().length, isSmall) })
    }
  }
  return joined(found)
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

function hasPlace(lead: string, needs: Core['needs']): boolean {
  if (needs === 'nothing') return true
  return needs === 'strong' ? strong.test(lead) : before.test(lead)
}

const noStreet =
  /^(?:(?:page|room|chapter|version|step|size|model|type|bus|line|gate|order|invoice|ticket|table|item|windows|iphone|ipad|galaxy|pixel|xbox|playstation|series|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mai|juni|juli|enero|marzo|abril|mayo|junio|julio|agosto|janvier|fevrier|mars|avril|juin|juillet|aout|article|section|phone|mobile|fax|tel|desk|iban|card|visa|zip|code) ?#?\d|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december|st place|nd place|rd place|way|point|points|light|lights|pass|passes|course|courses|corner|corners|view|views|key|keys|track|tracks|center|club|field|fields|port|ports|route|routes|wells?|lock|locks|green|pike|square|ways|flat|walk|row|rows)(?![\p{L}]))/u

function isStreet(found: string): boolean {
  return !noStreet.test(flat(found))
}

/** The rest of the address: flat, town, state, postcode, country, over line ends. */
function extended(text: string, end: number, isSmall: boolean): number {
  let to = end
  for (let count = 0; count < MOST_TAILS; count += 1) {
    const rest = text.slice(to, to + 90)
    const match =
      units.exec(rest) ??
      (/^\s*(?:[,\n]|[ \t]+(?:\p{Lu}|\d))/u.test(rest) ? tail.exec(rest) : null) ??
      tailFlat.exec(flat(rest)) ??
      (isSmall ? tailSmall.exec(rest) : null)
    if (match === null || match[0].trim() === '' || isSentence(rest, match[0])) break
    to += match[0].length
  }
  return to
}

/** After a line end a new sentence or form field ("Phone: …") may start with a capital too. */
function isSentence(rest: string, part: string): boolean {
  const following = rest.slice(part.length)
  return (
    /^\s*:/u.test(following) ||
    (/^\s*,?\s*\p{Lu}\p{Ll}+$/u.test(part) && /^ (?:\p{Ll}+ ){2}/u.test(following) && !part.includes(','))
  )
}

function alsoCapital(words: string): string {
  return words
    .split('|')
    .flatMap(word => [
      word.charAt(0).toUpperCase() + word.slice(1),
      ...(word.length > 4 ? [word] : []),
      word.toUpperCase(),
    ])
    .join('|')
}

function accented(source: string): string {
  return source
    .replaceAll('a', '[aáàâäåæ]')
    .replaceAll('o', '[oóöøő]')
    .replaceAll('u', '[uúüůű]')
    .replaceAll('e', '[eéèěæ]')
    .replaceAll('i', '[iíï]')
}

const postcodeNamed =
  /(?<![\p{L}])(?:zip(?: ?code)?|post ?code|postal(?: code)?|plz|postleitzahl|code postal|codigo postal|c\.p\.|cep|cap)(?: (?:is|number|no|ist|est|es))?[\s:.#-]{0,3}((?=[a-z\d -]*\d)[a-z\d]{2,5}[ -]?[a-z\d]{1,4})(?![\p{L}\d])|(?:邮编|邮政编码|郵便番号|〒)(?:是|为|は)?[\s:：]{0,2}(\d{3}-?\d{4}|\d{6})|(?<![\p{L}\d])(\d{5})(?= \p{Lu}?[\p{Ll}]{3,}(?:[.,\n]|$))/gu
const postcodeForm =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|\d{4} [A-Z]{2})(?![\p{L}\d])/gu

/** Postcodes that a word names or whose form shows them (British, Canadian, Dutch). */
export function postcodesIn(text: string): Span[] {
  const read = text.slice(0, LONGEST_READ)
  const found: Span[] = []
  for (const match of flat(read).matchAll(postcodeNamed)) {
    const code = match[1] ?? match[2] ?? match[3] ?? ''
    const end = match.index + match[0].length
    found.push({ start: end - code.length, end })
  }
  for (const match of read.matchAll(postcodeForm))
    found.push({ start: match.index, end: match.index + match[0].length })
  return found
}
