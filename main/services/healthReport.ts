import type { Channel } from '#contract/channel.ts'
import type { HealthReport } from '#contract/health.ts'
import type { IndexState } from '#contract/knowledge.ts'
import type { ModelsState } from '#contract/model.ts'
import { summarizeProblems } from '#domain/health/problems.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Surroundings } from '#main/ports/surroundings.ts'

export interface HealthReportDeps {
  version: string
  shell: HealthReport['shell']
  surroundings: Surroundings
  stores: Pick<Stores, 'outbox'>
  channels: { list(): readonly Channel[] }
  knowledge: { indexState(): IndexState }
  models: { state(): ModelsState }
  trouble: { active(): boolean }
  clock: Clock
}

/** Says how the program is, in a form that can be sent to somebody who helps. */
export function createHealthReport(deps: HealthReportDeps) {
  const { version, shell, surroundings, stores, channels, knowledge, models, trouble, clock } = deps
  const startedAt = clock.now()

  function engineOf(use: 'writing' | 'searching'): HealthReport['writing'] {
    const { modelId, stage, problem } = models.state().engine[use]
    return modelId === null ? null : { stage, problem }
  }

  async function disk(): Promise<HealthReport['disk']> {
    const names = ['keepdesk.db', 'keepdesk.db-wal', 'attachments', 'models', 'search', 'search-by-model', 'logs']
    const [freeBytes, sizes] = await Promise.all([
      surroundings.freeBytes(),
      Promise.all(names.map(name => surroundings.bytesOf(name))),
    ])
    const [database = 0, log = 0, attachments = 0, modelFiles = 0, index = 0, modelIndex = 0, logs = 0] = sizes
    return {
      freeBytes,
      databaseBytes: database + log,
      attachmentBytes: attachments,
      modelBytes: modelFiles,
      indexBytes: index + modelIndex,
      logBytes: logs,
      isFull: trouble.active(),
    }
  }

  return {
    async report(): Promise<HealthReport> {
      const [used, safetyCopy, lines] = await Promise.all([
        disk(),
        surroundings.newestFile('backup', '.db'),
        surroundings.loggedProblems(),
      ])
      return {
        madeAt: clock.now(),
        version,
        shell,
        system: surroundings.system,
        startedAt,
        channels: channels.list().map(({ id, kind, health }) => ({
          id,
          kind,
          state: health.state,
          since: health.since,
          lastProofAt: health.lastProofAt,
          fault: health.fault?.code ?? null,
        })),
        index: knowledge.indexState(),
        writing: engineOf('writing'),
        searching: engineOf('searching'),
        outbox: {
          queued: stores.outbox.inState('queued').length,
          failed: stores.outbox.inState('failed').filter(({ error }) => error !== 'given-up').length,
          uncertain: stores.outbox.inState('uncertain').length,
        },
        disk: used,
        safetyCopy,
        problems: summarizeProblems(lines),
      }
    },
  }
}
export type HealthReportService = ReturnType<typeof createHealthReport>
