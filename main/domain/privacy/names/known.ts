import { familyNames } from './family.ts'
import { givenNames } from './given.ts'

const split = (list: string) => new Set(list.trim().split(/\s+/u))
const given = split(givenNames)
const family = split(familyNames)

/** English words and places that are names only inside a name: "Mark my order", "Grace period". */
const doubtful = split(`mark grace chase art rich sue pat drew rob guy max will bill may april june hope faith joy rose
  sky star angel chance carol cash page case lane dale glen heath cliff wade gene dick jack frank ray lance pierce grant
  trace skip buck chip bob pam gay sunny stormy ginger cherry olive lily iris daisy crystal amber jade ruby pearl coral
  paris london sydney austin dallas houston madison charlotte victoria florence vienna milan verona sofia lima boston
  dakota carolina virginia georgia savannah alexandria brooklyn chelsea kent devon jordan israel chad china india asia
  america europe santiago rio leon valencia salvador cordoba mercy destiny trinity justice princess prince king duke
  baron earl major general sergeant bishop pope dean judge summer autumn winter mercury venus jupiter apollo mini mega
  nova luna aura terra flora fauna stella bella viola melody harmony lyric symphony christian noel santa easter
  angelica basil sage saffron coco kiwi honey candy cookie brandy sherry tia kahlua alma ada eve dawn nan an do so ok
  ha lan hong mai my no or as at be by can go he if in is it me of on to up us we am are was yes not for the and but you
  his her him she they them this that what when where who how why all any new old one two ten app web air box set kit pro
  plus max fit eco kid kids pet dog cat car bus van zip code card gift buy pay sell sale deal shop store size small
  medium large black white red blue green grey gray pink brown gold silver navy beige orange purple yellow date day week
  month year time hour now soon late early job work home office room desk lamp chair table bed sofa mug cup bag hat cap
  shoe dress shirt jean denim linen cotton wool silk leather royal noble regal smart wise loyal hardy ernest bunny
  merci por para con sin danke bitte alle mein dein gut neu alt man mann frau herr haus ana-sayfa san francisco andorra
  paco rabanne calvin ralph lauren tommy hugo michael-kors bruno marc jacobs estee levi dolce louis vuitton`)

export function isGivenName(flatWord: string): boolean {
  return given.has(flatWord) || (flatWord.includes('-') && flatWord.split('-').every(part => given.has(part)))
}

export function isFamilyName(flatWord: string): boolean {
  return family.has(flatWord)
}

export function isDoubtfulName(flatWord: string): boolean {
  return doubtful.has(flatWord)
}
