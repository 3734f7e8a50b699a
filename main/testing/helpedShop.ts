import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { DraftPiece } from '#contract/help.ts'
import { createPromptFiles } from '#main/ai/promptFiles.ts'
import { createAssistant } from '#main/services/assistant.ts'
import { NoHelp } from '#main/services/errors.ts'
import { createHelp } from '#main/services/help.ts'
import { createWriting } from '#main/services/writing.ts'
import { createFakeModel, type Script } from './fakeModel.ts'
import { silentLog } from './shop.ts'
import { createWholeShop, hours } from './wholeShop.ts'

const prompt = createPromptFiles(join(import.meta.dirname, '../../resources/prompts'))
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** A shop whose owner is helped by a model that says what a test wrote down; its knowledge is one entry. */
export function createHelpedShop() {
  const shop = createWholeShop()
  const { clock, ids, reader } = shop
  const stores = {
    ...shop.stores,
    knowledge: { ...shop.stores.knowledge, entry: () => hours, sourceName: () => 'faq.csv' },
  }
  return {
    ...shop,
    /** `sure`: how likely the entry answers what is asked. */
    helpWith(script: Script, { withModel = true, sure = 0.9 }: { withModel?: boolean; sure?: number } = {}) {
      const model = createFakeModel(script, { clock })
      if (!withModel) model.become(null)
      const settings = () => stores.settings.get()
      const writing = createWriting({ model, prompt, digest, settings, clock })
      const found = {
        ranked: [{ entryId: hours.id, entry: hours, score: 1, parts: {} }],
        confidence: sure,
        confidenceOf: () => sure,
      }
      const search = () => Promise.resolve({ ...found, ready: true, by: 'index' as const })
      const answering = { search, reader, entry: () => hours, sourceName: () => 'faq.csv', settings, clock, ids }
      const assistant = createAssistant({ ...answering, writing })
      const own = { stores, assistant, model, prompt, writing, search, clock, log: silentLog }
      return { help: createHelp({ ...own, maxTextLength: () => 5000 }), model }
    },
  }
}
export type HelpedShop = ReturnType<typeof createHelpedShop>

/** Everything of a stream: the pieces, and the text that counts at its end. */
export async function wholeOf(pieces: AsyncGenerator<DraftPiece>) {
  const streamed: string[] = []
  let done: Extract<DraftPiece, { type: 'done' }> | null = null
  for await (const piece of pieces) {
    if (piece.type === 'done') done = piece
    else streamed.push(piece.text)
  }
  return { streamed, done }
}

/** Why nothing came. */
export async function refusalOf(work: Promise<unknown>): Promise<NoHelp> {
  const failure = await work.catch((error: unknown) => error)
  if (failure instanceof NoHelp) return failure
  throw new Error('It was not refused', { cause: failure })
}
