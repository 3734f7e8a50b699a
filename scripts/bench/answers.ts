import { join } from 'node:path'
import { askable, pairs } from './faq.ts'
import type { Part } from './figures.ts'
import { importPairs, timed, withApp, type Workplace } from './shop.ts'

const QUESTIONS = 200

/** The whole pipeline for one question, over the wire; nothing is stored or sent. */
export async function answers(place: Workplace): Promise<Part> {
  return withApp(join(place.folder, 'answers'), async ({ client }) => {
    await importPairs(client, 1000)
    const known = pairs(1000)
    const own: number[] = []
    let replies = 0
    const values = await timed(QUESTIONS, async index => {
      const text = index % 4 === 0 ? askable[(index / 4) % askable.length] : known[(index * 37) % known.length]?.wording
      const answer = await client.assistant.tryQuestion({ text: `Hello, ${text ?? ''}` })
      own.push(answer.ms)
      if (answer.action === 'reply') replies += 1
    })
    return {
      name: 'Answer',
      sizes: `1,000 entries of knowledge, ${QUESTIONS} questions, ${replies} of them answered`,
      figures: [
        { what: 'question to answer, to a screen', unit: 'ms', values, target: { of: 'p95', below: 100 } },
        { what: 'of which the assistant itself', unit: 'ms', values: own },
      ],
    }
  })
}
