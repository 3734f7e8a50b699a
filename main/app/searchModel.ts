import { createModelEmbedder } from '#main/ai/modelEmbedder.ts'
import { searchPrefixOf } from '#domain/knowledge/searchPrefix.ts'
import type { ModelEngine } from '#main/ports/languageModel.ts'
import type { Log } from '#main/ports/log.ts'
import type { ModelRecord, ModelStore } from '#main/ports/modelStore.ts'
import type { Knowledge } from '#main/services/knowledge.ts'
import type { SearchModel } from '#main/services/knowledgeModelIndex.ts'

export interface SearchModelDeps {
  engine: Pick<ModelEngine, 'state' | 'onState' | 'embed'>
  stores: {
    models: Pick<ModelStore, 'inUse'> & { get(id: string): Pick<ModelRecord, 'name' | 'sha256'> | null }
  }
  knowledge: Pick<Knowledge, 'useModel'>
  log: Log
}

/** Gives the knowledge the embedding model in use, once it works, and takes it away when it is none any more. */
export function followSearchModel({ engine, stores, knowledge, log }: SearchModelDeps) {
  /** The one that is given, or looked at. */
  let currentId: string | null = null
  let isRousing = false

  /** Wakes a resting process; nobody waits for it. */
  function rouse() {
    if (isRousing) return
    isRousing = true
    void engine
      .embed(['?'])
      .catch(() => undefined)
      .finally(() => (isRousing = false))
  }

  function isReady(id: string): boolean {
    const { modelId, stage } = engine.state('searching')
    if (modelId === id && stage === 'resting') rouse()
    return modelId === id && stage === 'ready'
  }

  async function modelOf(id: string): Promise<SearchModel | null> {
    const record = stores.models.get(id)
    if (record === null) return null
    const { name, sha256 } = record
    const [vector] = await engine.embed(['?'])
    if (vector === undefined) return null
    const prefix = searchPrefixOf(name)
    const embedder = createModelEmbedder({ engine, sha256, dimension: vector.length, prefix })
    return { id, name, embedder, isReady: () => isReady(id) }
  }

  function take(id: string) {
    currentId = id
    void modelOf(id)
      .then(model => {
        if (currentId === id) knowledge.useModel(model)
      })
      .catch((error: unknown) => {
        if (currentId === id) currentId = null
        log.warn('the embedding model gives no vectors, search goes on without it', { reason: String(error) })
      })
  }

  /** Which model is in use was changed, or its process came or went. */
  function look() {
    const id = stores.models.inUse('searching')
    if (id === currentId) return
    if (currentId !== null) {
      currentId = null
      knowledge.useModel(null)
    }
    if (id !== null && isReady(id)) take(id)
  }

  engine.onState(use => {
    if (use === 'searching') look()
  })
  return { look }
}
