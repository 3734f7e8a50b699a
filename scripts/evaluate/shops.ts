import { languageOf } from '#domain/text/language.ts'
import { ANSWER_FROM, STRICT_FROM } from '#domain/reply/choose.ts'
import type { Embedder } from '#main/ports/knowledgeIndex.ts'
import { createRecall } from '#main/services/assistantRecall.ts'
import type { SearchResult } from '#main/services/knowledgeSearch.ts'
import type { Figure, Part } from './figure.ts'
import { shippedEmbedder } from './leaveOut.ts'
import { answeredAt, auroc, coverageAt, type Judged } from './measures.ts'
import { asKnowledge, asQuestions, intentRows, stackFaq } from './sets.ts'
import { openShop, type FaqRow, type Question } from './shop.ts'

const thresholds = [...new Set([0.5, 0.6, 0.7, 0.8, 0.9, ANSWER_FROM, STRICT_FROM])].toSorted((a, b) => a - b)
const mistakesShown = 12

export interface Outcome extends Judged {
  question: Question
  /** The search put the right entry first. */
  isFirst: boolean
  chosen: string | null
}

export interface Shop {
  name: string
  knowledge: FaqRow[]
  questions: Question[]
  /** Closed accuracy of a linear support vector machine on words and pieces of words. */
  baseline: number
}

/** Real messages to real shops: what is answered by itself at the shipped thresholds, and how much of it is right. */
export const shops: Part = async (folder, print) => {
  const hint = (name: string, shop: string, test: string, baseline: number): Shop => ({
    name,
    knowledge: asKnowledge(intentRows(folder, `hint3/${shop}_v2_train.jsonl`)),
    questions: asQuestions(intentRows(folder, `hint3/${shop}_v2_${test}.jsonl`)),
    baseline,
  })
  const curekart = hint('Curekart A', 'curekart', 'test_A', 0.842)
  const powerplay = hint('Powerplay11', 'powerplay11', 'test', 0.634)
  const figures: Figure[] = []
  const pooled: Outcome[] = []
  for (const shop of [curekart, powerplay]) {
    const outcomes = await measure(shop)
    pooled.push(...outcomes)
    figures.push(closedAccuracy(shop, outcomes), ...figuresOf(shop.name, outcomes))
    report(shop.name, outcomes, print)
    printMistakes(outcomes, print)
  }
  figures.push(...figuresOf('Curekart A and Powerplay11 together', pooled))
  report('Curekart A and Powerplay11 together', pooled, print)
  const { knowledge, questions } = stackFaq(folder)
  report('StackFAQ', await measure({ name: 'StackFAQ', knowledge, questions, baseline: 0 }), print)
  const far = asQuestions(intentRows(folder, 'clinc150/train_oos.jsonl'))
  report('far questions to Curekart', await measure({ ...curekart, questions: far }), print)
  return figures
}

/** `model`: of an installed model, beside the built-in one. */
export async function measure({ knowledge, questions }: Shop, model: Embedder | null = null): Promise<Outcome[]> {
  const shop = await openShop(knowledge, shippedEmbedder(), model)
  const recall = createRecall({ search: shop.search, log: undefined })
  const outcomes: Outcome[] = []
  for (const question of questions) {
    const found: SearchResult = await shop.search(question.text, 3)
    const language = languageOf(question.text)
    const { parts, best, confidence } = await recall({
      text: question.text,
      history: [],
      language,
      offered: [],
      // Everything is answered here, and judged at each threshold by its confidence.
      thresholdOf: () => 0,
    })
    const said = parts.map(({ entry }) => entry.externalId)
    outcomes.push({
      question,
      confidence,
      isRight: said.length > 0 && said.every(id => id === question.expected),
      isFirst: found.ranked[0]?.entry.externalId === question.expected,
      chosen: best?.entry.externalId ?? null,
    })
  }
  await shop.close()
  return outcomes
}

function closedAccuracy({ name, baseline }: Shop, outcomes: readonly Outcome[]): Figure {
  const inScope = outcomes.filter(({ question }) => question.expected !== null)
  return {
    name: `${name}: closed accuracy`,
    value: inScope.filter(({ isFirst }) => isFirst).length / inScope.length,
    goal: Math.min(0.84, baseline),
    baseline,
    better: 'higher',
  }
}

function figuresOf(name: string, outcomes: readonly Outcome[]): Figure[] {
  const shipped = answeredAt(outcomes, ANSWER_FROM)
  const strict = answeredAt(outcomes, STRICT_FROM)
  const figure = (what: string, value: number, goal: number | null): Figure => ({
    name: `${name}: ${what}`,
    value,
    goal,
    baseline: null,
    better: 'higher',
  })
  return [
    figure('right among answered, shipped threshold', shipped.precision, 0.9),
    figure('answered of all, shipped threshold', shipped.coverage, 0.25),
    figure('right among answered, strict', strict.precision, 0.95),
    figure('answered of all, strict', strict.coverage, null),
  ]
}

function report(name: string, outcomes: readonly Outcome[], print: (line: string) => void) {
  const inScope = outcomes.filter(({ question }) => question.expected !== null)
  const right = outcomes.filter(({ isRight }) => isRight).map(({ confidence }) => confidence)
  const wrong = outcomes.filter(({ isRight }) => !isRight).map(({ confidence }) => confidence)
  print(`${name}: ${outcomes.length} messages, ${inScope.length} of them in scope`)
  if (inScope.length > 0) {
    const [ninety, ninetyFive] = [coverageAt(outcomes, 0.9), coverageAt(outcomes, 0.95)]
    print(
      `  AUROC right against wrong ${auroc(right, wrong).toFixed(3)}; with the best threshold for this set 90 % right at ${percent(ninety)} answered, 95 % at ${percent(ninetyFive)}`,
    )
  }
  print('  threshold   answered   right of answered   in scope answered right   out of scope answered')
  for (const threshold of thresholds) {
    const { precision, coverage, right: rightCount } = answeredAt(outcomes, threshold)
    const outside = outcomes.filter(({ question }) => question.expected === null)
    const wronglyAnswered = outside.filter(({ confidence }) => confidence >= threshold).length
    const cells = [
      `${threshold === ANSWER_FROM ? '*' : threshold === STRICT_FROM ? '+' : ' '} ${threshold.toFixed(2)}`.padEnd(11),
      percent(coverage).padStart(9),
      percent(precision).padStart(19),
      percent(rightCount / inScope.length).padStart(25),
      percent(wronglyAnswered / outside.length).padStart(23),
    ]
    print(`  ${cells.join(' ')}`)
  }
}

/** The surest ones, to look at; a number alone hides what went wrong. */
function printMistakes(outcomes: readonly Outcome[], print: (line: string) => void) {
  const wrong = outcomes.filter(({ isRight, confidence }) => !isRight && confidence >= ANSWER_FROM)
  const outside = wrong.filter(({ question }) => question.expected === null).length
  print(`  wrong at the shipped threshold: ${wrong.length}, of them ${outside} on what the shop has no answer for`)
  for (const { question, chosen, confidence } of wrong
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, mistakesShown)) {
    const text = JSON.stringify(question.text.slice(0, 80))
    print(`    ${confidence.toFixed(2)}  ${text} -> ${chosen ?? '-'} (${question.expected ?? 'nothing'})`)
  }
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '-'
}
