import { useState } from 'react'
import type { PlaybookTestRun, TestAsker } from '#contract/playbook.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'

export interface TestState {
  /** What the customer wrote, in order. */
  messages: readonly string[]
  run: PlaybookTestRun | null
  /** The text that was played. */
  yaml: string | null
  /** Who the owner writes as. */
  asker: TestAsker
  busy: boolean
  failure: 'broken' | 'failed' | null
}

const untried: TestState = { messages: [], run: null, yaml: null, asker: 'proved', busy: false, failure: null }

/** Plays messages against a text. Every message plays the whole dialogue again, so a changed text shows at once. */
export function useTestRun() {
  const rpc = useRpc()
  const [test, setTest] = useState<TestState>(untried)

  async function play(yaml: string, messages: readonly string[], asker: TestAsker) {
    setTest(before => ({ ...before, messages, asker, busy: true, failure: null }))
    try {
      const run = await rpc.playbook.testRun({ yaml, messages: [...messages], asker })
      setTest({ messages, run, yaml, asker, busy: false, failure: null })
    } catch (error) {
      const failure = errorCode(error) === 'BROKEN' ? 'broken' : 'failed'
      // What was not played is not kept, so that sending it again does not say it twice.
      setTest(before => ({ ...before, messages: before.run === null ? [] : before.messages, busy: false, failure }))
    }
  }

  /** The dialogue so far is played again as somebody else. */
  function playAs(yaml: string, asker: TestAsker) {
    if (test.messages.length === 0) setTest(before => ({ ...before, asker }))
    else void play(yaml, test.messages, asker)
  }

  return { test, play, playAs, startAgain: () => setTest(({ asker }) => ({ ...untried, asker })) }
}
