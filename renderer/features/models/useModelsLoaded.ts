import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { applyModels, modelsFailed, modelsLoading, setHardware, setOffers, useModels } from './modelsStore.ts'

/** Reads everything about models when the page opens and after every reconnect; returns a way to try again. */
export function useModelsLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  // What fits hangs on the free memory and disk, which change with what is installed.
  const installed = useModels(({ models }) => models?.installed.length ?? 0)
  const load = useCallback(async () => {
    modelsLoading()
    rpc.model.hardware().then(setHardware, () => setHardware('failed'))
    try {
      const [models, offers] = await Promise.all([rpc.model.state(), rpc.model.catalogue()])
      applyModels(models)
      setOffers(offers)
    } catch {
      modelsFailed()
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch, installed])
  return () => void load()
}
