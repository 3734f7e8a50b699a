import type { Rehearsal } from '#main/services/rehearsal.ts'
import { os } from './implement.ts'

/** Rehearsing with questions, nothing sent. */
export function rehearsalProcedures(rehearsal: Rehearsal) {
  const { rehearsal: contract } = os
  return {
    sets: contract.sets.handler(() => rehearsal.sets()),
    runs: contract.runs.handler(() => rehearsal.runs()),
    fromText: contract.fromText.handler(({ input }) => rehearsal.fromText(input.name, input.text)),
    fromFile: contract.fromFile.handler(({ input: { upload } }) =>
      rehearsal.fromFile(upload.name, new Uint8Array(Buffer.from(upload.base64, 'base64'))),
    ),
    fromChannel: contract.fromChannel.handler(({ input }) => rehearsal.fromChannel(input)),
    saveSet: contract.saveSet.handler(({ input }) => rehearsal.saveSet(input.id, input.name)),
    removeSet: contract.removeSet.handler(({ input }) => rehearsal.removeSet(input.id)),
    run: contract.run.handler(({ input }) => rehearsal.run(input.setId)),
    stop: contract.stop.handler(({ input }) => rehearsal.stopRun(input.id)),
    results: contract.results.handler(({ input }) =>
      rehearsal.results(input.id, input.only, input.offset, input.limit),
    ),
    mark: contract.mark.handler(({ input }) => rehearsal.mark(input.runId, input.caseId, input.verdict)),
    compare: contract.compare.handler(({ input }) => rehearsal.compare(input.before, input.after)),
  }
}
