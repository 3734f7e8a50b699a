import { chooseEntry } from '#domain/reply/choose.ts'
import { soberConfidence } from '#domain/reply/sober.ts'
import type { Embedder } from '#main/ports/knowledgeIndex.ts'
import type { Platform } from '#main/ports/platform.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Knowledge } from '#main/services/knowledge.ts'
import { createReports } from '#main/services/reports.ts'
import type { Topics } from '#main/services/topics.ts'

const LOOK_AT = 10

export interface ReportPartsDeps {
  platform: Platform
  stores: Stores
  embedder: Embedder
  knowledge: Pick<Knowledge, 'search'>
  topics: Pick<Topics, 'thresholdOf'>
}

/** What the owner reads about a period. */
export function joinReports({ platform: { clock, log }, stores, embedder, knowledge, topics }: ReportPartsDeps) {
  return createReports({
    stores,
    embed: texts => embedder.embed(texts),
    async isAnswered(question, language) {
      const { ranked, confidenceOf } = await knowledge.search(question, LOOK_AT)
      const best = chooseEntry(ranked, language, question)
      if (best === null) return false
      return soberConfidence(confidenceOf(best.entry), question, best.entry) >= topics.thresholdOf(null)
    },
    clock,
    log,
  })
}
