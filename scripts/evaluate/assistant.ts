/**
 * How often the built-in assistant answers, and how often it is right, on public data sets:
 *   node scripts/evaluate/assistant.ts DATA_FOLDER
 * The sets hold no shop answers for shop intents, so each intent gets an answer that names it; what is judged is whether
 * the reply quotes the right entry, and whether it stays silent where the shop has nothing to say.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Answer } from '#contract/assistant.ts'
import { defaultSettings } from '#contract/settings.ts'
import { ANSWER_FROM } from '#domain/reply/choose.ts'
import { noReplies } from '#domain/reply/loops.ts'
import { createBuiltInEmbedder } from '#main/ai/embed.ts'
import { createImporter } from '#main/importers/importer.ts'
import { createAssistant } from '#main/services/assistant.ts'
import type { Found } from '#main/services/assistantRecall.ts'
import { createKnowledge } from '#main/services/knowledge.ts'
import { createRulesReader } from '#main/services/reading.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'
import { createLanceIndex } from '#main/storage/vectors.ts'

interface FaqRow {
  id: string
  question: string
  answer: string
  wordings: string[]
}
interface Case {
  text: string
  /** The right entry; null when the shop has nothing on it. */
  expected: string | null
}
interface Shop {
  name: string
  knowledge: FaqRow[]
  cases: Case[]
}

const intentRow = z.object({ text: z.string(), intent: z.string() })
const stackRow = z.object({
  id: z.number(),
  question: z.string(),
  answers: z.array(z.string()),
  paraphrases: z.array(z.string()),
})

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Give the folder with the data sets: node scripts/evaluate/assistant.ts DATA_FOLDER')
  process.exit(2)
}

function rows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  return readFileSync(join(folder ?? '', file), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => schema.parse(JSON.parse(line)))
}

function intentShop(name: string, train: string, test: string): Shop {
  const byIntent = Map.groupBy(rows(train, intentRow), row => row.intent)
  const knowledge = [...byIntent].map(([id, examples]) => {
    const [question = id, ...wordings] = examples.map(row => row.text)
    return {
      id,
      question,
      wordings,
      answer: `This is what the shop says about ${id.toLowerCase().replaceAll('_', ' ')}.`,
    }
  })
  const cases = rows(test, intentRow).map(({ text, intent }) => ({ text, expected: intent === 'oos' ? null : intent }))
  return { name, knowledge, cases }
}

function stackShop(): Shop {
  const all = rows('stackfaq/faq_dev.jsonl', stackRow)
  return {
    name: 'stackfaq (dev)',
    knowledge: all.map(({ id, question, answers }) => ({
      id: String(id),
      question,
      answer: answers[0] ?? '',
      wordings: [],
    })),
    cases: all.flatMap(({ id, paraphrases }) => paraphrases.map(text => ({ text, expected: String(id) }))),
  }
}

/** The product's own stores, index and search on a folder that is gone afterwards. */
async function open(knowledge: readonly FaqRow[]) {
  const place = mkdtempSync(join(tmpdir(), 'keepdesk-evaluate-'))
  const log = { info() {}, warn() {}, error: console.error }
  const key = new Uint8Array(32).fill(1)
  const db = openDatabase({ file: join(place, 'keepdesk.db'), key, log })
  const stores = createStores(db, { blobs: createBlobStore({ folder: join(place, 'attachments'), key }) })
  let next = 0
  const ids = { next: () => `id-${String((next += 1)).padStart(6, '0')}` }
  const clock = {
    now: () => new Date(),
    sleep: (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal }).catch(() => undefined),
  }
  const service = createKnowledge({
    stores,
    index: createLanceIndex({ folder: join(place, 'search'), log }),
    embedder: createBuiltInEmbedder(),
    importer: createImporter(),
    clock,
    ids,
    log,
    onChange() {},
    onIndexState() {},
  })
  const lines = knowledge.map(row => JSON.stringify(row)).join('\n')
  await service.importFiles([{ name: 'knowledge.jsonl', bytes: new TextEncoder().encode(lines) }])
  service.start()
  while (service.indexState().state !== 'ready' || service.indexState().done < service.indexState().total)
    await wait(50)
  return {
    search: service.search,
    clock,
    ids,
    async close() {
      await service.stop()
      db.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
}

interface Score {
  inScope: number
  outOfScope: number
  answered: number
  right: number
  answeredOutOfScope: number
  askedOrSilent: number
}

function score(cases: readonly Case[], answers: readonly Answer[]): Score {
  const judged = cases.map(({ expected }, index) => ({ expected, answer: answers[index] }))
  const replies = judged.filter(({ answer }) => answer?.action === 'reply')
  return {
    inScope: judged.filter(({ expected }) => expected !== null).length,
    outOfScope: judged.filter(({ expected }) => expected === null).length,
    answered: replies.length,
    right: replies.filter(({ answer, expected }) => answer?.citations.every(({ entry }) => entry === expected)).length,
    answeredOutOfScope: replies.filter(({ expected }) => expected === null).length,
    askedOrSilent: answers.filter(({ action }) => action === 'ask' || action === 'silent').length,
  }
}

const thresholds = [...new Set([0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, ANSWER_FROM])].toSorted(
  (a, b) => a - b,
)
const percent = (part: number, whole: number) =>
  whole === 0 ? '-'.padStart(6) : `${((100 * part) / whole).toFixed(1)}%`.padStart(6)

function printHead(title: string) {
  console.log(`\n${title}`)
  console.log('  threshold  answered  right   in-scope answered right  out-of-scope answered  asked or silent')
}

function printScore(threshold: number, { inScope, outOfScope, answered, right, ...rest }: Score) {
  const shown = [
    `${threshold === ANSWER_FROM ? '*' : ' '} ${threshold.toFixed(2)}`.padEnd(11),
    String(answered).padStart(8),
    percent(right, answered).padStart(8),
    percent(right, inScope).padStart(18),
    percent(rest.answeredOutOfScope, outOfScope).padStart(22),
    String(rest.askedOrSilent).padStart(18),
  ]
  console.log(shown.join('  '))
}

async function evaluate({ name, knowledge, cases }: Shop): Promise<Score[]> {
  const shop = await open(knowledge)
  const known = new Map<string, Found>()
  const search = async (text: string, limit: number) => {
    const found = known.get(text) ?? (await shop.search(text, limit))
    known.set(text, found)
    return found
  }
  const settings = () => ({ ...defaultSettings, shopName: 'Shop' })
  const scores: Score[] = []
  printHead(`${name}: ${knowledge.length} entries, ${cases.length} messages`)
  for (const threshold of thresholds) {
    const assistant = createAssistant({
      search,
      reader: createRulesReader(),
      settings,
      clock: shop.clock,
      ids: shop.ids,
      thresholdOf: () => threshold,
    })
    const answers: Answer[] = []
    for (const { text } of cases) answers.push((await assistant.answer(questionOf(text))).answer)
    const result = score(cases, answers)
    scores.push(result)
    printScore(threshold, result)
    if (threshold === ANSWER_FROM) printMistakes(cases, answers)
  }
  await shop.close()
  return scores
}

function printPooled(title: string, sets: readonly (readonly Score[])[]) {
  printHead(title)
  for (const [index, threshold] of thresholds.entries()) {
    const sum: Score = { inScope: 0, outOfScope: 0, answered: 0, right: 0, answeredOutOfScope: 0, askedOrSilent: 0 }
    for (const set of sets) {
      const one = set[index] ?? sum
      sum.inScope += one.inScope
      sum.outOfScope += one.outOfScope
      sum.answered += one.answered
      sum.right += one.right
      sum.answeredOutOfScope += one.answeredOutOfScope
      sum.askedOrSilent += one.askedOrSilent
    }
    printScore(threshold, sum)
  }
}

function questionOf(text: string) {
  return {
    messageId: null,
    text,
    history: [],
    contactName: '',
    addresses: [],
    automated: null,
    hasAttachments: false,
    maxTextLength: 50_000,
    counts: noReplies,
  }
}

/** The first ones, to look at; a number alone hides what went wrong. */
function printMistakes(cases: readonly Case[], answers: readonly Answer[]) {
  const reasons = new Map<string, number>()
  let shown = 0
  for (const [index, { text, expected }] of cases.entries()) {
    const answer = answers[index]
    if (answer?.action === 'handoff') {
      const reason = `${answer.handoffReason ?? ''}${expected === null ? ' (out of scope)' : ''}`
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
    const wrong = answer?.action === 'reply' ? answer.citations.find(({ entry }) => entry !== expected) : undefined
    if (answer === undefined || wrong === undefined || shown >= 25) continue
    shown += 1
    console.log(
      `      wrong ${answer.confidence.toFixed(2)}  ${JSON.stringify(text.slice(0, 90))} -> ${wrong.entry} (${expected ?? 'nothing'})`,
    )
  }
  console.log(`      handed off: ${[...reasons].map(([reason, count]) => `${reason} ${count}`).join(', ')}`)
}

const curekart = intentShop('curekart (dev A)', 'hint3/curekart_v2_train.jsonl', 'hint3/curekart_v2_test_A.jsonl')
const faraway = rows('clinc150/train_oos.jsonl', intentRow).map(({ text }) => ({ text, expected: null }))
const shopA = await evaluate(curekart)
const shopB = await evaluate(stackShop())
const farFromA = await evaluate({
  ...curekart,
  name: 'curekart knowledge, far away questions (clinc150 oos)',
  cases: faraway,
})
const farFromB = await evaluate({
  ...stackShop(),
  name: 'stackfaq knowledge, far away questions (clinc150 oos)',
  cases: faraway,
})
const hard = await evaluate(
  intentShop('powerplay11', 'hint3/powerplay11_v2_train.jsonl', 'hint3/powerplay11_v2_test.jsonl'),
)
printPooled('Curekart, stackfaq and far away questions together: the threshold is chosen here', [
  shopA,
  shopB,
  farFromA,
  farFromB,
])
printPooled('The same with powerplay11, which is not a shop', [shopA, shopB, farFromA, farFromB, hard])
process.exit(0)
