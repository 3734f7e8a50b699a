import { useEffect, useState } from 'react'
import type { ContactRecord } from '#contract/contact.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useContactChange } from './useContactChange.ts'

/** What is remembered of a contact, who may be the same person, and what was merged; kept fresh while it is shown. */
export function useContactRecord(contactId: string): ContactRecord | 'loading' | 'failed' {
  const rpc = useRpc()
  const change = useContactChange()
  const [found, setFound] = useState<{ contactId: string; record: ContactRecord | 'failed' } | null>(null)
  useEffect(() => {
    const aborter = new AbortController()
    const put = (record: ContactRecord | 'failed') => {
      if (!aborter.signal.aborted) setFound({ contactId, record })
    }
    rpc.contact.record({ id: contactId }, { signal: aborter.signal }).then(put, () => put('failed'))
    return () => aborter.abort()
  }, [rpc, contactId, change])
  return found?.contactId === contactId ? found.record : 'loading'
}
