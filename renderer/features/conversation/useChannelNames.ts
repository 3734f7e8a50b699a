import { useEffect, useState } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'

/** What the owner calls each channel; those that were removed have no name any more. */
export function useChannelNames(): ReadonlyMap<string, string> {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    const aborter = new AbortController()
    rpc.channel.list({}, { signal: aborter.signal }).then(
      channels => {
        if (!aborter.signal.aborted) setNames(new Map(channels.map(({ id, name }) => [id, name])))
      },
      // The kind of the channel says enough until then.
      () => undefined,
    )
    return () => aborter.abort()
  }, [rpc, epoch])
  return names
}
