import { useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { putAbilities, useHelp } from './helpStore.ts'

/** Reads what can be offered now: at the start, after a reconnect, and when another model writes. */
export function useAbilities() {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useHelp(state => state.revision)
  useEffect(() => {
    // Without it nothing is offered; the next event or reconnect asks again.
    rpc.help.abilities().then(putAbilities, () => undefined)
  }, [rpc, epoch, revision])
}
