import { expect, test } from 'vitest'
import { en } from './en/catalog.ts'
import { zh } from './zh/catalog.ts'

type Texts = ReadonlyMap<string, string>

function textsOf(node: object, path: readonly string[] = []): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? textsOf(value, [...path, key])
      : [[[...path, key].join('.'), String(value)] satisfies [string, string]],
  )
}

const english: Texts = new Map(textsOf(en))
const chinese: Texts = new Map(textsOf(zh))

const pluralForm = /_(?:zero|one|two|few|many|other)$/
const baseOf = (key: string) => key.replace(pluralForm, '')
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([found]) => found.replaceAll(/\s/g, '')))]
    .toSorted((a, b) => a.localeCompare(b))
    .join()

test('both languages have the same texts, so nothing falls back to the other language on screen', () => {
  const basesOf = (texts: Texts) => [...new Set([...texts.keys()].map(baseOf))].toSorted()
  expect(basesOf(chinese)).toEqual(basesOf(english))
})

test('every counted text has each plural form that its language needs', () => {
  const missing = [
    { texts: english, language: 'en' },
    { texts: chinese, language: 'zh-CN' },
  ].flatMap(({ texts, language }) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const counted = [...texts.keys()].filter(key => pluralForm.test(key)).map(baseOf)
    return counted.flatMap(base => forms.map(form => `${base}_${form}`).filter(key => !texts.has(key)))
  })
  expect(missing).toEqual([])
})

test('a translation uses the same placeholders, so no name or number is lost', () => {
  const different = [...chinese].filter(([key, text]) => {
    const original = english.get(key) ?? english.get(`${baseOf(key)}_other`) ?? ''
    return placeholders(text) !== placeholders(original)
  })
  expect(different).toEqual([])
})

test('no text is empty', () => {
  const blank = [...english, ...chinese].filter(([, text]) => text.trim() === '').map(([key]) => key)
  expect(blank).toEqual([])
})

// Names, units and addresses read the same in both languages.
const sameInBoth =
  /^(?:app\.name|knowledge\.format\.(?:jsonl|markdown|pdf|docx)|channelForm\..*\.(?:placeholder|options\.starttls)|(?:inbox|conversation)\.channelKind\.telegram|orders\.(?:empty|sources\.kind)\.(?:woocommerce|shopify)|orders\.connect\..*Placeholder|models\.mirror\.placeholder|reports\.exporting\.(?:pdf|json))$/

test('Chinese texts are Chinese, except names and addresses', () => {
  const untranslated = [...chinese].filter(
    ([key, text]) =>
      !/\p{Script=Han}/u.test(text.replaceAll(/\{\{.*?\}\}/g, '')) &&
      !sameInBoth.test(key) &&
      /\p{L}/u.test(text.replaceAll(/\{\{.*?\}\}/g, '')),
  )
  expect(untranslated).toEqual([])
})

test('the owner is addressed in one way throughout', () => {
  expect([...chinese].filter(([, text]) => text.includes('您')).map(([key]) => key)).toEqual([])
})
