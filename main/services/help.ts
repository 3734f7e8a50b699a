import type { Abilities } from '#contract/help.ts'
import type { LanguageModel } from '#main/ports/languageModel.ts'
import { createHelpSuggest, type HelpSuggestDeps } from './helpSuggest.ts'
import { createHelpSummary, type HelpSummaryDeps } from './helpSummary.ts'
import { createHelpWriting, type HelpWritingDeps } from './helpWriting.ts'
import { createWordings, type WordingsDeps } from './wordings.ts'

export type HelpDeps = HelpSuggestDeps &
  HelpWritingDeps &
  WordingsDeps &
  Pick<HelpSummaryDeps, 'stores' | 'log'> & { stores: HelpSuggestDeps['stores'] } & { model: LanguageModel }

/** What the owner can ask for while writing. It sends and stores nothing; every failure is a NoHelp or a NotFound. */
export function createHelp(deps: HelpDeps) {
  const { model } = deps
  const writing = createHelpWriting(deps)
  return {
    abilities(): Abilities {
      const byModel = model.current() === null ? null : 'model'
      return {
        suggest: byModel ?? 'built-in',
        rewrite: byModel,
        translate: byModel,
        summarize: byModel ?? 'built-in',
        wordings: byModel,
      }
    },
    suggest: createHelpSuggest(deps),
    rewrite: writing.rewrite,
    translate: writing.translate,
    summarize: createHelpSummary({ ...deps, writing }),
    wordings: createWordings(deps),
  }
}
export type Help = ReturnType<typeof createHelp>
