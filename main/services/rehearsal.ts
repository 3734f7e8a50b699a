import type { Comparison, RehearsalResult, RehearsalRun, RehearsalSet, ResultFilter } from '#contract/rehearsal.ts'
import type { RehearsalVerdict } from '#contract/rehearsal.ts'
import { compareRuns } from '#domain/rehearsal/compare.ts'
import { marked, verdictOf } from '#domain/rehearsal/verdict.ts'
import type { IncomingMessage } from '#main/ports/channel.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Stores } from '#main/ports/stores.ts'
import { NotFound, Refused, TooMany } from './errors.ts'
import { casesFromFile, casesFromMessages, casesFromText, type NewCase } from './rehearsalCases.ts'
import { createRehearsalRunner, type RunnerDeps } from './rehearsalRunner.ts'

const MOST_CASES = 5000
const MOST_FROM_CHANNEL = 2000
/** Unsaved sets and runs of one set that are kept; older ones are dropped. */
const UNSAVED_KEPT = 5
const RUNS_KEPT = 10
const DAY_MS = 24 * 60 * 60_000

export interface RehearsalDeps extends RunnerDeps {
  stores: RunnerDeps['stores'] & Pick<Stores, 'channels'>
  /** What the remote side still holds, newest first; empty where it cannot be asked. Throws NotReachable. */
  recall(channelId: string, since: Date, most: number): Promise<readonly IncomingMessage[]>
  clock: Clock
  ids: Ids
}

export interface ChannelQuestions {
  channelId: string
  name: string
  days: number
  /** Leaves the mailbox alone. */
  storedOnly: boolean
}

/** Sets of questions, what would be answered to them, and what the owner thinks of it. Nothing is sent. */
export function createRehearsal(deps: RehearsalDeps) {
  const { stores, recall, clock, ids } = deps
  const store = stores.rehearsals
  const runner = createRehearsalRunner(deps)

  function setOf(id: string): RehearsalSet {
    const set = store.set(id)
    if (!set) throw new NotFound()
    return set
  }

  function runOf(id: string): RehearsalRun {
    const run = store.run(id)
    if (!run) throw new NotFound()
    return run
  }

  function insert(name: string, cases: readonly NewCase[]): RehearsalSet {
    if (cases.length === 0) throw new Refused('EMPTY')
    if (cases.length > MOST_CASES) throw new TooMany(MOST_CASES)
    const id = ids.next()
    const named = cases.map(({ input, ...one }) => {
      const caseId = ids.next()
      const line = { ...input, id: input.id === '' ? caseId : input.id }
      return { ...one, id: caseId, rejected: [], input: JSON.stringify(line) }
    })
    stores.transaction(() => {
      store.insertSet({ id, name, createdAt: clock.now() }, named)
      const unsaved = store.sets().filter(({ saved }) => !saved)
      for (const old of unsaved.slice(UNSAVED_KEPT)) if (old.id !== runner.runningSetId()) store.removeSet(old.id)
    })
    return setOf(id)
  }

  function dropOldRuns(setId: string) {
    const runs = store.runs().filter(run => run.setId === setId)
    for (const { id } of runs.slice(RUNS_KEPT)) store.removeRun(id)
  }

  return {
    sets: () => store.sets(),
    runs: () => store.runs(),
    fromText: (name: string, text: string): RehearsalSet => insert(name, casesFromText(text)),
    fromFile: (name: string, bytes: Uint8Array): RehearsalSet => insert(name, casesFromFile(bytes)),
    async fromChannel({ channelId, name, days, storedOnly }: ChannelQuestions): Promise<RehearsalSet> {
      const channel = stores.channels.get(channelId)
      if (!channel || channel.removedAt) throw new NotFound()
      const since = new Date(clock.now().getTime() - days * DAY_MS)
      const stored = store.firstMessages(channelId, since, MOST_FROM_CHANNEL)
      const held = storedOnly ? [] : await recall(channelId, since, MOST_FROM_CHANNEL)
      const cases = casesFromMessages([...stored, ...held], channel.kind)
      return insert(name, cases.slice(0, MOST_FROM_CHANNEL))
    },
    saveSet(id: string, name: string): RehearsalSet {
      store.saveSet(setOf(id).id, name)
      return setOf(id)
    },
    removeSet(id: string) {
      if (runner.runningSetId() === setOf(id).id) throw new Refused('BUSY')
      store.removeSet(id)
    },
    run(setId: string): RehearsalRun {
      if (runner.runningSetId() !== null) throw new Refused('BUSY')
      const id = ids.next()
      stores.transaction(() => {
        store.insertRun({ id, setId: setOf(setId).id, startedAt: clock.now() })
        dropOldRuns(setId)
      })
      runner.begin(id, setId)
      return runOf(id)
    },
    /** Keeps what was done so far. */
    async stopRun(id: string): Promise<RehearsalRun> {
      await runner.stop(runOf(id).id)
      return runOf(id)
    },
    results(id: string, only: ResultFilter, offset: number, limit: number) {
      return store.results(runOf(id).id, only, offset, limit)
    },
    mark(
      runId: string,
      caseId: string,
      verdict: RehearsalVerdict | null,
    ): { result: RehearsalResult; run: RehearsalRun } {
      const result = store.result(runId, caseId)
      const judged = store.case(caseId)
      if (!result || !judged) throw new NotFound()
      const expectation = marked(judged, result, verdict)
      stores.transaction(() => {
        store.putExpectation(caseId, expectation)
        for (const other of store.ofCase(caseId)) {
          store.setVerdict(other.runId, caseId, verdictOf(expectation, other.result))
        }
      })
      return { result: store.result(runId, caseId) ?? result, run: runOf(runId) }
    },
    compare(before: string, after: string): Comparison {
      const [first, second] = [runOf(before), runOf(after)]
      if (first.setId !== second.setId) throw new Refused('OTHER_SET')
      const all = (id: string) => store.results(id, 'all', 0, MOST_CASES).items
      return { before: first, after: second, ...compareRuns(all(before), all(after)) }
    },
    /** A run that a crash or the end of the program cut off is a stopped one. */
    start() {
      for (const { id, state } of store.runs()) if (state === 'running') store.setState(id, 'stopped')
    },
    stop: () => runner.stop(null),
  }
}
export type Rehearsal = ReturnType<typeof createRehearsal>
