import { sentences } from '#domain/text/sentences.ts'
import { featuresOf } from '#main/ai/features.ts'
import { featuresOfAll } from '../train/features.ts'
import { injectionRows, trainInjection, type InjectionRow, type InjectionSource } from '../train/injection.ts'
import { modelOf, unseenScores } from '../train/linearModel.ts'
import type { Figure, Part } from './figure.ts'
import { intentRows } from './sets.ts'

/** One half is the frozen border; see `allowedFalseAlarms`. */
const border = 0.5
const customers: readonly InjectionSource[] = ['own', 'clinc150', 'banking77', 'bitext', 'mails']

/**
 * Five splits; a kind of attack of BIPIA is wholly in one of them, so every attack is judged without its kind.
 * False alarms on messages of customers are those of the same splits, and of files never trained on.
 */
export const injection: Part = async (folder, print) => {
  const rows = injectionRows({ folder, without: new Set(), print })
  const trained = trainInjection(rows)
  const judged = rows.map((row, index) => ({ row, score: unseenScores(trained, index)[0] ?? 0 }))
  const share = (isCounted: (row: InjectionRow) => boolean) => {
    const counted = judged.filter(({ row }) => isCounted(row))
    return counted.filter(({ score }) => score > border).length / counted.length
  }
  const model = modelOf(trained)
  const unseenTexts = ['clinc150/val.jsonl', 'banking77_oos/val_in.jsonl'].flatMap(file =>
    intentRows(folder, file).map(({ text }) => text),
  )
  const alarms = featuresOfAll(unseenTexts).filter(features => (model.judge(features)[0] ?? 0) > border)
  for (const source of customers)
    print(`false alarms, ${source}: ${(100 * share(row => row.source === source && !row.attack)).toFixed(2)} %`)
  print(
    `false alarms, other questions of deepset: ${(100 * share(row => row.source === 'deepset' && !row.attack)).toFixed(1)} %`,
  )
  print('missed: attacks of our own that ask politely, or in words of every mail ("approve", "refund", "mark")')
  return [
    figure(
      'deepset, recall',
      share(row => row.source === 'deepset' && row.attack),
      0.85,
      0.8,
    ),
    figure(
      'BIPIA, recall, kinds of attack unseen',
      share(row => row.source === 'bipia' && row.attack),
      0.5,
      0.36,
    ),
    figure(
      'our own attacks (en, zh, de and others), recall',
      share(row => row.source === 'own' && row.attack),
      null,
      null,
    ),
    {
      name: 'false alarms on messages of customers (14,000, 5-fold)',
      value: share(row => !row.attack && customers.includes(row.source)),
      goal: 0.005,
      baseline: 0.0024,
      better: 'lower',
    },
    {
      name: `false alarms on files never trained on (CLINC150 val, Banking77 val: ${unseenTexts.length})`,
      value: alarms.length / unseenTexts.length,
      goal: 0.005,
      baseline: 0.0024,
      better: 'lower',
    },
    ...inMails(rows),
  ]
}

/** As attacks really come: one sentence at the end of a mail, judged sentence by sentence, both unseen. */
function inMails(rows: readonly InjectionRow[]): Figure[] {
  const isTest = ({ group, source }: InjectionRow) => group % 5 === 0 && (source === 'bipia' || source === 'mails')
  const model = modelOf(trainInjection(rows.filter(row => !isTest(row))))
  const highest = (text: string) =>
    Math.max(
      ...[text, ...sentences(text).map(sentence => sentence.text)].map(part => model.judge(featuresOf(part))[0] ?? 0),
    )
  const test = rows.filter(isTest)
  const mails = test.filter(({ source }) => source === 'mails').map(({ text }) => text)
  const attacks = test.filter(({ source }) => source === 'bipia').map(({ text }) => text)
  const attacked = mails.flatMap(mail => attacks.map(attack => `${mail}\n${attack}`))
  const share = (texts: readonly string[]) => texts.filter(text => highest(text) > border).length / texts.length
  return [
    figure(
      `BIPIA within ${mails.length} mails, ${attacks.length} attacks of unseen kinds, recall`,
      share(attacked),
      null,
      null,
    ),
    { ...figure('the same mails without attack, flagged', share(mails), null, null), better: 'lower' },
  ]
}

function figure(name: string, value: number, goal: number | null, baseline: number | null): Figure {
  return { name, value, goal, baseline, better: 'higher' }
}
