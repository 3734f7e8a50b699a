import type { Playbooks } from '#main/services/playbooks.ts'
import { os } from './implement.ts'

/** The shop's procedures and its solution base. */
export function playbookProcedures(playbooks: Playbooks) {
  const { playbook: contract } = os
  return {
    list: contract.list.handler(() => playbooks.list()),
    get: contract.get.handler(({ input }) => playbooks.get(input.id)),
    check: contract.check.handler(({ input }) => playbooks.check(input.yaml)),
    save: contract.save.handler(({ input }) => playbooks.save(input.id, input.yaml)),
    setEnabled: contract.setEnabled.handler(({ input }) => playbooks.setEnabled(input.id, input.enabled)),
    reset: contract.reset.handler(({ input }) => playbooks.reset(input.id)),
    testRun: contract.testRun.handler(({ input }) => playbooks.testRun(input.yaml, input.messages, input.asker)),
    solutionCount: contract.solutionCount.handler(() => ({ count: playbooks.solutionCount() })),
    importSolutions: contract.importSolutions.handler(({ input: { upload } }) =>
      playbooks.importSolutions({ name: upload.name, bytes: new Uint8Array(Buffer.from(upload.base64, 'base64')) }),
    ),
  }
}
