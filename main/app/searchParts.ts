import { join } from 'node:path'
import { createEmbedder } from '#main/ai/embed.ts'
import type { Platform } from '#main/ports/platform.ts'
import { createLanceIndex } from '#main/storage/vectors.ts'

/** What the knowledge is searched with: the built-in index, and the one of an installed model, in a folder of its own. */
export function searchParts({ dataFolder, resourcesFolder, log }: Platform) {
  return {
    index: createLanceIndex({ folder: join(dataFolder, 'search'), log }),
    modelIndex: createLanceIndex({ folder: join(dataFolder, 'search-by-model'), log, keepsWords: false }),
    embedder: createEmbedder({ folder: join(resourcesFolder, 'understanding'), log }),
  }
}
