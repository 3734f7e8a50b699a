import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { channelsFailed, channelsLoading, setChannels } from './channelsStore.ts'

/** Reads channels and kinds when the page opens and after every reconnect; returns a way to try again. */
export function useChannelsLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const load = useCallback(async () => {
    channelsLoading()
    try {
      const [channels, kinds] = await Promise.all([rpc.channel.list(), rpc.channel.kinds()])
      setChannels(channels, kinds)
    } catch {
      channelsFailed()
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch])
  return () => void load()
}
