import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RehearsalSet, RehearsalVerdict } from '#contract/rehearsal.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { applyResult, applyRun, dropSet, openRun, putSet, setComparison } from './rehearsalStore.ts'
import { useProblemWords } from './useProblemWords.ts'

/** What the owner can do with sets and runs; says so when it fails. */
export function useRehearsalActions() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const words = useProblemWords()
  const [busy, setBusy] = useState<string | null>(null)

  const act = useCallback(
    async (name: string, work: () => Promise<void>): Promise<boolean> => {
      setBusy(name)
      try {
        await work()
        return true
      } catch (error) {
        showToast({ tone: 'bad', text: words(error) })
        return false
      } finally {
        setBusy(null)
      }
    },
    [words],
  )

  const actions = useMemo(
    () => ({
      run: (setId: string) =>
        act('run', async () => {
          const run = await rpc.rehearsal.run({ setId })
          applyRun(run)
          openRun(run.id)
        }),
      stop: (id: string) => act('stop', async () => applyRun(await rpc.rehearsal.stop({ id }))),
      save: (id: string, name: string) =>
        act('save', async () => {
          putSet(await rpc.rehearsal.saveSet({ id, name }))
          showToast({ tone: 'good', text: t('rehearsal.run.saved', { name }) })
        }),
      remove: ({ id, name }: RehearsalSet) =>
        act('remove', async () => {
          await rpc.rehearsal.removeSet({ id })
          dropSet(id)
          showToast({ tone: 'neutral', text: t('rehearsal.sets.removed', { name }) })
        }),
      mark: (runId: string, caseId: string, verdict: RehearsalVerdict | null) =>
        act('mark', async () => {
          const { result, run } = await rpc.rehearsal.mark({ runId, caseId, verdict })
          applyResult(result)
          applyRun(run)
          // Other runs of the set are judged by it too.
          for (const other of await rpc.rehearsal.runs()) applyRun(other)
        }),
      async compare(before: string, after: string) {
        setComparison({ withId: before, outcome: 'loading' })
        try {
          setComparison({ withId: before, outcome: await rpc.rehearsal.compare({ before, after }) })
        } catch {
          setComparison({ withId: before, outcome: 'failed' })
        }
      },
    }),
    [act, rpc, t],
  )
  return { busy, actions }
}
export type RehearsalActions = ReturnType<typeof useRehearsalActions>['actions']
