import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { piiIn, type Pii } from '#domain/privacy/pii.ts'
import { redact } from '#domain/privacy/redact.ts'
import type { Figure, Part } from './figure.ts'

const span = z.object({ type: z.string(), start: z.number(), end: z.number(), value: z.string() })
const sentence = z.object({ text: z.string(), spans: z.array(span), template_id: z.number() })
type Sentence = z.infer<typeof sentence>

/** A span counts when this share of its letters is covered by any finding. */
const COVERED = 0.8
/** Baseline: nine regular expressions on the same sentences. */
const goals: Readonly<Record<string, { goal: number; baseline: number }>> = {
  EMAIL_ADDRESS: { goal: 1, baseline: 1 },
  CREDIT_CARD: { goal: 1, baseline: 1 },
  IBAN_CODE: { goal: 1, baseline: 0.9 },
  IP_ADDRESS: { goal: 1, baseline: 1 },
  US_SSN: { goal: 1, baseline: 1 },
  PHONE_NUMBER: { goal: 0.97, baseline: 0.92 },
  PERSON: { goal: 0.8, baseline: 0 },
  STREET_ADDRESS: { goal: 0.8, baseline: 0.23 },
}
const FALSE_SHARE = 0.01
const LONGEST_MS = 2
const SHOWN = 12

function rows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter(line => line.trim() !== '').map(line => schema.parse(JSON.parse(line)))
}

/** The share of the span's letters and digits that some finding covers. */
function coverage({ start, end }: z.infer<typeof span>, text: string, found: readonly Pii[]): number {
  let letters = 0
  let covered = 0
  for (let index = start; index < end; index += 1) {
    if (/\s/u.test(text.charAt(index))) continue
    letters += 1
    if (found.some(pii => index >= pii.start && index < pii.end)) covered += 1
  }
  return letters === 0 ? 1 : covered / letters
}

interface Tally {
  all: number
  covered: number
  sameType: number
  missed: string[]
}

function measure(sentences: readonly Sentence[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const { text, spans } of sentences) {
    const found = piiIn(text)
    for (const one of spans) {
      const tally = tallies.get(one.type) ?? { all: 0, covered: 0, sameType: 0, missed: [] }
      tallies.set(one.type, tally)
      tally.all += 1
      if (coverage(one, text, found) >= COVERED) tally.covered += 1
      else tally.missed.push(one.value.replaceAll('\n', '⏎'))
      if (
        coverage(
          one,
          text,
          found.filter(({ type }) => type === one.type),
        ) >= COVERED
      )
        tally.sameType += 1
    }
  }
  return tallies
}

const percent = (part: number, whole: number) => (whole === 0 ? '    -' : (part / whole).toFixed(3))

function falseRedactions(folder: string, print: (line: string) => void): Figure {
  const sets = ['clinc150/train.jsonl', 'bitext_cs/train20k.jsonl']
  let all = 0
  let touched = 0
  for (const set of sets) {
    const texts = rows(join(folder, set), z.object({ text: z.string() })).map(row => row.text)
    const hits = texts.flatMap(text => {
      const found = piiIn(text)
      return found.length === 0 ? [] : [{ text, found }]
    })
    all += texts.length
    touched += hits.length
    print(`   ${set}: ${hits.length} of ${texts.length} messages with a redaction`)
    const types = Map.groupBy(
      hits.flatMap(({ found }) => found),
      pii => pii.type,
    )
    print(`      ${[...types].map(([type, list]) => `${type} ${list.length}`).join(', ')}`)
    const step = Math.max(1, Math.floor(hits.length / SHOWN))
    for (const [index, { text, found }] of hits.entries())
      if (index % step === 0)
        print(
          `      ${found.map(({ start, end }) => `«${text.slice(start, end)}»`).join(' ')} in: ${text.slice(0, 90)}`,
        )
  }
  return {
    name: 'messages with a false redaction (CLINC + Bitext)',
    value: touched / all,
    goal: FALSE_SHARE,
    baseline: null,
    better: 'lower',
  }
}

/** p95 of one call; of three calls the quickest, so that other work on the computer does not count. */
function speed(texts: readonly string[]): Figure {
  const allow = ['\\d{5}']
  for (const text of texts) redact(text, { allow })
  const times = texts.map(text => {
    const runs = [1, 2, 3].map(() => {
      const started = performance.now()
      redact(text, { allow })
      return performance.now() - started
    })
    return Math.min(...runs)
  })
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  return { name: 'redact, ms a message (p95)', value: p95, goal: LONGEST_MS, baseline: null, better: 'lower' }
}

export const redaction: Part = (folder, print) => {
  const sentences = rows(join(folder, 'presidio_pii/synth_v2_dev.jsonl'), sentence)
  const tallies = measure(sentences)
  // Rules are written looking at sentences: whether they hold for others shows when the templates are split in two.
  const halves = [0, 1].map(half => measure(sentences.filter(row => Math.floor(row.template_id / 2) % 2 === half)))
  print('   type                 spans  covered  half A  half B  same type   missed, for example')
  for (const [type, { all, covered, sameType, missed }] of [...tallies].toSorted((a, b) => b[1].all - a[1].all)) {
    const parts = halves.map(half => percent(half.get(type)?.covered ?? 0, half.get(type)?.all ?? 0).padStart(7))
    print(
      `   ${type.padEnd(20)} ${String(all).padStart(5)}  ${percent(covered, all).padStart(7)} ${parts.join(' ')}  ${percent(sameType, all).padStart(9)}   ${missed.slice(0, 4).join(' | ')}`,
    )
  }
  const figures = Object.entries(goals).map(([type, { goal, baseline }]): Figure => {
    const { covered, all } = tallies.get(type) ?? { covered: 0, all: 1 }
    return { name: `${type} recall`, value: covered / all, goal, baseline, better: 'higher' }
  })
  return Promise.resolve([...figures, falseRedactions(folder, print), speed(sentences.map(row => row.text))])
}
