import type { Answer } from '#contract/assistant.ts'
import type { RehearsalResult, RehearsalRun } from '#contract/rehearsal.ts'
import { verdictOf } from '#domain/rehearsal/verdict.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { StoredCase } from '#main/ports/rehearsalStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Publish } from './events.ts'
import { createSlices } from './knowledgeSlices.ts'
import { simulationInputSchema, type SimulationInput } from './simulate.ts'

/** Results are written, and the screen told, this often. */
const WRITE_EVERY_MS = 250
const WRITE_AT = 200

export interface RunnerDeps {
  stores: Pick<Stores, 'transaction' | 'rehearsals' | 'answers'>
  /** The whole pipeline; stores and sends nothing. */
  answer(line: SimulationInput): Promise<Answer>
  publish: Publish
  clock: Clock
  log: Log
}

interface Running {
  id: string
  setId: string
  stopping: AbortController
  ended: Promise<void>
}

/** Plays one set at a time in the background, letting everything else go first every few milliseconds. */
export function createRehearsalRunner({ stores, answer, publish, clock, log }: RunnerDeps) {
  const store = stores.rehearsals
  let running: Running | null = null

  function tell(id: string) {
    const run = store.run(id)
    if (run) publish({ type: 'rehearsalChanged', run })
  }

  function write(id: string, answers: readonly [StoredCase, Answer][]) {
    stores.transaction(() => {
      for (const [{ id: caseId }, record] of answers) {
        // Read again: the owner may have marked another run of this case meanwhile.
        const judged = store.case(caseId)
        if (!judged) continue
        stores.answers.insert(record)
        store.addResult(id, resultOf(judged, record))
      }
    })
    tell(id)
  }

  async function play(id: string, setId: string, signal: AbortSignal): Promise<RehearsalRun['state']> {
    const breathe = createSlices()
    let answers: [StoredCase, Answer][] = []
    let writtenAt = clock.now().getTime()
    try {
      for (const one of store.cases(setId)) {
        if (signal.aborted) return 'stopped'
        answers.push([one, await answer(simulationInputSchema.parse(JSON.parse(one.input)))])
        await breathe()
        if (answers.length < WRITE_AT && clock.now().getTime() - writtenAt < WRITE_EVERY_MS) continue
        write(id, answers)
        answers = []
        writtenAt = clock.now().getTime()
      }
      return 'done'
    } finally {
      if (answers.length > 0) write(id, answers)
    }
  }

  async function go(id: string, setId: string, signal: AbortSignal) {
    let state: RehearsalRun['state'] = 'failed'
    try {
      state = await play(id, setId, signal)
    } catch (cause) {
      log.error('rehearsal failed', cause, { id })
    }
    running = null
    try {
      store.setState(id, state)
      tell(id)
    } catch (cause) {
      // It counts as stopped after the next start.
      log.error('the end of a rehearsal was not written', cause, { id })
    }
  }

  return {
    runningSetId: () => running?.setId ?? null,
    begin(id: string, setId: string) {
      const stopping = new AbortController()
      // From the next turn on, so that whoever starts it can say so first.
      const ended = new Promise<void>(resolve => setImmediate(resolve)).then(() => go(id, setId, stopping.signal))
      running = { id, setId, stopping, ended }
    },
    /** Resolves when it has ended; null stops whichever runs. */
    async stop(id: string | null) {
      if (running === null || (id !== null && running.id !== id)) return
      running.stopping.abort()
      await running.ended
    },
  }
}

function resultOf(judged: StoredCase, record: Answer): RehearsalResult {
  const { action, reply, citations, confidence, reading, playbook, topic, handoffReason, id: answerId } = record
  const outcome = {
    action,
    reply,
    entries: [...new Set(citations.map(({ entry }) => entry))],
    playbook: playbook?.id ?? null,
  }
  return {
    caseId: judged.id,
    text: judged.text,
    ...outcome,
    confidence,
    intent: reading?.intents[0]?.id ?? topic,
    mood: reading?.mood ?? null,
    playbookNames: playbook?.names ?? null,
    handoffReason,
    verdict: verdictOf(judged, outcome),
    answerId,
  }
}
