import type { ModelIndexState } from '#contract/knowledge.ts'
import type { Clock } from '#main/ports/clock.ts'
import {
  EmbedderAway,
  IndexBroken,
  type Embedder,
  type IndexHit,
  type KnowledgeIndex,
} from '#main/ports/knowledgeIndex.ts'
import type { KnowledgeStore } from '#main/ports/knowledgeStore.ts'
import type { Log } from '#main/ports/log.ts'
import { areFew } from './knowledgeSync.ts'

/** Some seconds of work of a small model: so much is lost at most when the computer goes off, or to a pause. */
const batchSize = 32
const removalSize = 250
const tidyEvery = 1_000
const shortestRetryMs = 1_000
const longestRetryMs = 60_000
const stateEveryMs = 200
/** A question is not kept waiting longer than this for the model. */
const longestWaitMs = 500
/** So many questions wait for the model at once; the others go on without it. */
const mostWaiting = 4

/** An installed model that turns texts into vectors. */
export interface SearchModel {
  id: string
  name: string
  embedder: Embedder
  /** False while its process is away, starting or resting; asking wakes one that rests. */
  isReady(): boolean
}

export interface ModelIndexDeps {
  store: Pick<KnowledgeStore, 'modelIndex' | 'entryCount'>
  index: KnowledgeIndex
  clock: Clock
  log: Log
  onState(): void
}

type Progress = Pick<ModelIndexState, 'state' | 'done' | 'total'>
/** One model's time in use: it ends with the next one. */
interface Term {
  model: SearchModel
  ended: AbortController
}

/**
 * The search index made with an installed model, beside the built-in one: built in small steps when nothing else is to do,
 * from wherever the last run ended, and used from when it is whole. Whatever happens here, the built-in one goes on.
 */
export function createModelIndex({ store, index, clock, log, onState }: ModelIndexDeps) {
  const held = store.modelIndex
  let term: Term | null = null
  let progress: Progress = { state: 'building', done: 0, total: 0 }
  let lastStateAt = 0
  let isOpen = false
  let isWanted = false
  let isStopping = false
  let running: Promise<void> | null = null
  let waiting = 0
  let failures = 0

  function show(next: Progress) {
    const isNews = next.state !== progress.state || next.done === next.total
    if (next.state === progress.state && next.done === progress.done && next.total === progress.total) return
    progress = next
    const now = clock.now().getTime()
    if (!isNews && now - lastStateAt < stateEveryMs) return
    lastStateAt = now
    onState()
  }

  /** Counting 50,000 entries takes its time too, so it is done no more often than it is shown. */
  function showState({ id }: Embedder, trouble: 'waiting' | 'failed' | null = null, isStep = false) {
    if (isStep && clock.now().getTime() - lastStateAt < stateEveryMs) return
    const missing = held.staleCount(id)
    const total = store.entryCount()
    // Once in use, it stays so while a few new entries are added.
    const isWhole = isOpen && (missing === 0 || (progress.state === 'ready' && areFew(missing, total)))
    const unfinished = trouble ?? (held.isPaused(id) ? 'paused' : 'building')
    show({ state: isWhole ? 'ready' : unfinished, done: total - missing, total })
  }

  async function open({ model: { embedder }, ended: { signal } }: Term) {
    const hadContent = await index.open(embedder)
    signal.throwIfAborted()
    if (!hadContent) held.markAllStale()
    isOpen = true
    const [missing, total] = [held.staleCount(embedder.id), store.entryCount()]
    if (areFew(missing, total)) show({ state: 'ready', done: total - missing, total })
  }

  async function forgetRemoved(): Promise<boolean> {
    const removed = held.removedIds().slice(0, removalSize)
    if (removed.length === 0) return false
    await index.remove(removed)
    held.forgetRemoved(removed)
    return true
  }

  async function catchUp({ model: { embedder }, ended: { signal } }: Term) {
    let written = 0
    while (!signal.aborted && !held.isPaused(embedder.id)) {
      if (await forgetRemoved()) continue
      const batch = held.stale(embedder.id, batchSize)
      if (batch.length === 0) return finish(embedder, written)
      await index.put(batch)
      held.markIndexed(embedder.id, batch)
      failures = 0
      written += batch.length
      showState(embedder, null, true)
      if (written % tidyEvery < batchSize) await index.tidy()
    }
  }

  async function finish(embedder: Embedder, written: number) {
    if (written > 0) await index.tidy()
    const count = await index.count()
    // More than there are do no harm: what the store has no more is not found.
    if (held.staleCount(embedder.id) > 0 || count >= store.entryCount()) return
    log.warn('the search index of the model is built again', { reason: 'it does not hold what it should' })
    held.markAllStale()
    await index.empty()
    isWanted = true
  }

  async function work(current: Term) {
    const { embedder } = current.model
    const { signal } = current.ended
    while (isWanted && !signal.aborted) {
      isWanted = false
      try {
        showState(embedder)
        if (!isOpen) await open(current)
        await catchUp(current)
        if (!signal.aborted) showState(embedder)
      } catch (error) {
        if (signal.aborted) return
        isWanted = true
        const isAway = error instanceof EmbedderAway
        // What it holds is still good if it can be read, and opening it shows.
        if (!isAway) isOpen = false
        if (!isAway) log.error('the search index of the model cannot be kept', error)
        showState(embedder, isAway ? 'waiting' : 'failed')
        const waitMs = Math.min(longestRetryMs, shortestRetryMs * 2 ** failures)
        failures += 1
        await clock.sleep(waitMs, signal)
      }
    }
  }

  async function run() {
    for (let current = term; current !== null && !isStopping; current = term) {
      await work(current)
      if (current === term) return
      isOpen = false
      await index.close()
    }
  }

  function wake() {
    if (term === null || isStopping) return
    isWanted = true
    running ??= run()
      .catch((error: unknown) => log.error('the search index of the model failed', error))
      .finally(() => {
        running = null
        if (isWanted) wake()
      })
  }

  const isUsable = () => term !== null && isOpen && progress.state === 'ready' && term.model.isReady()

  return {
    /** From now on this model; null: the built-in embedder alone, at once. */
    use(model: SearchModel | null) {
      if (model?.embedder.id === term?.model.embedder.id && model?.id === term?.model.id) return
      term?.ended.abort()
      term = model === null ? null : { model, ended: new AbortController() }
      isOpen = false
      failures = 0
      progress = { state: 'building', done: 0, total: store.entryCount() }
      onState()
      wake()
    },
    /** Looks for work now; call it after every change. */
    wake,
    /** Null when no model is in use. */
    state: (): ModelIndexState | null =>
      term === null ? null : { modelId: term.model.id, name: term.model.name, ...progress },
    /** Stops building, or goes on; also after a restart. What is done stays done. */
    setPaused(paused: boolean) {
      if (term === null) return
      held.setPaused(term.model.embedder.id, paused)
      showState(term.model.embedder)
      if (!paused) wake()
    },
    /** Never throws and never keeps a question waiting: null when the built-in index is to be asked alone. */
    async search(text: string, limit: number): Promise<IndexHit[] | null> {
      const asked = term
      if (asked === null || !isUsable() || waiting >= mostWaiting) return null
      const done = new AbortController()
      waiting += 1
      const found = index.search(text, limit).finally(() => (waiting -= 1))
      try {
        const hits = await Promise.race([found, clock.sleep(longestWaitMs, done.signal).then(() => null)])
        return asked === term ? hits : null
      } catch (error) {
        if (error instanceof IndexBroken && asked === term) {
          log.warn('the search index of the model failed and the built-in one is used', { reason: error.message })
          isOpen = false
          wake()
        }
        return null
      } finally {
        found.catch(() => undefined)
        done.abort('found')
      }
    },
    async untilIdle(): Promise<void> {
      while (running !== null && progress.state !== 'failed' && progress.state !== 'waiting') {
        await clock.sleep(20, new AbortController().signal)
      }
    },
    async stop(): Promise<void> {
      isStopping = true
      term?.ended.abort()
      await running
      await index.close()
    },
  }
}
