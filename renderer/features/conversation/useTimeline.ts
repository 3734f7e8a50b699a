import { useCallback, useEffect, useState } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { withEarlier, withFirstPage, type TimelinePages } from './timelinePages.ts'
import { useContactChange } from './useContactChange.ts'

const PAGE = 30

interface Shown {
  readonly of: string
  readonly pages: TimelinePages
}

/** Everything with a contact, newest first, a page at a time; kept fresh while it is shown. */
export function useTimeline(contactId: string, channelId: string | null) {
  const rpc = useRpc()
  const change = useContactChange()
  const of = `${contactId} ${channelId ?? ''}`
  const [shown, setShown] = useState<Shown | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [isLoading, setIsLoading] = useState(false)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    const aborter = new AbortController()
    rpc.contact.timeline({ id: contactId, channelId, limit: PAGE }, { signal: aborter.signal }).then(
      first => {
        if (aborter.signal.aborted) return
        setFailed(null)
        setShown(now => ({ of, pages: now?.of === of ? withFirstPage(now.pages, first) : first }))
      },
      () => {
        if (!aborter.signal.aborted) setFailed(of)
      },
    )
    return () => aborter.abort()
  }, [rpc, contactId, channelId, of, change, tries])

  const pages = shown?.of === of ? shown.pages : null
  const cursor = pages?.nextCursor ?? null
  const loadEarlier = useCallback(async () => {
    if (cursor === null) return
    setIsLoading(true)
    try {
      const page = await rpc.contact.timeline({ id: contactId, channelId, cursor, limit: PAGE })
      setShown(now => (now?.of === of ? { of, pages: withEarlier(now.pages, page) } : now))
    } catch {
      setFailed(of)
    } finally {
      setIsLoading(false)
    }
  }, [rpc, contactId, channelId, cursor, of])

  return {
    pages,
    isLoading,
    hasFailed: failed === of,
    loadEarlier,
    retry: useCallback(() => setTries(count => count + 1), []),
  }
}
