import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { playbooksFailed, playbooksLoading, showPlaybooks, usePlaybooks } from './playbooksStore.ts'

/** Reads the procedures and the size of the solution base when the page opens, after a change and after a reconnect. */
export function usePlaybooksLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = usePlaybooks(state => state.revision)
  const load = useCallback(async () => {
    playbooksLoading()
    try {
      const [playbooks, { count }] = await Promise.all([rpc.playbook.list(), rpc.playbook.solutionCount()])
      showPlaybooks(playbooks, count)
    } catch {
      playbooksFailed()
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch, revision])
  return () => void load()
}
