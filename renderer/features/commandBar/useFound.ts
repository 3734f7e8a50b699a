import { useEffect, useState } from 'react'
import { goTo } from '#renderer/lib/route.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import type { BarItem } from './barItems.ts'

const TYPING_PAUSE_MS = 120

/** Customers and subjects with the words that were typed. */
export function useFound(typed: string): readonly BarItem[] {
  const rpc = useRpc()
  const [found, setFound] = useState<{ typed: string; items: readonly BarItem[] }>({ typed: '', items: [] })
  const text = typed.trim()
  useEffect(() => {
    if (text.length === 0) return
    const abort = new AbortController()
    const find = async () => {
      try {
        const { hits } = await rpc.search.find({ text, limit: 1 }, { signal: abort.signal })
        if (abort.signal.aborted) return
        const items = hits.flatMap((hit): BarItem[] => {
          if (hit.kind === 'conversation') {
            const { conversationId, subject, contactName } = hit
            const run = () => goTo('inbox', conversationId)
            return [{ id: `open.${conversationId}`, title: subject.text, detail: contactName, group: 'contact', run }]
          }
          if (hit.kind !== 'contact' || hit.conversationId === null) return []
          const { conversationId, contactId, name, addresses } = hit
          const [address] = addresses
          const title = name.text === '' ? (address?.text ?? '') : name.text
          const run = () => goTo('inbox', conversationId)
          return [{ id: `contact.${contactId}`, title, detail: address?.text, group: 'contact', run }]
        })
        setFound({ typed: text, items })
      } catch {
        // Only what is found here is missing; everything else can still be chosen.
        if (!abort.signal.aborted) setFound({ typed: text, items: [] })
      }
    }
    const timer = setTimeout(() => void find(), TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [rpc, text])
  return text !== '' && text.startsWith(found.typed) && found.typed !== '' ? found.items : []
}
