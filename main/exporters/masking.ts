import { rehearseRedaction } from '#domain/privacy/rehearse.ts'
import { redact } from '#domain/privacy/redact.ts'
import type { Language } from '#contract/settings.ts'
import type { Breathe } from './breath.ts'

/** Whose words a text are: what must not stand in it, whatever it looks like. */
export interface Person {
  /** Of the contact, in all their forms. */
  readonly names: readonly string[]
  readonly addresses: readonly string[]
}

export interface Masking {
  readonly isOn: boolean
  /** The first time, masking is slow: call it before. */
  prepare(breathe: Breathe): Promise<void>
  text(text: string, person: Person): string
  /** `Contact 12`. */
  contact(number: number, name: string): string
  address(address: string): string
  file(name: string): string
}

const contactWord = { en: 'Contact', 'zh-CN': '联系人' }
const fileWord = { en: 'file', 'zh-CN': '文件' }
const plain: Masking = {
  isOn: false,
  prepare: async () => undefined,
  text: text => text,
  contact: (_, name) => name,
  address: address => address,
  file: name => name,
}

/** Shorter names are words of the language too often: `An`, `Li`; the rules for names see them where they are named. */
const SHORTEST_NAME = 3

/** The rules for addresses read no further into a text. */
const LONGEST_AT_ONCE = 6000

/** Takes out what tells who somebody is. `patterns`: how the shop's order numbers look; these stay. */
export function createMasking(isOn: boolean, language: Language, patterns: readonly string[]): Masking {
  if (!isOn) return plain

  function maskPart(original: string, { names, addresses }: Person): { text: string; people: string[] } {
    const literal = addresses
      .filter(address => address.length >= SHORTEST_NAME)
      .reduce((left, address) => replaceAll(left, address, '[address]'), original)
    const { text: redacted, found } = redact(literal, { allow: patterns, names })
    const marked = redacted.replace(/\[([A-Z]+)_\d+\]/gu, (_, label: string) => `[${label.toLowerCase()}]`)
    const withoutNames = names
      .filter(name => name.trim().length >= SHORTEST_NAME || /\p{Script=Han}{2}/u.test(name))
      .reduce((left, name) => replaceAll(left, name.trim(), '[name]'), marked)
    const people = found.filter(({ type }) => type === 'PERSON').map(({ start, end }) => literal.slice(start, end))
    return { text: withoutNames, people }
  }

  /** Who is named in one part is known in those behind it. */
  function text(original: string, { names, addresses }: Person): string {
    const known = new Set(names)
    let masked = ''
    for (const part of partsOf(original)) {
      const one = maskPart(part, { names: [...known], addresses })
      masked += one.text
      for (const name of one.people) known.add(name)
    }
    return masked
  }

  return {
    isOn,
    async prepare(breathe) {
      for (const _ of rehearseRedaction()) await breathe()
    },
    text,
    contact: number => `${contactWord[language]} ${number}`,
    address: () => '',
    file(name) {
      const [ending = ''] = /\.[A-Za-z0-9]{1,5}$/u.exec(name) ?? []
      return `${fileWord[language]}${ending.toLowerCase()}`
    },
  }
}

/** Cut at the last line end, else the last sentence, else the last blank that there is room for. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let from = 0
  while (text.length - from > LONGEST_AT_ONCE) {
    const room = text.slice(from, from + LONGEST_AT_ONCE)
    const ends = [/\n/u, /[.!?。！？]/u, /\s/u].map(end => lastOf(room, end))
    const end = ends.find(place => place > LONGEST_AT_ONCE / 2) ?? LONGEST_AT_ONCE
    parts.push(text.slice(from, from + end))
    from += end
  }
  return [...parts, text.slice(from)]
}

/** Behind the last character like this; 0 when there is none. */
function lastOf(text: string, end: RegExp): number {
  let place = text.length
  while (place > 0 && !end.test(text.charAt(place - 1))) place -= 1
  return place
}

/** Capital letters make no difference. */
function replaceAll(text: string, what: string, by: string): string {
  const [lower, wanted] = [text.toLowerCase(), what.toLowerCase()]
  // A character that is longer in small letters would shift all places behind it.
  if (lower.length !== text.length || wanted.length !== what.length) return text.replaceAll(what, by)
  let replaced = ''
  let from = 0
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
    replaced += text.slice(from, at) + by
    from = at + what.length
  }
  return replaced + text.slice(from)
}
