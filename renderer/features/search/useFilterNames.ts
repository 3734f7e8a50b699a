import { useEffect, useState } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'

/** Names of channels and labels, to complete what is typed; none as long as they are not known. */
export function useFilterNames() {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const [names, setNames] = useState<{ channels: readonly string[]; labels: readonly string[] }>({
    channels: [],
    labels: [],
  })
  useEffect(() => {
    if (epoch === 0) return
    const read = async () => {
      const [channels, labels] = await Promise.all([rpc.channel.list(), rpc.label.list()])
      setNames({ channels: channels.map(({ name }) => name), labels: labels.map(({ name }) => name) })
    }
    read().catch(() => setNames({ channels: [], labels: [] }))
  }, [rpc, epoch])
  return names
}
