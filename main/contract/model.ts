import { oc } from '@orpc/contract'
import { z } from 'zod'

/** `writing`: a language model; `searching`: an embedding model. */
export const modelUseSchema = z.enum(['writing', 'searching'])
export type ModelUse = z.infer<typeof modelUseSchema>

export const hardwareSchema = z.object({
  processor: z.string(),
  /** Physical cores, as far as can be told. */
  cores: z.number(),
  memoryBytes: z.number(),
  freeMemoryBytes: z.number(),
  /** What models can be computed on beside the processor. */
  graphics: z.array(z.object({ name: z.string(), memoryBytes: z.number() })),
  /** A graphics card failed with a model before; the processor is used until the owner tries again. */
  graphicsFailed: z.boolean(),
  freeDiskBytes: z.number(),
})
export type Hardware = z.infer<typeof hardwareSchema>

/** `good`: answers while a customer waits; `slow`: works, for mail; `tight`: little memory is left; `too-big`: does not fit. */
export const fitSchema = z.enum(['good', 'slow', 'tight', 'too-big'])
export type Fit = z.infer<typeof fitSchema>

export const modelNeedsSchema = z.object({
  /** Of the file. */
  bytes: z.number(),
  /** At work, its context included. */
  memoryBytes: z.number(),
})

export const catalogueModelSchema = z.object({
  id: z.string(),
  name: z.string(),
  maker: z.string(),
  use: modelUseSchema,
  /** In thousand millions. */
  parameters: z.number(),
  quantization: z.string(),
  ...modelNeedsSchema.shape,
  contextTokens: z.number(),
  /** BCP 47; best first. */
  languages: z.array(z.string()),
  licence: z.object({ name: z.string(), url: z.string() }),
  url: z.string(),
  sha256: z.string(),
})
export type CatalogueModel = z.infer<typeof catalogueModelSchema>

/** Why a model file cannot be used. */
export const loadProblemSchema = z.enum([
  'missing',
  'not-a-model',
  'damaged',
  'unsupported',
  'other-use',
  'too-little-memory',
  'crashed',
  'too-slow',
])
export type LoadProblem = z.infer<typeof loadProblemSchema>

/** What can be wrong with a model, said in plain words on the screen. */
export const modelProblemSchema = z.enum([
  ...loadProblemSchema.options,
  'disk-full',
  'offline',
  'refused-by-server',
  'wrong-checksum',
])
export type ModelProblem = z.infer<typeof modelProblemSchema>

/** Measured on this computer after it was installed. */
export const measuredSchema = z.object({
  /** A typical answer: 300 tokens read beside the shop's fixed part, 80 written. */
  answerSeconds: z.number(),
  replyTokensPerSecond: z.number(),
})
export type Measured = z.infer<typeof measuredSchema>

export const installedModelSchema = z.object({
  id: z.string(),
  /** Of the catalogue; null for a file of the owner's own. */
  catalogueId: z.string().nullable(),
  name: z.string(),
  use: modelUseSchema,
  bytes: z.number(),
  sha256: z.string(),
  /** As its own metadata says. */
  architecture: z.string(),
  parameters: z.number().nullable(),
  quantization: z.string().nullable(),
  contextTokens: z.number().nullable(),
  installedAt: z.date(),
  inUse: z.boolean(),
  measured: measuredSchema.nullable(),
  /** Why it cannot be used; null when it can. */
  problem: modelProblemSchema.nullable(),
})
export type InstalledModel = z.infer<typeof installedModelSchema>

/** Something on its way into the shop: from the internet, or from a file on this computer. */
export const modelTransferSchema = z.object({
  id: z.string(),
  kind: z.enum(['download', 'file']),
  catalogueId: z.string().nullable(),
  name: z.string(),
  receivedBytes: z.number(),
  totalBytes: z.number(),
  bytesPerSecond: z.number().nullable(),
  state: z.enum(['running', 'paused', 'checking', 'failed']),
  problem: modelProblemSchema.nullable(),
})
export type ModelTransfer = z.infer<typeof modelTransferSchema>

/** What the process does with its model now. `resting`: unloaded after a quiet time, the next call loads it again. */
export const engineStageSchema = z.enum(['off', 'loading', 'ready', 'resting', 'restarting', 'failed'])
export type EngineStage = z.infer<typeof engineStageSchema>

export const modelsStateSchema = z.object({
  installed: z.array(installedModelSchema),
  transfers: z.array(modelTransferSchema),
  engine: z.record(
    modelUseSchema,
    z.object({
      modelId: z.string().nullable(),
      stage: engineStageSchema,
      problem: modelProblemSchema.nullable(),
      gpuFailed: z.boolean(),
    }),
  ),
})
export type ModelsState = z.infer<typeof modelsStateSchema>

const byId = z.object({ id: z.string() })
const notFound = { NOT_FOUND: {} }
const unusable = { UNUSABLE: { data: z.object({ problem: modelProblemSchema, neededBytes: z.number().optional() }) } }

export const modelContract = {
  state: oc.output(modelsStateSchema),
  hardware: oc.output(hardwareSchema),
  /** What is offered, with how well it fits this computer. */
  catalogue: oc.output(
    z.array(
      z.object({
        model: catalogueModelSchema,
        fit: fitSchema,
        /** Expected, from the memory's speed; null while it is not known. */
        answerSeconds: z.number().nullable(),
        /** The one to take when in doubt. */
        recommended: z.boolean(),
      }),
    ),
  ),
  download: oc
    .input(z.object({ catalogueId: z.string() }))
    .output(modelTransferSchema)
    .errors({ ...notFound, ...unusable }),
  pause: oc.input(byId).output(modelTransferSchema).errors(notFound),
  resume: oc
    .input(byId)
    .output(modelTransferSchema)
    .errors({ ...notFound, ...unusable }),
  /** Ends a transfer; what came is deleted. */
  cancel: oc.input(byId).output(z.void()).errors(notFound),
  /** A file on this computer comes in pieces, in order. */
  beginFile: oc
    .input(z.object({ name: z.string().min(1).max(255), bytes: z.number().int().positive() }))
    .output(modelTransferSchema)
    .errors(unusable),
  addPiece: oc
    .input(z.object({ id: z.string(), offset: z.number().int().min(0), base64: z.string().max(6_000_000) }))
    .output(z.object({ receivedBytes: z.number() }))
    .errors({ ...notFound, ...unusable, OUT_OF_ORDER: { data: z.object({ receivedBytes: z.number() }) } }),
  /** Reads and checks it, and tries it once. */
  finishFile: oc
    .input(byId)
    .output(installedModelSchema)
    .errors({ ...notFound, ...unusable }),
  /** This one from now on. */
  use: oc
    .input(byId)
    .output(modelsStateSchema)
    .errors({ ...notFound, ...unusable }),
  /** The built-in assistant alone, for this use. */
  useBuiltIn: oc.input(z.object({ use: modelUseSchema })).output(modelsStateSchema),
  measure: oc
    .input(byId)
    .output(installedModelSchema)
    .errors({ ...notFound, ...unusable }),
  /** Uses the graphics card again after it failed. */
  tryGraphicsAgain: oc.output(modelsStateSchema),
  remove: oc.input(byId).output(z.void()).errors(notFound),
}
