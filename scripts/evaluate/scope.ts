import { UNKNOWN_BELOW } from '#domain/reply/choose.ts'
import { createRandom } from '../train/random.ts'
import type { Figure, Part } from './figure.ts'
import { embedderWithout } from './leaveOut.ts'
import { auroc } from './measures.ts'
import { asKnowledge, asQuestions, intentRows } from './sets.ts'
import { openShop, type Question } from './shop.ts'

/** Of the questions in scope this share may be lost by the border. */
const lost = 0.1
const inScopeAsked = 1500

/** How well the search's confidence tells what the shop has an answer for from what it has none for. */
export const scope: Part = async (folder, print) => {
  const random = createRandom(11)
  const rows = (file: string) => intentRows(folder, file)
  const outside = (file: string) => rows(file).map(row => ({ ...row, intent: 'oos' }))
  const clinc = random.shuffled(rows('clinc150/val.jsonl').filter(({ intent }) => intent !== 'oos'))
  const far = [...rows('clinc150/val.jsonl').filter(({ intent }) => intent === 'oos'), ...rows('clinc150/train_oos.jsonl')] // prettier-ignore
  const clincShop = await openShop(
    asKnowledge(rows('clinc150/train.jsonl')),
    await embedderWithout(folder, 'clinc150', print),
  )
  const fromClinc = {
    inside: await confidences(clincShop, asQuestions(clinc.slice(0, inScopeAsked))),
    far: await confidences(clincShop, asQuestions(far)),
  }
  await clincShop.close()
  const bankingShop = await openShop(
    asKnowledge(rows('banking77_oos/train.jsonl')),
    await embedderWithout(folder, 'banking77', print),
  )
  const fromBanking = {
    inside: await confidences(bankingShop, asQuestions(rows('banking77_oos/val_in.jsonl'))),
    near: await confidences(bankingShop, asQuestions(outside('banking77_oos/val_idoos.jsonl'))),
    far: await confidences(bankingShop, asQuestions(outside('banking77_oos/val_oodoos.jsonl'))),
  }
  await bankingShop.close()
  const figures = [
    ...farFigures('CLINC150', fromClinc.inside, fromClinc.far),
    figure('Banking77-OOS near: AUROC', auroc(fromBanking.inside, fromBanking.near), 0.83, 0.818),
    figure('Banking77-OOS far: AUROC', auroc(fromBanking.inside, fromBanking.far), 0.95, 0.963),
  ]
  for (const [name, confidences] of Object.entries({
    'CLINC150 far': fromClinc.far,
    'Banking77 near': fromBanking.near,
    'Banking77 far': fromBanking.far,
  }))
    // prettier-ignore
    print(`${name}: the highest confidences ${highest(confidences)}`)
  return figures
}

function farFigures(name: string, inside: readonly number[], far: readonly number[]): Figure[] {
  const border = inside.toSorted((a, b) => a - b)[Math.floor(inside.length * lost)] ?? 0
  return [
    figure(`${name} far: AUROC`, auroc(inside, far), 0.95, 0.951),
    figure(`${name} far: recall with 90 % in scope kept`, below(far, border), 0.8, 0.875),
    figure(`${name} far: recall at the shipped border of the unknown`, below(far, UNKNOWN_BELOW), null, null),
    figure(`${name}: in scope kept at that border`, 1 - below(inside, UNKNOWN_BELOW), null, null),
  ]
}

function figure(name: string, value: number, goal: number | null, baseline: number | null): Figure {
  return { name, value, goal, baseline, better: 'higher' }
}

async function confidences(shop: Awaited<ReturnType<typeof openShop>>, questions: readonly Question[]) {
  const found: number[] = []
  for (const { text } of questions) found.push((await shop.search(text, 1)).confidence)
  return found
}

function below(values: readonly number[], border: number): number {
  return values.filter(value => value < border).length / values.length
}

function highest(values: readonly number[]): string {
  return values.toSorted((a, b) => b - a).slice(0, 8).map(value => value.toFixed(2)).join(' ') // prettier-ignore
}
