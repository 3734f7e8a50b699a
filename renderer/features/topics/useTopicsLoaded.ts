import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { showTopics, topicsFailed, topicsLoading, useTopics } from './topicsStore.ts'

/** Reads the topics when the page opens, after a change and after a reconnect. */
export function useTopicsLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useTopics(state => state.revision)
  const load = useCallback(async () => {
    topicsLoading()
    try {
      const { policy, topics } = await rpc.topic.list()
      showTopics(policy, topics)
    } catch {
      topicsFailed()
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch, revision])
  return () => void load()
}
