import { z } from 'zod'
import { measuredSchema, modelProblemSchema, modelUseSchema } from '#contract/model.ts'
import type { ModelRecord, ModelStore, TransferRecord } from '#main/ports/modelStore.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

interface ModelRow extends Omit<ModelRecord, 'installedAt' | 'measured' | 'shape' | 'problem' | 'use'> {
  use: string
  shape: string
  installedAt: number
  measured: string | null
  problem: string | null
}

interface TransferRow extends Omit<TransferRecord, 'kind' | 'state' | 'problem'> {
  kind: string
  state: string
  problem: string | null
}

const modelColumns = `id, catalogue_id as catalogueId, name, use, bytes, sha256, modified_ms as modifiedMs, architecture,
  parameters, quantization, context_tokens as contextTokens, shape,
  installed_at as installedAt, measured, problem`
const transferColumns = 'id, kind, catalogue_id as catalogueId, name, total_bytes as totalBytes, state, problem, etag'

const shapeSchema = z.object({
  layers: z.number(),
  keyWidth: z.number(),
  vocabulary: z.number(),
  width: z.number(),
})
const transferSchema = z.object({
  kind: z.enum(['download', 'file']),
  state: z.enum(['running', 'paused', 'failed']),
  problem: modelProblemSchema.nullable(),
})

export function createModelStore(db: Database): ModelStore {
  const sql = {
    list: db.prepare<[], ModelRow>(`select ${modelColumns} from model order by no`),
    get: db.prepare<[string], ModelRow>(`select ${modelColumns} from model where id = ?`),
    put: db.prepare<ModelRow>(`
      insert into model (id, catalogue_id, name, use, bytes, sha256, modified_ms, architecture, parameters, quantization,
        context_tokens, shape, installed_at, measured, problem)
      values (@id, @catalogueId, @name, @use, @bytes, @sha256, @modifiedMs, @architecture, @parameters, @quantization,
        @contextTokens, @shape, @installedAt, @measured, @problem)
      on conflict (id) do update set name = excluded.name, modified_ms = excluded.modified_ms,
        measured = excluded.measured, problem = excluded.problem`),
    remove: db.prepare<[string]>('delete from model where id = ?'),
    transfers: db.prepare<[], TransferRow>(`select ${transferColumns} from model_transfer order by no`),
    transfer: db.prepare<[string], TransferRow>(`select ${transferColumns} from model_transfer where id = ?`),
    putTransfer: db.prepare<TransferRow>(`
      insert into model_transfer (id, kind, catalogue_id, name, total_bytes, state, problem, etag)
      values (@id, @kind, @catalogueId, @name, @totalBytes, @state, @problem, @etag)
      on conflict (id) do update set state = excluded.state, problem = excluded.problem, etag = excluded.etag`),
    removeTransfer: db.prepare<[string]>('delete from model_transfer where id = ?'),
    inUse: db.prepare<[string], string>('select model_id from model_in_use where use = ?').pluck(),
    setInUse: db.prepare<[string, string]>(
      'insert into model_in_use (use, model_id) values (?, ?) on conflict do update set model_id = excluded.model_id',
    ),
    unsetInUse: db.prepare<[string]>('delete from model_in_use where use = ?'),
    machine: db.prepare<[], { graphicsFailed: number; memorySpeed: number | null }>(
      'select graphics_failed as graphicsFailed, memory_speed as memorySpeed from model_machine',
    ),
    setGraphicsFailed: db.prepare<[number]>('update model_machine set graphics_failed = ?'),
    setMemorySpeed: db.prepare<[number]>('update model_machine set memory_speed = ?'),
  }

  return {
    list: () => sql.list.all().map(toModel),
    get(id) {
      const row = sql.get.get(id)
      return row ? toModel(row) : null
    },
    put: model =>
      void sql.put.run({
        ...model,
        installedAt: model.installedAt.getTime(),
        shape: JSON.stringify(model.shape),
        measured: model.measured === null ? null : JSON.stringify(model.measured),
      }),
    remove: id => void sql.remove.run(id),
    transfers: () => sql.transfers.all().map(toTransfer),
    transfer(id) {
      const row = sql.transfer.get(id)
      return row ? toTransfer(row) : null
    },
    putTransfer: transfer => void sql.putTransfer.run(transfer),
    removeTransfer: id => void sql.removeTransfer.run(id),
    inUse: use => sql.inUse.get(use) ?? null,
    setInUse(use, id) {
      if (id === null) sql.unsetInUse.run(use)
      else sql.setInUse.run(use, id)
    },
    graphicsFailed: () => sql.machine.get()?.graphicsFailed === 1,
    setGraphicsFailed: failed => void sql.setGraphicsFailed.run(Number(failed)),
    memorySpeed: () => sql.machine.get()?.memorySpeed ?? null,
    setMemorySpeed: bytesPerSecond => void sql.setMemorySpeed.run(bytesPerSecond),
  }
}

function toModel(row: ModelRow): ModelRecord {
  const measured: unknown = row.measured === null ? null : JSON.parse(row.measured)
  const shape: unknown = JSON.parse(row.shape)
  return {
    ...row,
    use: modelUseSchema.parse(row.use),
    installedAt: toDate(row.installedAt),
    shape: shapeSchema.parse(shape),
    measured: measuredSchema.nullable().parse(measured),
    problem: modelProblemSchema.nullable().parse(row.problem),
  }
}

function toTransfer(row: TransferRow): TransferRecord {
  return { ...row, ...transferSchema.parse(row) }
}
