import type { Entry, EntryDraft, IndexState, Source } from '#contract/knowledge.ts'
import { languageOf } from '#domain/text/language.ts'
import { normalizeText } from '#domain/text/normalize.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Importer, ReadFile } from '#main/ports/importer.ts'
import type { Embedder, KnowledgeIndex } from '#main/ports/knowledgeIndex.ts'
import type { Log } from '#main/ports/log.ts'
import type { Stores } from '#main/ports/stores.ts'
import { NotFound, Refused } from './errors.ts'
import { createKnowledgeImport, laterThan, type ImportResult, type UploadedFile } from './knowledgeImport.ts'
import { createKnowledgeLearner } from './knowledgeLearner.ts'
import { createModelIndex, type SearchModel } from './knowledgeModelIndex.ts'
import { createKnowledgeSearch } from './knowledgeSearch.ts'
import { createKnowledgeSync } from './knowledgeSync.ts'
import { createSearchOnce } from './searchOnce.ts'

const previewKeptMs = 30 * 60_000
const mostPreviews = 3
const handWritten = { en: 'My answers', 'zh-CN': '我的回答' }

export interface KnowledgeDeps {
  stores: Pick<Stores, 'transaction' | 'knowledge' | 'settings'>
  index: KnowledgeIndex
  embedder: Embedder
  /** Of an installed model, beside the other; it holds vectors only. */
  modelIndex: KnowledgeIndex
  importer: Importer
  clock: Clock
  ids: Ids
  log: Log
  /** Sources or entries changed. */
  onChange(): void
  onIndexState(state: IndexState): void
}

export type Knowledge = ReturnType<typeof createKnowledge>

/** What the shop knows: imported and written entries, and finding the ones that answer a question. */
export function createKnowledge(deps: KnowledgeDeps) {
  const { stores, index, embedder, importer, clock, ids, log, onChange } = deps
  const store = stores.knowledge
  const previews = new Map<string, { files: ReadFile[]; expiresAt: number }>()
  let imports: Promise<unknown> = Promise.resolve()
  let importing = 0

  const files = createKnowledgeImport({ stores, importer, clock, ids })
  const byModel = createModelIndex({ store, index: deps.modelIndex, clock, log, onState: tellState })
  const sync = createKnowledgeSync({
    store,
    index,
    embedder,
    clock,
    log,
    isImporting: () => importing > 0,
    onState: tellState,
    onCaughtUp: byModel.wake,
  })
  const learner = createKnowledgeLearner({ store, log })
  const { search, forget } = createSearchOnce(
    createKnowledgeSearch({
      store,
      index,
      embedder,
      clock,
      log,
      isIndexUsable: sync.isUsable,
      onBroken: sync.reportBroken,
      ownScores: learner.scores,
      searchByModel: byModel.search,
    }),
  )

  function indexState(): IndexState {
    const model = byModel.state()
    return model === null ? sync.state() : { ...sync.state(), model }
  }

  function tellState() {
    deps.onIndexState(indexState())
  }

  function changed() {
    forget()
    onChange()
    sync.wake()
    byModel.wake()
    learner.wake()
  }

  /** One import after the other. */
  function take(read: readonly ReadFile[]): Promise<ImportResult> {
    importing++
    const result = imports.then(() => files.take(read))
    imports = result.then(
      () => undefined,
      () => undefined,
    )
    return result.finally(() => {
      importing--
      changed()
    })
  }

  function forgetOldPreviews() {
    const now = clock.now().getTime()
    for (const [id, { expiresAt }] of previews) if (expiresAt <= now) previews.delete(id)
    for (const id of [...previews.keys()].slice(0, Math.max(0, previews.size - mostPreviews))) previews.delete(id)
  }

  /** The source of the entries that the owner writes here. */
  function handWrittenSource(): string {
    const known = store.sources().find(source => source.format === 'manual')
    if (known !== undefined) return known.id
    const name = freeName(handWritten[stores.settings.get().language])
    const id = ids.next()
    store.putSource({ id, name, format: 'manual', importedAt: clock.now() })
    return id
  }

  function freeName(name: string): string {
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? name : `${name} (${number})`
      if (store.sourceByName(candidate) === null) return candidate
    }
  }

  function entry(id: string): Entry {
    const found = store.entry(id)
    if (found === null) throw new NotFound()
    return found
  }

  return {
    sources: (): Source[] => store.sources(),
    entries: (query: { sourceId: string | null; text: string; offset: number; limit: number }) => store.entries(query),
    entry,

    /** Reads files without storing anything. */
    async preview(uploads: readonly UploadedFile[]) {
      const read = await files.read(uploads)
      const previewId = ids.next()
      previews.set(previewId, { files: read, expiresAt: clock.now().getTime() + previewKeptMs })
      forgetOldPreviews()
      return { previewId, files: await files.preview(read) }
    },

    async importPreview(previewId: string) {
      forgetOldPreviews()
      const kept = previews.get(previewId)
      if (kept === undefined) throw new Refused('PREVIEW_EXPIRED')
      previews.delete(previewId)
      const { added, updated, unchanged, removed } = await take(kept.files)
      return { added, updated, unchanged, removed }
    },

    /** Without a preview: for the command line and the sample shop. */
    async importFiles(uploads: readonly UploadedFile[]): Promise<ImportResult> {
      return take(await files.read(uploads))
    },

    createEntry(draft: EntryDraft): Entry {
      const created = stores.transaction(() => {
        const added: Entry = {
          id: ids.next(),
          sourceId: handWrittenSource(),
          externalId: null,
          ...cleaned(draft),
          updatedAt: clock.now(),
        }
        store.putEntries([added])
        return added
      })
      changed()
      return created
    },

    updateEntry(id: string, draft: EntryDraft): Entry {
      const before = entry(id)
      const after: Entry = { ...before, ...cleaned(draft), updatedAt: laterThan(before.updatedAt, clock.now()) }
      store.putEntries([after])
      changed()
      return after
    },

    deleteEntry(id: string): void {
      store.removeEntries([entry(id).id])
      changed()
    },

    deleteSource(id: string): void {
      if (store.source(id) === null) throw new NotFound()
      store.hideSource(id)
      changed()
    },

    indexState,

    pauseModelIndex(paused: boolean): IndexState {
      byModel.setPaused(paused)
      return indexState()
    },

    /** An installed model finds entries from now on, once its index is whole; null: the built-in embedder alone. */
    useModel(model: SearchModel | null): void {
      byModel.use(model)
      forget()
    },

    /** Best first, with how likely the first one answers. Never waits for the index. */
    search,

    /** Opens the index and catches up in the background. */
    start(): void {
      sync.wake()
      learner.wake()
    },

    /** Waits until the index holds everything and all is learned; for commands that must give the same result every time. */
    async untilIdle(): Promise<void> {
      await sync.untilIdle()
      await byModel.untilIdle()
      await learner.untilIdle()
    },

    async stop(): Promise<void> {
      await imports
      await learner.stop()
      await byModel.stop()
      await sync.stop()
      await importer.close()
    },
  }
}

function cleaned({ question, answer, wordings, tags }: EntryDraft) {
  return {
    question: normalizeText(question),
    answer: answer.trim(),
    wordings: [...new Set(wordings.map(normalizeText))],
    tags: [...new Set(tags.map(tag => tag.trim()))],
    language: languageOf(`${question}\n${answer}`),
  }
}
