import { useEffect, useState } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'

/** Whether other ways to ask can be proposed now: a language model is ready. */
export function useOffersWordings(): boolean {
  const rpc = useRpc()
  const [isOffered, setIsOffered] = useState(false)
  useEffect(() => {
    rpc.help.abilities().then(
      ({ wordings }) => setIsOffered(wordings !== null),
      () => setIsOffered(false),
    )
  }, [rpc])
  return isOffered
}
