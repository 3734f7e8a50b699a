const CAP = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]{0,30}|ul\\.|u\\.|no\\.)"
const NUMBER = '\\d{1,5}(?:[-/]\\d{1,4})?[a-zA-Z]?'
const LITTLE =
  '(?:of|de|del|della|delle|dei|degli|dello|di|da|do|dos|das|du|des|la|las|los|le|les|el|van|der|den|von|zum|zur|am|an|auf|the|i|y|e)'
const NAME = `${CAP}(?: (?:${LITTLE} ){0,3}${CAP}| ${NUMBER}(?= \\p{Lu}| (?:st|street|ave)(?!\\p{L}))){0,5}`

/** Words that name a street and hardly anything else. */
const STREET_WORD =
  'street|str|st|avenue|ave|av|road|rd|lane|ln|boulevard|blvd|terrace|terrasse|crescent|cres|parkway|pkwy|highway|hwy|mews|alley|turnpike|motorway|causeway|expressway|freeway|quay|gardens|heights|esplanade|promenade|cul-de-sac'
/** Words of streets that are also words of other things: "Portable Drive", "Night Light". */
const DOUBTFUL_STREET_WORD =
  'drive|dr|court|ct|place|pl|square|squares|sq|ter|circle|cir|close|way|walk|row|hill|hills|grove|garden|park|parks|loop|trail|trl|path|point|plaza|view|views|ridge|mount|meadow|meadows|isle|cove|coves|fort|forts|estate|estates|island|islands|junction|spring|springs|union|unions|bridge|crossing|crossroad|extension|field|fields|flat|flats|forest|glen|haven|hollow|knoll|knolls|lake|lakes|landing|lodge|manor|mill|mills|mission|orchard|oval|pass|passage|pike|pine|pines|plain|plains|port|ports|prairie|ranch|rapid|rapids|rest|river|roads|route|run|shoal|shoals|shore|shores|skyway|spur|spurs|stream|summit|throughway|trace|track|tunnel|underpass|valley|valleys|via|viaduct|village|villages|ville|vista|walks|wall|well|wells|bypass|camp|canyon|cape|center|centers|centre|club|common|corner|corners|course|courts|creek|crest|curve|dale|dam|divide|drives|falls|ferry|ford|fords|forge|forges|fork|forks|gateway|green|greens|harbor|harbors|inlet|key|keys|light|lights|locks?|mall|neck|trafficway|stravenue'
const STREET_LEAD =
  'rue|avenue|av\\.?|boulevard|bd|chemin|place|allee|impasse|quai|cours|route|via|viale|piazza|piazzetta|corso|largo|vicolo|strada|calle|c/|avenida|avda\\.?|paseo|plaza|camino|carrera|rua|travessa|praca|estrada|alameda|rodovia|ul\\.?|ulica|aleja|al\\.|os\\.|plac|trg|cesta|ulitsa|λεωφόρος|οδός|jalan|jl\\.'
/** Those that no ordinary sentence uses in small letters. */
const STREET_SMALL =
  'rue|avenue|boulevard|chemin|calle|avenida|avda\\.|paseo|strada|corso|piazza|rua|rúa|travessa|ulica|ul\\.|trg|cesta|aleja'
/** Endings that grow onto the name: `Hauptstraße`, `Magasinsgatan`. */
const STREET_ENDING =
  '(?:strasse|straße|str\\.|weg|allee|platz|gasse|damm|ufer|gatan|gata|gaten|gade|vagen|vegen|vej|vejen|veien|stien|torget|torv|katu|kuja|polku|maantee|straat|laan|plein|gracht|singel|dijk|dreef|utca|korut|namesti|stigur|straeti|stræti|gotu|vegur|braut|terrasse|backen|stigen|svingen)'
const DOUBTFUL_ENDING =
  '(?:ring|steig|graben|hof|gate|vag|veg|alle|tie|raitti|kade|hove|pad|baan|markt|utja|ter|tere|holt|hagi|sundi|berg|grand|leden|vollen|bakken|tunet|asen|lia|tun|ova|ska)'
const UNIT_WORD =
  'apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|building|bldg|block|appt|appartement|piso|puerta|bat|etage|stock|whg|wohnung|lejl|interno|scala|box|p\\.?o\\.? ?box|postbox|postfach|apartado|boite postale|bp'
const LETTER_BORDER = '(?<![\\p{L}\\p{M}\\d])'
const WORD_END = '(?![\\p{L}\\p{M}\\d])'

/** `rue` also as `Rue` and `RUE`; short words in small letters are left out, they are too often something else. */
function cased(words: string, shortest = 5): string {
  return words
    .split('|')
    .flatMap(word => [
      word.charAt(0).toUpperCase() + word.slice(1),
      ...(word.length >= shortest ? [word] : []),
      // Only letters are made large: `\\.` and its like stay.
      ...(/\\/u.test(word) ? [] : [word.toUpperCase()]),
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

const UNIT = `(?:${cased(UNIT_WORD, 1)})\\.? ?#?\\p{L}?\\d[\\p{L}\\d-]*`
const COUNTRY_CODE = '\\p{Lu}{2,3}(?!\\p{L})'
const CITY =
  "(?:\\p{Lu}[\\p{L}\\p{M}'’.∆-]{0,30}|nan)(?:[ -](?:(?:de|del|la|le|les|sur|am|an|der|i|y|upon|on|do|da|dos|van|nad|pod) ){0,2}[\\p{Lu}∆][\\p{L}\\p{M}'’.∆-]{0,30}){0,4}(?: \\([^()\\n]{2,30}\\))?"
const POST =
  '(?:\\d{4,6}(?:-\\d{3,4})?|\\d{3} \\d{2}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}|\\d{2}-\\d{3})'

/** What may follow a street: the flat, then town, state, postcode, country, also over line ends and list signs. */
export const unit = new RegExp(`^[\\s,.;?>|*•-]{0,8}${UNIT}\\.?`, 'u')
export const town = new RegExp(
  `^(?:[ \\t]*[,\\n][\\s,?>|*•-]{0,8}|[ \\t]+)(?:${POST}(?:,? ${CITY})?|${CITY}(?:,? ${COUNTRY_CODE})?(?: ${POST})?|${COUNTRY_CODE} ${POST})${WORD_END}`,
  'u',
)

export interface StreetForm {
  pattern: RegExp
  /** A number and two names may be anything: then a word of place must stand before, or even a sure one. */
  needs: 'nothing' | 'place' | 'strong'
}

const form = (needs: StreetForm['needs'], source: string): StreetForm => ({
  needs,
  pattern: new RegExp(`${LETTER_BORDER}${source}`, 'gu'),
})
const numbered = (words: string) =>
  `(?:\\d{3,6}[ \\t]+)?${NUMBER},? (?:${NAME} |\\d{1,3}(?:st|nd|rd|th) )(?:${NUMBER} )?(?:${cased(words)})\\.?(?: ${NUMBER}${WORD_END})?${WORD_END}`
const ended = (endings: string) =>
  `(?:\\d{1,6}[ \\t\\n]+)?(?:${CAP} ){0,2}\\p{Lu}[\\p{L}\\p{M}'’-]{0,30}${accented(endings)}\\.? ${NUMBER}${WORD_END}\\.?`

export const streetForms: readonly StreetForm[] = [
  // 12 Main Street, 27534 Old Mill Road 63
  form('nothing', numbered(STREET_WORD)),
  form('place', numbered(DOUBTFUL_STREET_WORD)),
  // Rue de la Paix 12, Via Roma 5, ul. Miła 53
  form(
    'nothing',
    `(?:\\d{1,6},?[ \\t]+){1,2}(?:${cased(STREET_LEAD)}) (?:${LITTLE} |d'|l'){0,3}(?:${NAME}|\\p{L}{4,})(?:,? ${NUMBER}${WORD_END})?`,
  ),
  form('nothing', `(?:${cased(STREET_LEAD)}) (?:${LITTLE} |d'|l'){0,3}${NAME},? ${NUMBER}${WORD_END}`),
  form('place', `(?:${cased(STREET_LEAD)}) (?:${LITTLE} |d'|l'){0,3}${NAME}`),
  // rue du centre 320, 33 avenue de provence: in small letters the number must be there
  form(
    'nothing',
    `(?:\\d{1,6},? )?(?:\\d{1,5} (?:${STREET_SMALL}) (?:[\\p{L}'’.]{1,30} ?){1,4}?|(?:${STREET_SMALL}) (?:[\\p{L}'’.]{1,30} ){1,4}${NUMBER})${WORD_END}`,
  ),
  // on Marina Fort Street: a street without a number, after a word of place
  form('place', `(?:${CAP} ){1,3}(?:Street|Road|Avenue|Boulevard|Lane|Drive|Square|Highway)${WORD_END}`),
  // Hauptstraße 5, Magasinsgatan 7, 25615 Tawastintie 72
  form('nothing', ended(STREET_ENDING)),
  form('place', ended(DOUBTFUL_ENDING)),
  // PSC 1437, Box 3833 / Unit 7349 Box 6067 / P.O. Box 287
  form(
    'nothing',
    `(?:\\d{1,6} )?(?:(?:(?:PSC|Unit|UNIT) \\d+,? ?(?:Box|BOX) \\d+|US[NCS][A-Z]* \\p{Lu}\\p{L}+|USS \\p{Lu}\\p{L}+)(?:\\s*,?\\s*(?:[ADF]PO) A[AEP](?: \\d{5})?)?|(?:P\\.? ?O\\.? ?[Bb]ox|p\\.? ?o\\.? box|PO BOX|Postbox|postbox|Post Office Box|Postfach|Apartado(?: de correos)?|Boîte postale|BP) \\d+(?: ${NAME})?)${WORD_END}`,
  ),
  // 1987 74 Diakou Suite 680: a unit shows that what stands before it is a street
  form(
    'nothing',
    `\\d{1,6}(?: \\d{1,5})? [\\p{L}\\p{M}'’.]{1,30}(?: [\\p{L}\\p{M}\\d'’.]{1,30}){0,5}[\\s,.]{1,4}(?=(?:[Aa]pt|[Ss]uite|[Aa]partment|[Uu]nit|[Ff]lat|[Aa]ppt)\\.? ?#?\\d)`,
  ),
  // the corner of 5th Avenue and Main Street
  form(
    'nothing',
    `(?:the )?corner of (?:${NUMBER} )?${NAME}\\.?(?: ${NUMBER})? (?:and|&) (?:\\p{Ll}+ )?${NAME}(?: ${NUMBER}${WORD_END})?`,
  ),
  // Pivovarská 276, 17151 Allika 46: a number after an unknown name
  form('place', `\\d{3,6}[ \\t]+(?:${NAME}\\.? ${NUMBER}${WORD_END}\\.?|${NUMBER} ${NAME})`),
  form('strong', `(?:${NAME}\\.? ${NUMBER}${WORD_END}\\.?|${NUMBER} ${NAME})`),
  form(
    'place',
    `(?:\\d{1,6} )?${NAME}\\.? ${NUMBER}${WORD_END}\\.?(?=\\s*(?:[,\\n]\\s*(?:${CITY})?,?\\s*(?:${COUNTRY_CODE} )?${POST}|[,\\n ][\\s?>|*•-]*${UNIT}|,? (?:St|st|Street|street)(?!\\p{L})))`,
  ),
  form('place', `${NUMBER},? ${NAME}(?=\\s*[,\\n]\\s*(?:${POST} )?\\p{Lu})`),
]
