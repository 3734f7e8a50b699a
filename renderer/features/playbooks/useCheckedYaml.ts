import { useEffect, useState } from 'react'
import type { PlaybookGraph, PlaybookProblem } from '#contract/playbook.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'

const TYPING_PAUSE_MS = 250

export interface CheckedYaml {
  /** `stale`: about an earlier text, while the newest is being looked at. */
  state: 'fresh' | 'stale' | 'failed'
  problems: readonly PlaybookProblem[]
  /** The last picture that could be made. */
  graph: PlaybookGraph | null
  /** The picture is of an earlier text, because nothing can be made of this one. */
  isGraphOld: boolean
}

interface Answer {
  yaml: string
  problems: readonly PlaybookProblem[]
  graph: PlaybookGraph | null
  isGraphOld: boolean
}

/** What is wrong with this text, asked a moment after each change. */
export function useCheckedYaml(yaml: string | null, firstGraph: PlaybookGraph | null): CheckedYaml {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const isOnline = useConnection(({ state: now }) => now === 'online')
  const language = currentLanguage()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    if (yaml === null) return
    const abort = new AbortController()
    const check = async () => {
      try {
        const { problems, graph } = await rpc.playbook.check({ yaml }, { signal: abort.signal })
        if (abort.signal.aborted) return
        setHasFailed(false)
        setAnswer(before => ({ yaml, problems, graph: graph ?? before?.graph ?? null, isGraphOld: graph === null }))
      } catch {
        if (!abort.signal.aborted) setHasFailed(true)
      }
    }
    const timer = setTimeout(() => void check(), TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [rpc, yaml, epoch, language])
  const state = hasFailed || !isOnline ? 'failed' : answer?.yaml === yaml ? 'fresh' : 'stale'
  return {
    state,
    problems: answer?.problems ?? [],
    graph: answer?.graph ?? firstGraph,
    isGraphOld: answer?.isGraphOld ?? false,
  }
}
