import { useCallback, useEffect } from 'react'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { playbooksFailed, playbooksLoading, showPlaybooks, usePlaybooks } from './playbooksStore.ts'

/** Reads the procedures and the size of the solution base when the page opens, after a change, a reconnect, and in another language. */
export function usePlaybooksLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = usePlaybooks(state => state.revision)
  const language = currentLanguage()
  const load = useCallback(async () => {
    playbooksLoading()
    try {
      const [playbooks, { count }] = await Promise.all([rpc.playbook.list(), rpc.playbook.solutionCount()])
      showPlaybooks(playbooks, count)
    } catch {
      playbooksFailed()
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch, revision, language])
  return () => void load()
}
