import type { IndexState } from '#contract/knowledge.ts'
import type { Clock } from '#main/ports/clock.ts'
import { IndexBroken, type Embedder, type KnowledgeIndex } from '#main/ports/knowledgeIndex.ts'
import type { KnowledgeStore } from '#main/ports/knowledgeStore.ts'
import type { Log } from '#main/ports/log.ts'
import { createSlices } from './knowledgeSlices.ts'

const batchSize = 200
const searchBatchSize = 40
const removalSize = 250
const tidyEvery = 5_000
const retryMs = 30_000
/** So few missing entries do not make the index unfit for answering. */
const fewMissing = 100
const fewMissingShare = 0.02
const stateEveryMs = 200

export interface SyncDeps {
  store: KnowledgeStore
  index: KnowledgeIndex
  embedder: Embedder
  clock: Clock
  log: Log
  /** While true, hidden sources are being filled and must not be cleared away. */
  isImporting(): boolean
  onState(state: IndexState): void
  /** What was removed is out of sight now. */
  onCaughtUp?(): void
}

/** Keeps the index in step with the store: in the background, in small steps, from wherever the last run ended. */
export function createKnowledgeSync({
  store,
  index,
  embedder,
  clock,
  log,
  isImporting,
  onState,
  onCaughtUp,
}: SyncDeps) {
  const stopping = new AbortController()
  let state: IndexState = { state: 'building', done: 0, total: 0 }
  let lastStateAt = 0
  let isOpen = false
  let isWanted = false
  let needsRebuild = false
  let running: Promise<void> | null = null

  function show(next: IndexState) {
    const now = clock.now().getTime()
    const isNews = next.state !== state.state || next.done === next.total
    if (next.state === state.state && next.done === state.done && next.total === state.total) return
    state = next
    if (!isNews && now - lastStateAt < stateEveryMs) return
    lastStateAt = now
    onState(next)
  }

  /** Counting 50,000 entries takes its time too, so it is done no more often than it is shown. */
  function showProgress(isStep = false) {
    if (isStep && clock.now().getTime() - lastStateAt < stateEveryMs) return
    const missing = store.staleCount(embedder.id)
    const total = store.entryCount()
    const isUsable = state.state === 'ready' && areFew(missing, total)
    show({ state: isUsable || missing === 0 ? 'ready' : 'building', done: total - missing, total })
  }

  async function open() {
    const hadContent = await index.open(embedder)
    if (!hadContent) store.markAllStale()
    isOpen = true
    const [missing, total] = [store.staleCount(embedder.id), store.entryCount()]
    if (hadContent && areFew(missing, total)) show({ state: 'ready', done: total - missing, total })
  }

  async function rebuild() {
    show({ state: 'building', done: 0, total: store.entryCount() })
    store.markAllStale()
    if (isOpen) await index.empty()
    else await open()
    needsRebuild = false
  }

  /** True when everything there was to do is done. */
  async function catchUp(breathe: () => Promise<void>): Promise<boolean> {
    let written = 0
    showProgress()
    while (!stopping.signal.aborted) {
      await clearAway(breathe)
      const removed = store.removedIds().slice(0, removalSize)
      if (removed.length > 0) {
        await index.remove(removed)
        store.forgetRemoved(removed)
        written += removed.length
        continue
      }
      const batch = store.stale(embedder.id, batchSize)
      if (batch.length === 0) break
      await index.put(batch)
      store.markIndexed(embedder.id, batch)
      written += batch.length
      showProgress(true)
      if (written % tidyEvery < batchSize) await index.tidy()
      await breathe()
    }
    if (stopping.signal.aborted) return false
    if (
      (await index.count()) !== store.entryCount() &&
      store.staleCount(embedder.id) === 0 &&
      !isImporting() &&
      store.removedIds().length === 0
    ) {
      throw new IndexBroken('The index does not hold as many entries as the store')
    }
    showProgress()
    if (written > 0) await index.tidy()
    return true
  }

  /** Deletes hidden sources piece by piece, and makes changed entries findable by their words. */
  async function clearAway(breathe: () => Promise<void>) {
    while (!stopping.signal.aborted && !isImporting() && store.removeHidden(removalSize)) await breathe()
    while (!stopping.signal.aborted && store.fillSearch(searchBatchSize) > 0) await breathe()
  }

  async function run() {
    let failures = 0
    while (isWanted && !stopping.signal.aborted) {
      isWanted = false
      try {
        // Much of a large import is made findable by its words first; the owner sees that work has begun.
        if (isOpen && !needsRebuild) showProgress()
        await clearAway(createSlices())
        if (needsRebuild) await rebuild()
        if (!isOpen) await open()
        if (await catchUp(createSlices())) onCaughtUp?.()
        failures = 0
      } catch (error) {
        isWanted = true
        if (error instanceof IndexBroken && failures === 0) {
          log.warn('the search index is built again', { reason: error.message })
        } else {
          log.error('the search index cannot be kept', error)
          show({ ...state, state: 'failed' })
          await clock.sleep(retryMs, stopping.signal)
        }
        needsRebuild = error instanceof IndexBroken
        failures++
      }
    }
  }

  function wake() {
    if (stopping.signal.aborted) return
    isWanted = true
    running ??= run().finally(() => {
      running = null
      if (isWanted && !stopping.signal.aborted) wake()
    })
  }

  return {
    /** Looks for work now; call it after every change. */
    wake,
    state: (): IndexState => state,
    /** May questions be answered from the index? */
    isUsable: () => isOpen && state.state === 'ready',
    /** Waits until there is nothing left to do, or the index cannot be kept. */
    async untilIdle() {
      while (running !== null && state.state !== 'failed') await clock.sleep(20, stopping.signal)
    },
    /** The index failed in use: it is emptied and filled again. */
    reportBroken() {
      needsRebuild = true
      show({ ...state, state: 'building', done: 0 })
      wake()
    },
    async stop() {
      stopping.abort()
      await running
      await index.close()
    },
  }
}

/** So few are missing that what is there may answer. Of a small shop every entry counts. */
export function areFew(missing: number, total: number): boolean {
  return missing <= Math.min(fewMissing, total * fewMissingShare)
}
