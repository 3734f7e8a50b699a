import { smallestRoom, type Room } from '#domain/models/room.ts'
import type { EngineStage, LoadProblem, ModelUse } from '#contract/model.ts'
import type { LoadedModel, ModelFile } from '#main/ports/languageModel.ts'

/** One model in use. */
export interface Slot {
  use: ModelUse
  model: ModelFile
  fileBytes: number
  room: Room
  stage: EngineStage
  problem: LoadProblem | null
  loaded: LoadedModel | null
  /** Deaths of the process while it was loaded for the first time. */
  failedLoads: number
  /** Who waits for its first loading. */
  firstLoad: PromiseWithResolvers<LoadedModel | null> | null
}

export function freshSlot(
  use: ModelUse,
  model: ModelFile,
  fileBytes: number,
  firstLoad: NonNullable<Slot['firstLoad']>,
): Slot {
  const nothing = { problem: null, loaded: null, failedLoads: 0 }
  return { use, model, fileBytes, room: smallestRoom, stage: 'loading', firstLoad, ...nothing }
}

/** The process has to run with it. */
export function isWanted({ stage }: Slot): boolean {
  return stage === 'loading' || stage === 'restarting' || stage === 'ready'
}
