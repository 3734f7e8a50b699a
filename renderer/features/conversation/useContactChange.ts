import { useEffect, useState } from 'react'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { useContactChanges } from './contactStore.ts'

/** Many changes in a row are read once. */
const SETTLE_MS = 400

/** Another value whenever what is shown of a contact is to be read again. */
export function useContactChange(): string {
  const epoch = useConnection(state => state.epoch)
  const revision = useContactChanges(state => state.revision)
  const [settled, setSettled] = useState(revision)
  const isWaiting = settled !== revision
  useEffect(() => {
    if (!isWaiting) return
    // Not put off by the next change, or a busy shop would never be read.
    const timer = setTimeout(() => setSettled(useContactChanges.getState().revision), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [isWaiting, settled])
  return `${epoch} ${settled}`
}
