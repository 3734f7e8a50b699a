import type {
  RehearsalCase,
  RehearsalResult,
  RehearsalRun,
  RehearsalSet,
  RehearsalVerdict,
  ResultFilter,
} from '#contract/rehearsal.ts'
import type { Message } from '#contract/message.ts'

/** A case with everything the assistant is told besides the text, as one line of the simulation. */
export interface StoredCase extends RehearsalCase {
  input: string
}

/** The first message a contact wrote in a conversation. */
export interface FirstMessage {
  text: string
  from: { address: string; name: string }
  remoteId: string | null
  sentAt: Message['sentAt']
}

export interface RehearsalStore {
  /** Newest first. */
  sets(): RehearsalSet[]
  set(id: string): RehearsalSet | null
  insertSet(set: { id: string; name: string; createdAt: Date }, cases: readonly StoredCase[]): void
  /** From now on it is the shop's own. */
  saveSet(id: string, name: string): void
  /** With its runs, their results and the answer records behind them. */
  removeSet(id: string): void
  /** In the order of the set. */
  cases(setId: string): StoredCase[]
  case(id: string): StoredCase | null
  putExpectation(caseId: string, expectation: Pick<RehearsalCase, 'expected' | 'rejected'>): void
  /** Newest first. */
  runs(): RehearsalRun[]
  run(id: string): RehearsalRun | null
  insertRun(run: { id: string; setId: string; startedAt: Date }): void
  setState(runId: string, state: RehearsalRun['state']): void
  /** With its results and their answer records. */
  removeRun(id: string): void
  addResult(runId: string, result: RehearsalResult): void
  results(runId: string, only: ResultFilter, offset: number, limit: number): { items: RehearsalResult[]; total: number }
  result(runId: string, caseId: string): RehearsalResult | null
  /** The results of one case in every run. */
  ofCase(caseId: string): { runId: string; result: RehearsalResult }[]
  setVerdict(runId: string, caseId: string, verdict: RehearsalVerdict | null): void
  /** What contacts began conversations with on a channel, newest first; without machines and empty messages. */
  firstMessages(channelId: string, since: Date, limit: number): FirstMessage[]
}
