import { canLearn, isWellWorded, learn, type OwnClassifier, type Taught } from '#domain/knowledge/ownClassifier.ts'
import type { KnowledgeStore } from '#main/ports/knowledgeStore.ts'
import type { Log } from '#main/ports/log.ts'
import { createSlices } from './knowledgeSlices.ts'

const pageSize = 200
/** More entries than this are never learned, so they are not even read. */
const mostRead = 400

export interface LearnerDeps {
  store: Pick<KnowledgeStore, 'entries' | 'entryCount'>
  log: Log
}

/** Learns the shop's own wordings in the background, from the start whenever they change. Kept in memory only. */
export function createKnowledgeLearner({ store, log }: LearnerDeps) {
  let learned: OwnClassifier | null = null
  let isWanted = false
  let isStopping = false
  let running: Promise<void> | null = null

  function wordings(): Taught[] {
    if (store.entryCount() > mostRead) return []
    const found: Taught[] = []
    for (let offset = 0; ; offset += pageSize) {
      const { items } = store.entries({ sourceId: null, text: '', offset, limit: pageSize })
      for (const { id, question, wordings: others } of items) found.push({ entryId: id, texts: [question, ...others] })
      if (items.length < pageSize) return found
    }
  }

  async function once(): Promise<void> {
    const taught = wordings()
    const texts = taught.reduce((sum, one) => sum + one.texts.length, 0)
    const wellWorded = taught.filter(one => isWellWorded(one.texts)).length
    if (!canLearn({ entries: taught.length, texts, wellWorded })) {
      learned = null
      return
    }
    const breathe = createSlices()
    const steps = learn(taught)
    while (!isStopping && !isWanted) {
      const step = steps.next()
      if (step.done === true) {
        learned = step.value
        return
      }
      await breathe()
    }
  }

  async function run(): Promise<void> {
    while (isWanted && !isStopping) {
      isWanted = false
      try {
        await once()
      } catch (error) {
        learned = null
        log.error('the own wordings could not be learned', error)
      }
    }
  }

  function wake(): void {
    if (isStopping) return
    isWanted = true
    running ??= run().finally(() => {
      running = null
      if (isWanted) wake()
    })
  }

  return {
    /** The knowledge changed. What was learned before stays in use until it is learned anew. */
    wake,
    /** Null where there is too little, or too much, to learn from. */
    scores: (question: string): ReadonlyMap<string, number> | null => learned?.scores(question) ?? null,
    async untilIdle(): Promise<void> {
      while (running !== null) await running
    },
    async stop(): Promise<void> {
      isStopping = true
      await running
    },
  }
}
export type KnowledgeLearner = ReturnType<typeof createKnowledgeLearner>
