import { join } from 'node:path'
import { z } from 'zod'
import { riskSchema, type Reading } from '#contract/understanding.ts'
import { forcedTopics } from '#domain/reply/gate.ts'
import type { Classified } from '#domain/understanding/classified.ts'
import { createUnderstander } from '#main/ai/understander.ts'
import { createReader } from '#main/services/reading.ts'
import { asMail } from '../train/letters.ts'
import { createRandom } from '../train/random.ts'
import { isEveryday, learnedRisks, publicRequests, riskRows, trainRisks, type RiskRow } from '../train/risks.ts'
import { unseenScores } from '../train/linearModel.ts'
import type { Figure, Part } from './figure.ts'
import { intentRows, readRows } from './sets.ts'
import { quiet } from './shop.ts'

const resources = join(import.meta.dirname, '../../resources/understanding')
const messages = join(import.meta.dirname, 'risks/messages.jsonl')
const now = new Date('2026-11-22T12:00:00Z')
const groupSchema = z.object({ language: z.string(), risk: riskSchema.nullable(), texts: z.array(z.string()) })

/** Bitext mostly asks for what belongs to the owner in any case: these are answered from the knowledge or the order book. */
const bitextOwner = new Set(['complaint', 'contact_human_agent', 'contact_customer_service', 'payment_issue'])

/**
 * Matters that only a person may answer, and harmless messages in the same words: a set of our own that nothing was
 * trained on, by the lists of words alone and together with the small model; and everyday questions taken for a risk.
 */
export const risks: Part = async (folder, print) => {
  const understander = createUnderstander({ folder: resources, log: quiet })
  const withModel = readerOf(text => understander.classify(text))
  const byWords = readerOf(text => ({ ...understander.classify(text), risk: null }))
  const figures: Figure[] = []
  const groups = readRows(messages, groupSchema)
  for (const language of ['en', 'zh']) {
    const own = groups.filter(group => group.language === language)
    const risky = own.flatMap(({ risk, texts }) => (risk === null ? [] : texts.map(text => ({ risk, text }))))
    const harmless = own.flatMap(({ risk, texts }) => (risk === null ? texts : []))
    const share = (read: (text: string) => Reading) =>
      risky.filter(({ text }) => forcedTopics(read(text)).length > 0).length / risky.length
    const alarms = (read: (text: string) => Reading) =>
      harmless.filter(text => forcedTopics(read(text)).length > 0).length / harmless.length
    const named = risky.filter(({ text, risk }) => withModel(text).risks.some(found => found.risk === risk))
    for (const { risk, text } of risky)
      if (forcedTopics(withModel(text)).length === 0) print(`  missed (${risk}): ${text}`)
    for (const text of harmless) {
      const found = forcedTopics(withModel(text))
      if (found.length > 0) print(`  false alarm (${found.join(', ')}): ${text}`)
    }
    figures.push(
      figure(`own set (${language}, ${risky.length}): goes to the owner, before`, share(byWords)),
      figure(`own set (${language}): goes to the owner`, share(withModel)),
      figure(`own set (${language}): and by the right name`, named.length / risky.length),
      fewer(`own set (${language}, ${harmless.length} near misses): taken for a risk, before`, alarms(byWords)),
      fewer(`own set (${language}): near misses taken for a risk`, alarms(withModel)),
    )
  }
  return [...figures, ...everydayFigures(folder, byWords, withModel, print), ...unseenFigures(folder, print)]
}

function readerOf(classify: (text: string) => Classified): (text: string) => Reading {
  const reader = createReader({ understander: { classify }, orders: null })
  return text => reader.read(text, [], null, now)
}

function everydayFigures(
  folder: string,
  byWords: (text: string) => Reading,
  withModel: (text: string) => Reading,
  print: (line: string) => void,
): Figure[] {
  const kept = publicRequests({ folder, without: new Set(), print })
    .kept.filter(({ intent }) => !bitextOwner.has(intent))
    .map(({ text }) => text)
  const unseen = ['clinc150/val.jsonl', 'banking77_oos/val_in.jsonl'].flatMap(file =>
    intentRows(folder, file)
      .filter(({ intent }) => isEveryday(intent))
      .map(({ text }) => text),
  )
  const random = createRandom(77)
  return [
    { name: 'everyday questions not trained on (CLINC150, Banking77 val', texts: unseen },
    { name: 'the same of lines of training splits kept apart (Bitext and others', texts: kept },
    {
      name: 'the first of these as mails with a name (CLINC150, Banking77 val',
      texts: unseen.map(text => asMail(text, 'en', random)),
    },
  ].flatMap(({ name, texts }) => {
    const alarms = (read: (text: string) => Reading) => texts.filter(text => read(text).risks.length > 0).length
    for (const text of texts
      .filter(text => byWords(text).risks.length === 0 && withModel(text).risks.length > 0)
      .slice(0, 12))
      print(
        `  everyday, taken for ${withModel(text)
          .risks.map(({ risk }) => risk)
          .join()}: ${text}`,
      )
    return [
      fewer(`${name}, ${texts.length}): before`, alarms(byWords) / texts.length),
      fewer(`${name}): taken for a risk`, alarms(withModel) / texts.length, 0.01),
    ]
  })
}

/** The messages it learned from, each judged by planes that have not seen it nor a variant of it. */
function unseenFigures(folder: string, print: (line: string) => void): Figure[] {
  const rows = riskRows({ folder, without: new Set(), print })
  const trained = trainRisks(rows)
  const judged = rows.map((row, index) => ({ row, scores: unseenScores(trained, index) }))
  const isAlarm = ({ scores }: { scores: readonly number[] }) => (scores[0] ?? 0) >= 0.5
  const counted = (isOne: (row: RiskRow) => boolean) => judged.filter(({ row }) => row.source === 'own' && isOne(row))
  const each = learnedRisks.map(name => {
    const own = counted(({ risk }) => risk === name)
    return `${name} ${(own.filter(isAlarm).length / own.length).toFixed(2)}`
  })
  print(`the small model alone, unseen, recall: ${each.join(', ')}`)
  return (['en', 'zh'] as const).flatMap(language => {
    const risky = counted(row => row.risk !== null && row.language === language)
    const harmless = counted(row => row.risk === null && row.language === language)
    return [
      figure(
        `learned alone, own messages unseen (${language}, ${risky.length}): recall`,
        risky.filter(isAlarm).length / risky.length,
      ),
      fewer(
        `learned alone, near misses unseen (${language}, ${harmless.length}): flagged`,
        harmless.filter(isAlarm).length / harmless.length,
      ),
    ]
  })
}

function figure(name: string, value: number): Figure {
  return { name, value, goal: null, baseline: null, better: 'higher' }
}

function fewer(name: string, value: number, goal: number | null = null): Figure {
  return { name, value, goal, baseline: null, better: 'lower' }
}
