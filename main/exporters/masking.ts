import { redact } from '#domain/privacy/redact.ts'
import type { Language } from '#contract/settings.ts'

/** Whose words a text are: what must not stand in it, whatever it looks like. */
export interface Person {
  /** Of the contact, in all their forms. */
  readonly names: readonly string[]
  readonly addresses: readonly string[]
}

export interface Masking {
  readonly isOn: boolean
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
  text: text => text,
  contact: (_, name) => name,
  address: address => address,
  file: name => name,
}

/** Shorter names are words of the language too often: `An`, `Li`; the rules for names see them where they are named. */
const SHORTEST_NAME = 3

/** Takes out what tells who somebody is. `patterns`: how the shop's order numbers look; these stay. */
export function createMasking(isOn: boolean, language: Language, patterns: readonly string[]): Masking {
  if (!isOn) return plain

  function text(original: string, { names, addresses }: Person): string {
    const literal = addresses
      .filter(address => address.length >= SHORTEST_NAME)
      .reduce((left, address) => replaceAll(left, address, '[address]'), original)
    const { text: redacted } = redact(literal, { allow: patterns, names })
    const marked = redacted.replace(/\[([A-Z]+)_\d+\]/gu, (_, label: string) => `[${label.toLowerCase()}]`)
    return names
      .filter(name => name.trim().length >= SHORTEST_NAME || /\p{Script=Han}{2}/u.test(name))
      .reduce((left, name) => replaceAll(left, name.trim(), '[name]'), marked)
  }

  return {
    isOn,
    text,
    contact: number => `${contactWord[language]} ${number}`,
    address: () => '',
    file(name) {
      const [ending = ''] = /\.[A-Za-z0-9]{1,5}$/u.exec(name) ?? []
      return `${fileWord[language]}${ending.toLowerCase()}`
    },
  }
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
