import { useEffect, useState } from 'react'
import type { PlaybookDetail } from '#contract/playbook.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { NEW, usePlaybooks } from './playbooksStore.ts'

export type DetailState =
  | { state: 'loading' | 'failed' | 'gone' }
  /** Null: it is not stored yet. */
  | { state: 'ready'; detail: PlaybookDetail | null }

/** One procedure as it is stored; read again after every change, reconnect, and in another language. */
export function usePlaybookDetail(id: string): { loaded: DetailState; reload: () => void } {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = usePlaybooks(state => state.revision)
  const language = currentLanguage()
  const [loaded, setLoaded] = useState<DetailState>(
    id === NEW ? { state: 'ready', detail: null } : { state: 'loading' },
  )
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (id === NEW) return
    const abort = new AbortController()
    rpc.playbook.get({ id }, { signal: abort.signal }).then(
      detail => !abort.signal.aborted && setLoaded({ state: 'ready', detail }),
      error => {
        if (abort.signal.aborted) return
        const isGone = errorCode(error) === 'NOT_FOUND'
        setLoaded(before => (isGone ? { state: 'gone' } : before.state === 'ready' ? before : { state: 'failed' }))
      },
    )
    return () => abort.abort()
  }, [rpc, id, epoch, revision, attempt, language])
  return { loaded, reload: () => setAttempt(before => before + 1) }
}
