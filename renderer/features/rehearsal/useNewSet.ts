import { useState } from 'react'
import type { RehearsalSet } from '#contract/rehearsal.ts'
import { toBase64 } from '#renderer/lib/files.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { applyRun, openSet, putSet } from './rehearsalStore.ts'
import { useProblemWords } from './useProblemWords.ts'

export interface FromChannel {
  channelId: string
  name: string
  days: number
  storedOnly: boolean
}

export interface NewSetProblem {
  words: string
  /** Then there is still what is stored here. */
  isNotReachable: boolean
}

/** Gets the questions, opens them as a set and plays it at once. */
export function useNewSet() {
  const rpc = useRpc()
  const words = useProblemWords()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<NewSetProblem | null>(null)

  async function begin(make: () => Promise<RehearsalSet>) {
    setIsBusy(true)
    setProblem(null)
    try {
      const set = await make()
      putSet(set)
      const run = await rpc.rehearsal.run({ setId: set.id })
      applyRun(run)
      openSet(set.id, run.id)
    } catch (error) {
      setProblem({ words: words(error), isNotReachable: errorCode(error) === 'NOT_REACHABLE' })
    } finally {
      setIsBusy(false)
    }
  }

  return {
    isBusy,
    problem,
    setProblem,
    fromText: (name: string, text: string) => void begin(() => rpc.rehearsal.fromText({ name, text })),
    fromFile: (file: File) =>
      void begin(async () => {
        const upload = { name: file.name.slice(-120), mime: file.type, base64: await toBase64(file) }
        return rpc.rehearsal.fromFile({ upload })
      }),
    fromChannel: (from: FromChannel) => void begin(() => rpc.rehearsal.fromChannel(from)),
  }
}
