import { ModelFailure, type LanguageModel } from '#main/ports/languageModel.ts'

/** Where no language model can run: the built-in assistant does all of it. */
export const noModel: LanguageModel = {
  current: () => null,
  draft() {
    throw new ModelFailure('none')
  },
  complete: () => Promise.reject(new ModelFailure('none')),
  prepare: () => Promise.resolve(),
}
