import { useState } from 'react'
import type { PlaybookTestRun } from '#contract/playbook.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'

export interface TestState {
  /** What the customer wrote, in order. */
  messages: readonly string[]
  run: PlaybookTestRun | null
  /** The text that was played. */
  yaml: string | null
  busy: boolean
  failure: 'broken' | 'failed' | null
}

const untried: TestState = { messages: [], run: null, yaml: null, busy: false, failure: null }

/** Plays messages against a text. Every message plays the whole dialogue again, so a changed text shows at once. */
export function useTestRun() {
  const rpc = useRpc()
  const [test, setTest] = useState<TestState>(untried)

  async function play(yaml: string, messages: readonly string[]) {
    setTest(before => ({ ...before, messages, busy: true, failure: null }))
    try {
      const run = await rpc.playbook.testRun({ yaml, messages: [...messages] })
      setTest({ messages, run, yaml, busy: false, failure: null })
    } catch (error) {
      const failure = errorCode(error) === 'BROKEN' ? 'broken' : 'failed'
      // What was not played is not kept, so that sending it again does not say it twice.
      setTest(before => ({ ...before, messages: before.run === null ? [] : before.messages, busy: false, failure }))
    }
  }

  return { test, play, startAgain: () => setTest(untried) }
}
