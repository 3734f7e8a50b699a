import { useEffect } from 'react'
import { create } from 'zustand'
import type { Snippet } from '#contract/snippet.ts'
import { useRpc } from './client.ts'
import { useConnection } from './connectionStore.ts'

interface SnippetListState {
  /** Most used first; null until it was read. */
  readonly snippets: readonly Snippet[] | null
  readonly hasFailed: boolean
}

export const useSnippetList = create<SnippetListState>(() => ({ snippets: null, hasFailed: false }))

export function applySnippets(snippets: readonly Snippet[]) {
  useSnippetList.setState({ snippets, hasFailed: false })
}

/** The owner's saved texts, read when they are first needed and again after a reconnect; events keep them fresh. */
export function useSnippets(): SnippetListState {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  useEffect(() => {
    rpc.snippet.list().then(applySnippets, () => useSnippetList.setState({ hasFailed: true }))
  }, [rpc, epoch])
  return useSnippetList()
}
