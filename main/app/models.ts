import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readModel } from '#main/ai/modelReader.ts'
import { readCatalogue } from '#domain/models/catalogue.ts'
import type { ModelEngine } from '#main/ports/languageModel.ts'
import type { Gateway } from '#main/ports/gateway.ts'
import type { Platform } from '#main/ports/platform.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Publish } from '#main/services/events.ts'
import type { Knowledge } from '#main/services/knowledge.ts'
import { createModels } from '#main/services/models.ts'
import { createModelFolder } from '#main/storage/modelFolder.ts'
import { createMachine } from '#main/system/hardware.ts'
import { followSearchModel } from './searchModel.ts'

export interface ModelPartsDeps {
  platform: Platform
  stores: Stores
  engine: ModelEngine
  gateway: Gateway
  publish: Publish
  knowledge: Knowledge
}

/** The models of this shop, on this computer. */
export function joinModels({ platform, knowledge, ...deps }: ModelPartsDeps) {
  const { dataFolder, resourcesFolder, clock, ids, log } = platform
  const search = followSearchModel({ ...deps, knowledge, log })
  const shipped: unknown = JSON.parse(readFileSync(join(resourcesFolder, 'models.json'), 'utf8'))
  return createModels({
    ...deps,
    folder: createModelFolder({ folder: join(dataFolder, 'models') }),
    read: readModel,
    machine: createMachine(),
    offered: readCatalogue(shipped),
    onChoice: search.look,
    clock,
    ids,
    log,
  })
}
