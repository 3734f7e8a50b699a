import type { ModelUse } from '#contract/model.ts'
import type { ModelShape } from './modelStore.ts'

/** What a model file says of itself. */
export interface ModelFacts {
  use: ModelUse
  name: string | null
  architecture: string
  /** In thousand millions. */
  parameters: number | null
  quantization: string | null
  contextTokens: number | null
  hasChatTemplate: boolean
  shape: ModelShape
}

/** Throws LoadFailure: `not-a-model`, `damaged`, `unsupported` or `missing`. Nothing of it is executed. */
export type ReadModel = (file: string) => Promise<ModelFacts>
