import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstalledModel, ModelsState, ModelTransfer, ModelUse } from '#contract/model.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { answerTime, problemWords } from './modelWords.ts'
import { applyModels, setFile, setHardware } from './modelsStore.ts'
import { sendFile, unusableOf } from './sendFile.ts'

/** One file at a time; a page that is left does not end it. */
let sending: AbortController | null = null

/** What the owner can do with models; says so when it fails. `busy` names what is being done: `use m1`. */
export function useModelActions() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const [busy, setBusy] = useState<string | null>(null)

  const say = useCallback(
    (error: unknown): string => {
      const found = unusableOf(error)
      if (found) return problemWords(found.trouble, found.neededBytes, t, currentLanguage())
      return t(errorCode(error) === 'NOT_FOUND' ? 'common.gone' : 'common.actionFailed')
    },
    [t],
  )

  const act = useCallback(
    async (name: string, work: () => Promise<unknown>) => {
      setBusy(name)
      try {
        await work()
      } catch (error) {
        showToast({ tone: 'bad', text: say(error), timeoutMs: 12_000 })
      }
      // Where the connection is lost, all of it is read again when it is back.
      await rpc.model.state().then(applyModels, () => null)
      setBusy(null)
    },
    [rpc, say],
  )

  const actions = useMemo(() => {
    const said = (text: string) => showToast({ tone: 'good', text })
    const take = async (changed: Promise<ModelsState>, text: string) => {
      applyModels(await changed)
      said(text)
    }
    return {
      download: (catalogueId: string) => act(`download ${catalogueId}`, () => rpc.model.download({ catalogueId })),
      pause: ({ id }: ModelTransfer) => act(`transfer ${id}`, () => rpc.model.pause({ id })),
      resume: ({ id }: ModelTransfer) => act(`transfer ${id}`, () => rpc.model.resume({ id })),
      cancel: ({ id }: ModelTransfer) => act(`transfer ${id}`, () => rpc.model.cancel({ id })),
      use: ({ id, name, use }: InstalledModel) =>
        act(`use ${id}`, () =>
          take(
            rpc.model.use({ id }),
            t(use === 'writing' ? 'models.installed.used' : 'models.installed.usedSearch', { name }),
          ),
        ),
      useBuiltIn: (use: ModelUse) =>
        act(`built-in ${use}`, () =>
          take(
            rpc.model.useBuiltIn({ use }),
            t(use === 'writing' ? 'models.now.usedBuiltIn' : 'models.now.usedBuiltInSearch'),
          ),
        ),
      measure: ({ id }: InstalledModel) =>
        act(`measure ${id}`, async () => {
          const { measured } = await rpc.model.measure({ id })
          if (!measured) return
          said(t('models.installed.measured', { time: answerTime(measured.answerSeconds, currentLanguage()) }))
        }),
      remove: ({ id, name }: InstalledModel) =>
        act(`remove ${id}`, async () => {
          await rpc.model.remove({ id })
          showToast({ tone: 'neutral', text: t('models.installed.deleted', { name }) })
        }),
      tryGraphicsAgain: () =>
        act('graphics', async () => {
          await take(rpc.model.tryGraphicsAgain(), t('models.graphics.tried'))
          setHardware(await rpc.model.hardware())
        }),
      async readFile(file: File) {
        sending = new AbortController()
        await sendFile({ model: rpc.model, file, signal: sending.signal, onStep: setFile })
        sending = null
      },
      cancelFile: () => sending?.abort(),
    }
  }, [act, rpc, t])
  return { busy, actions }
}
export type ModelActions = ReturnType<typeof useModelActions>['actions']
