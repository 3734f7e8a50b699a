import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { moodSchema, riskSchema } from '#contract/understanding.ts'
import type { Slots } from './examplesPatterns.ts'
import type { Random } from './random.ts'

const folder = join(import.meta.dirname, 'examples')

const textsSchema = z.object({ texts: z.array(z.string()) })
const intentGroupSchema = textsSchema.extend({ intents: z.array(z.string()) })
const moodGroupSchema = textsSchema.extend({ mood: moodSchema })
const riskGroupSchema = textsSchema.extend({ risk: riskSchema.nullable() })
const slotSchema = textsSchema.extend({ language: z.string(), slot: z.string() })
const attackGroupSchema = textsSchema.extend({ attack: z.boolean() })

export type WritingLanguage = 'en' | 'zh'

/** A message as a customer could write it, with what it is about. */
export interface IntentExample {
  text: string
  intents: readonly string[]
  language: WritingLanguage
}

export function intentExamples(language: WritingLanguage): IntentExample[] {
  return read(`intents.${language}.jsonl`, intentGroupSchema).flatMap(({ intents, texts }) =>
    texts.map(text => ({ text, intents, language })),
  )
}

/** Patterns that stand for many messages each; see `examplesPatterns.ts`. */
export function intentPatterns(language: WritingLanguage): IntentExample[] {
  return read(`patterns.${language}.jsonl`, intentGroupSchema).flatMap(({ intents, texts }) =>
    texts.map(text => ({ text, intents, language })),
  )
}

/** What the slots of patterns may hold: products, places, numbers. */
export function slotsOf(language: WritingLanguage): Slots {
  const rows = read('slots.jsonl', slotSchema).filter(row => row.language === language)
  return new Map(rows.map(({ slot, texts }) => [slot, texts]))
}

/** Messages that are no matter of a shop; some are patterns. */
export function outsideExamples(language: WritingLanguage): string[] {
  return read(`outside.${language}.jsonl`, textsSchema).flatMap(({ texts }) => texts)
}

export function moodExamples(language: WritingLanguage) {
  return read(`moods.${language}.jsonl`, moodGroupSchema).flatMap(({ mood, texts }) =>
    texts.map(text => ({ text, mood })),
  )
}

export function moodPatterns(language: WritingLanguage) {
  return read(`moodPatterns.${language}.jsonl`, moodGroupSchema).flatMap(({ mood, texts }) =>
    texts.map(text => ({ text, mood })),
  )
}

/** Messages with a matter that only a person may answer, and harmless ones in the same words: their risk is null. */
export function riskExamples(language: WritingLanguage) {
  return read(`risks.${language}.jsonl`, riskGroupSchema).flatMap(({ risk, texts }) =>
    texts.map(text => ({ text, risk })),
  )
}

export function riskPatterns(language: WritingLanguage) {
  return read(`riskPatterns.${language}.jsonl`, riskGroupSchema).flatMap(({ risk, texts }) =>
    texts.map(text => ({ text, risk })),
  )
}

/** Texts that give the assistant orders, and harmless ones that look like them. */
export function injectionExamples() {
  return ['injections.en.jsonl', 'injections.other.jsonl'].flatMap(file =>
    read(file, attackGroupSchema).flatMap(({ attack, texts }) => texts.map(text => ({ text, attack }))),
  )
}

/** Words and short phrases that mean the same, group by group. */
export function thesaurus(language: 'en'): string[][] {
  return read(`thesaurus.${language}.jsonl`, textsSchema).map(({ texts }) => texts)
}

function read<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  return readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map(line => schema.parse(JSON.parse(line)))
}

const openings: Readonly<Record<WritingLanguage, readonly string[]>> = {
  en: ['Hi, ', 'Hello, ', 'Hey ', 'Good morning. ', 'Dear team, ', 'hello there! ', 'Hi Anna, ', 'Quick question: '],
  zh: ['你好，', '您好，', '亲，', '在吗？', '请问一下，', '老板你好，', '早上好，', '麻烦问下，'],
}
const endings: Readonly<Record<WritingLanguage, readonly string[]>> = {
  en: [' Thanks', ' Thank you!', ' thx', ' Kind regards, Tom', ' Best wishes', ' Please let me know.', ' Cheers', ''],
  zh: ['谢谢', '，谢谢！', '，麻烦了', '，多谢', '，急', '，辛苦了', '。', ''],
}
const joints: Readonly<Record<WritingLanguage, readonly string[]>> = {
  en: ['. Also, ', ' and ', '. And one more thing: ', '\n', '? ', '. '],
  zh: ['，还有', '。另外，', '，顺便问下', '\n', '？', '。'],
}

/** The same matter with the courtesies of a mail around it. */
export function dressed(text: string, language: WritingLanguage, random: Random): string {
  return `${pick(openings[language], random)}${text}${pick(endings[language], random)}`
}

/** Two messages as one. */
export function joined(first: string, second: string, language: WritingLanguage, random: Random): string {
  return `${first.replace(/[.。!！?？]+$/u, '')}${pick(joints[language], random)}${second}`
}

/** One slip of the finger: two neighbouring letters swapped, or one left out or doubled. */
export function misspelt(text: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, text.length - 2))
  const [before, here, next, after] = [text.slice(0, at), text.charAt(at), text.charAt(at + 1), text.slice(at + 2)]
  if (!/[a-z]/.test(here) || !/[a-z]/.test(next)) return text
  return before + pick([next + here, next, here, here + here + next], random) + after
}

function pick(choices: readonly string[], random: Random): string {
  return choices[random.below(choices.length)] ?? ''
}
