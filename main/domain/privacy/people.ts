import { isCommonWord } from '#domain/text/commonWords.ts'
import { flat } from '#domain/text/flat.ts'
import { introducedNames, type Span } from './introductions.ts'
import { isDoubtfulName, isFamilyName, isGivenName } from './names/known.ts'
import { isPlainWord } from './names/plainWords.ts'

const TITLE =
  '(?:mr|mrs|ms|miss|mx|dr|prof|professor|doctor|sir|lady|herrn?|frau|mme|mlle|monsieur|madame|señora?|señorita|sra?|srta|don|doña|sig|signora?|dhr|mevr|mister|misses)'
const titled = new RegExp(`(?<![\\p{L}\\p{M}])${TITLE}\\.? (?=\\p{L})`, 'giu')
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|das|la|le|bin|bint|ibn|al|el|zu|zum|ter|ten|af|av)$/u
const wordPattern = /[\p{L}\p{M}][\p{L}\p{M}'’-]*\.?/gu
const surnameForm =
  /(?:ova|ovic|evic|ovich|evich|sson|sdottir|dottir|owski|ewski|owska|ewska|ynska|inska|czyk|enko|yev|yeva|iyev|ayev|ilov|anov|inov|arov|anova|ssen|ersen|elsen|ansen|idis|opoulos|akis|escu|shvili|adze|ishvili|oglu|quist|kvist|strom|lund|berg|gaard|gard|mann|stein|vitch|wicz|uk|ski|ska|cki|cka|sky|esz|nen|maki|ainen|inen|ekova|akova|ikova|ackova|ez|ijk|huis|stra|veld|elli|etti|ucci|anu|mura|moto|yama|guchi|naga|hara|kawa|saki|shita)$/u
const org =
  /^(?:inc|llc|ltd|limited|gmbh|ag|corp|corporation|company|co|group|bank|university|college|school|hospital|hotel|airlines?|museum|orchestra|restaurant|café|cafe|church|foundation|institute|insurance|partners|associates|systems|solutions|services|service|store|shop|street|avenue|road|gmbh|s\.a|bv|oy|ab|kg|plc|weekly|times|news|magazine|records|press|media|studio|studios|team)$/u
const HAN_SURNAME =
  '(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])'
const chineseTitled = new RegExp(
  `(${HAN_SURNAME}\\p{Script=Han}{0,2}?)(?=先生|女士|小姐|太太|老师|经理|总(?:[，。,\\s]|$)|师傅|医生|同学|阿姨|大姐|大哥)`,
  'gu',
)
const japaneseTitled =
  /(?<![\p{Script=Han}\p{Script=Katakana}])((?!お客|皆|客|神|奥|何|上|王|殿|仏|他|各|娘|母|父|兄|姉|弟|妹|店|業者|担当者|配達員|運送屋|本屋|息子)[\p{Script=Han}]{1,4}|[ァ-ヶー]{2,8})(?=様|さま|さん(?!ざ)|さんの)/gu

interface Word {
  text: string
  flat: string
  start: number
  end: number
  isCapital: boolean
  isInitial: boolean
  /** Nothing but a blank stands between it and the word before. */
  isGlued: boolean
  isFirst: boolean
}

/** Names of people: introduced, titled, known as names, or of the shop's own contacts. Positions in the text. */
export function peopleIn(text: string, contactNames: readonly string[] = []): Span[] {
  const words = wordsOf(text)
  const found: Span[] = [...introducedNames(text), ...contactSpans(text, contactNames)]
  const places = new Map(words.map((word, index) => [word.start, index]))
  for (const match of text.matchAll(titled)) {
    const index = places.get(match.index + match[0].length) ?? -1
    const first = words[index]
    // "if i miss a payment": in small letters a title is often another word.
    if (first !== undefined && (first.isCapital || !isOrdinary(first))) found.push(nameAfterTitle(words, index))
  }
  for (const pattern of [chineseTitled, japaneseTitled])
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length })
  found.push(...chains(words), ...smallPairs(words))
  found.push(...listed(text, found), ...speakers(text, found))
  return merged([...found, ...again(words, found)])
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [written] = match
    const possessive = /['’]s$/u.exec(written)
    const isInitial = /^\p{Lu}\.?$/u.test(written) && written !== 'I'
    const bare = possessive !== null ? written.slice(0, -2) : isInitial ? written : written.replace(/\.$/u, '')
    const between = text.slice(words.at(-1)?.end ?? 0, match.index)
    words.push({
      text: bare,
      flat: flat(bare),
      start: match.index,
      end: match.index + bare.length,
      isCapital: /^\p{Lu}/u.test(bare) && (isInitial || !/^\p{Lu}{2,}$/u.test(bare)),
      isInitial: isInitial || /^\p{L}\.$/u.test(written),
      isGlued: words.length > 0 && between === ' ',
      isFirst: words.length === 0 || /[.!?:\n"“«]\s*$/u.test(between),
    })
  }
  return words
}

const isName = (word: Word) => isGivenName(word.flat) && !isDoubtfulName(word.flat)
const isSurname = (word: Word) =>
  (isFamilyName(word.flat) && !isDoubtfulName(word.flat)) || (word.flat.length >= 7 && surnameForm.test(word.flat))
const isOrdinary = (word: Word) => isCommonWord(word.flat) || isPlainWord(word.flat)

function nameAfterTitle(words: readonly Word[], index: number): Span {
  let last = index
  while (last - index < 3) {
    const next = words[last + 1]
    if (next === undefined || !next.isGlued) break
    const goesOn =
      words[index]?.isCapital === true ? next.isCapital || PARTICLE.test(next.flat) : isName(next) || isSurname(next)
    if (!goesOn || (isOrdinary(next) && !PARTICLE.test(next.flat))) break
    last += 1
  }
  return { start: words[index]?.start ?? 0, end: words[last]?.end ?? 0 }
}

/** Runs of capitalised words in which something is known to be a name. */
function chains(words: readonly Word[]): Span[] {
  const found: Span[] = []
  for (let from = 0; from < words.length; from += 1) {
    if (words[from]?.isCapital !== true) continue
    let to = from
    while (goesOn(words, to)) to += 1
    found.push(...inChain(words.slice(from, to + 1), words[to + 1]))
    from = to
  }
  return found
}

function goesOn(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  if (next === undefined || !next.isGlued) return false
  if (next.isCapital) return true
  const later = words[at + 2]
  const evenLater = words[at + 3]
  if (!PARTICLE.test(next.flat)) return false
  return (
    later?.isCapital === true || (later !== undefined && PARTICLE.test(later.flat) && evenLater?.isCapital === true)
  )
}

function inChain(chain: readonly Word[], next: Word | undefined): Span[] {
  if (chain.some(word => org.test(word.flat)) || (next?.isGlued === true && org.test(next.flat))) return []
  const start = chain.findIndex(word => !isOrdinary(word) || (isName(word) && !word.isFirst))
  if (start < 0) return []
  const parts = chain.slice(start)
  const last = parts.findLastIndex(word => !isOrdinary(word))
  const name = parts.slice(0, last + 1)
  const [first] = name
  const end = name.at(-1)
  // "the Aurora Desk Lamp" is a thing.
  const isThing = name.length === 1 && last < parts.length - 1
  if (first === undefined || end === undefined || isThing || !isPerson(name)) return []
  return [{ start: first.start, end: end.end }]
}

function isPerson(name: readonly Word[]): boolean {
  const [first] = name
  if (first === undefined) return false
  if (name.length === 1) {
    if (first.isInitial || first.text.length < 3) return false
    return isName(first) || (isSurname(first) && !first.isFirst)
  }
  const known = name.filter(word => isName(word) || isSurname(word) || isGivenName(word.flat))
  const hasParticle = name.slice(1, -1).some(word => /^(?:van|von|bin|ibn|zu|della|dos)$/u.test(word.flat))
  const hasMiddle = name.length >= 3 && name.slice(1, -1).some(word => word.isInitial) && !first.isInitial
  return known.some(word => isName(word) || isSurname(word)) || known.length >= 2 || hasMiddle || hasParticle
}

/** In small letters only a known first name with a known family name, or with an initial between, is sure enough. */
function smallPairs(words: readonly Word[]): Span[] {
  return words.flatMap((word, index): Span[] => {
    const next = words[index + 1]
    if (word.isCapital || word.flat.length < 4 || !isName(word) || next === undefined || !next.isGlued) return []
    const later = words[index + 2]
    if (next.isInitial && later?.isGlued === true && later.flat.length >= 4 && !isOrdinary(later))
      return [{ start: word.start, end: later.end }]
    return next.flat.length >= 4 && isSurname(next) && !isOrdinary(next) ? [{ start: word.start, end: next.end }] : []
  })
}

const CAPITAL_WORD = "(?<![\\p{L}\\p{M}'’-])\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}"
const list = new RegExp(
  `${CAPITAL_WORD}(?:, ${CAPITAL_WORD}){1,8},? (?:and|or|&|y|et|und|e) ${CAPITAL_WORD}|${CAPITAL_WORD} (?:and|&) ${CAPITAL_WORD}`,
  'gu',
)

/** "Kim, Becker and Lopez": one name in a list makes names of its like. */
function listed(text: string, found: readonly Span[]): Span[] {
  return Array.from(text.matchAll(list)).flatMap(match => {
    const members = Array.from(match[0].matchAll(new RegExp(CAPITAL_WORD, 'gu')), part => ({
      start: match.index + part.index,
      end: match.index + part.index + part[0].length,
    }))
    const isList = members.length >= 3
    return isList && members.some(member => covers(found, member)) ? members : []
  })
}

const speaker = /^[ \t>]*(\p{Lu}[\p{L}\p{M}'’-]{1,20}(?: \p{Lu}[\p{L}\p{M}'’-]{1,20})?):(?= )/gmu

/** A chat that was pasted: "Ann: hello" on every line. One name among the speakers makes names of all. */
function speakers(text: string, found: readonly Span[]): Span[] {
  const lines = Array.from(text.matchAll(speaker), match => {
    const start = match.index + match[0].indexOf(match[1] ?? '')
    return { start, end: start + (match[1] ?? '').length }
  })
  const own = lines.filter(({ start, end }) => !isPlainWord(flat(text.slice(start, end))))
  return own.length >= 2 && own.some(line => covers(found, line)) ? own : []
}

function covers(found: readonly Span[], { start, end }: Span): boolean {
  return found.some(span => span.start <= start && span.end >= end)
}

/** A part of a name that was found stands for the same person elsewhere. */
function again(words: readonly Word[], found: readonly Span[]): Span[] {
  const spans = merged(found)
  const parts = new Set<string>()
  let at = 0
  for (const word of words) {
    while (at < spans.length && (spans[at]?.end ?? 0) < word.end) at += 1
    const isInside = word.start >= (spans[at]?.start ?? Number.POSITIVE_INFINITY)
    if (isInside && word.flat.length >= 4 && !isOrdinary(word)) parts.add(word.text)
  }
  return words.filter(word => parts.has(word.text)).map(({ start, end }) => ({ start, end }))
}

const SHORTEST_CONTACT_NAME = 3

function contactSpans(text: string, names: readonly string[]): Span[] {
  const plain = flat(text)
  return names.flatMap(name => {
    const wanted = flat(name.trim())
    if (wanted.length < SHORTEST_CONTACT_NAME && !/\p{Script=Han}/u.test(wanted)) return []
    const spans: Span[] = []
    for (let at = plain.indexOf(wanted); at >= 0 && wanted !== ''; at = plain.indexOf(wanted, at + wanted.length)) {
      const isWhole = !/[\p{Script=Latin}\d]/u.test(plain.charAt(at - 1) + plain.charAt(at + wanted.length))
      if (isWhole) spans.push({ start: at, end: at + wanted.length })
    }
    return spans
  })
}

function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}
