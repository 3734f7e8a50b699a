// A hundred Chinese questions to the sample shop, through the command line as anybody would use it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Part } from './figure.ts'

const NOW = '2026-11-22T12:00:00Z'
const root = join(import.meta.dirname, '..', '..')
const here = join(import.meta.dirname, 'chinese')

const question = z.object({
  id: z.string(),
  text: z.string(),
  from: z.string().optional(),
  channel: z.string().optional(),
  expect: z.object({
    action: z.array(z.string()),
    entry: z.array(z.string()).optional(),
    playbook: z.string().optional(),
    reason: z.array(z.string()).optional(),
  }),
})
type Expected = z.infer<typeof question>['expect']

const outcome = z.object({
  action: z.string(),
  handoffReason: z.string().nullable(),
  playbook: z.string().nullable(),
  confidence: z.number(),
  citations: z.array(z.object({ entry: z.string() })),
  candidates: z.array(z.object({ entry: z.string() })),
})
type Outcome = z.infer<typeof outcome>

function lines<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => schema.parse(JSON.parse(line)))
}

function keepdesk(...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'main/shells/node/index.ts'), ...args], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`keepdesk ${args.slice(0, 2).join(' ')}: ${stderr}`)
}

/** Right: the action is one of those expected, and where an entry, a procedure or a reason is named, it is that one. */
function isRight(expected: Expected, got: Outcome): boolean {
  if (!expected.action.includes(got.action)) return false
  if (expected.entry && !got.citations.every(({ entry }) => expected.entry?.includes(entry))) return false
  if (expected.playbook && got.playbook !== expected.playbook) return false
  return !expected.reason || expected.reason.includes(got.handoffReason ?? '')
}

export const chinese: Part = async (_folder, print) => {
  const place = mkdtempSync(join(tmpdir(), 'keepdesk-chinese-'))
  try {
    const questions = lines(join(here, 'questions.jsonl'), question)
    const data = ['--data-dir', join(place, 'shop')]
    const asked = join(place, 'in.jsonl')
    const answered = join(place, 'out.jsonl')
    writeFileSync(
      asked,
      questions
        .map(({ id, text, from, channel }) => `${JSON.stringify({ id, text, from, channel, now: NOW })}\n`)
        .join(''),
    )
    const shop = join(root, 'resources/demo/knowledge')
    keepdesk('import', 'knowledge', join(shop, 'faq.zh.csv'), join(shop, 'policies.zh.md'), ...data)
    keepdesk('import', 'orders', join(here, 'orders.csv'), ...data)
    keepdesk('simulate', asked, '--out', answered, ...data)
    const outcomes = lines(answered, outcome)
    let right = 0
    for (const [index, { text, expect }] of questions.entries()) {
      const got = outcomes[index]
      if (got !== undefined && isRight(expect, got)) right += 1
      else print(`  wrong: ${text}  expected ${JSON.stringify(expect)}  got ${got ? shortly(got) : 'nothing'}`)
    }
    return [
      {
        name: 'questions in Chinese handled as expected',
        value: right / questions.length,
        goal: 0.85,
        baseline: null,
        better: 'higher',
      },
    ]
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function shortly({ action, handoffReason, playbook, confidence, citations, candidates }: Outcome): string {
  return [
    action,
    handoffReason ?? '',
    playbook ?? '',
    confidence.toFixed(2),
    citations.map(({ entry }) => entry).join('+') || `(best ${candidates[0]?.entry ?? 'none'})`,
  ].join(' ')
}
