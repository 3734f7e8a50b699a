import { useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { putAbilities, putLanguageOf, useHelp } from './helpStore.ts'

/** Reads what can be offered now: at the start, after a reconnect, and when another model writes. */
export function useAbilities() {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useHelp(state => state.revision)
  useEffect(() => {
    // Without it nothing is offered; the next event or reconnect asks again.
    rpc.help.abilities().then(putAbilities, () => undefined)
  }, [rpc, epoch, revision])
  const canTranslate = useHelp(({ abilities }) => abilities !== null && abilities.translate !== null)
  useEffect(() => {
    // It knows many words, and nobody else needs it. Without it no translation is offered.
    if (canTranslate)
      import('#domain/text/language.ts').then(
        ({ languageOf }) => putLanguageOf(languageOf),
        () => undefined,
      )
  }, [canTranslate])
}
