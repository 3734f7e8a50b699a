import { useEffect } from 'react'
import { create } from 'zustand'
import type { Answer } from '#contract/assistant.ts'
import { useRpc } from './client.ts'

/** Records of answers never change, so each is read once. */
const useAnswers = create<{ readonly answers: ReadonlyMap<string, Answer | 'failed'> }>(() => ({ answers: new Map() }))

function putAnswer(id: string, answer: Answer | 'failed') {
  useAnswers.setState(({ answers }) => ({ answers: new Map(answers).set(id, answer) }))
}

export function useAnswer(id: string): Answer | 'loading' | 'failed' {
  const rpc = useRpc()
  const answer = useAnswers(state => state.answers.get(id))
  useEffect(() => {
    const known = useAnswers.getState().answers.get(id)
    if (known !== undefined && known !== 'failed') return
    rpc.assistant.answer({ id }).then(
      found => putAnswer(id, found),
      () => putAnswer(id, 'failed'),
    )
  }, [rpc, id])
  return answer ?? 'loading'
}
