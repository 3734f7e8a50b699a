import type { ModelUse } from '#contract/model.ts'
import type { Shape } from '#domain/models/fit.ts'

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
  shape: Shape
}

/** Throws LoadFailure: `not-a-model`, `damaged`, `unsupported` or `missing`. Nothing of it is executed. */
export type ReadModel = (file: string) => Promise<ModelFacts>
