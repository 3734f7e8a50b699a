import { RefreshCw, TriangleAlert } from 'lucide-react'
import { useCallback, useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { goOn, keptSteps, markTried, setFacts, setupFailed, setupLoading, skipStep, useSetup } from './setupStore.ts'
import { SetupView } from './SetupView.tsx'

export interface SetupPageProps {
  /** Other features fill the steps; each calls back when something came of it. */
  knowledge: (onImported: () => void) => ReactNode
  channel: (onConnected: () => void) => ReactNode
  tryout: (onAnswered: () => void) => ReactNode
  /** Setup is finished and will not open by itself again. */
  onFinished: () => void
  /** Left for now. */
  onLeave: () => void
}

export function SetupPage({ knowledge, channel, tryout, onFinished, onLeave }: SetupPageProps) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const { status, facts, current, hasTried } = useSetup()

  const load = useCallback(async () => {
    setupLoading()
    try {
      const [settings, sources, channels] = await Promise.all([
        rpc.settings.get(),
        rpc.knowledge.sources(),
        rpc.channel.list(),
      ])
      const entryCount = sources.reduce((sum, source) => sum + source.entryCount, 0)
      setFacts({ settings, entryCount, channelNames: channels.map(({ name }) => name) })
    } catch {
      setupFailed()
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch])

  async function save(change: Partial<Settings>): Promise<boolean> {
    try {
      await rpc.settings.update(change)
      await load()
      return true
    } catch {
      showToast({ tone: 'bad', text: t('common.saveFailed') })
      return false
    }
  }

  function remember() {
    // What could not be kept is only asked for again the next time.
    rpc.settings.update({ setupSteps: keptSteps(useSetup.getState()) }).catch(() => undefined)
  }

  async function moveOn() {
    await load()
    goOn()
  }

  if (!facts) {
    return (
      <Page width="narrow">
        {status === 'loading' ? (
          <Skeleton className="h-96 w-full rounded-lg" />
        ) : (
          <EmptyState
            icon={<TriangleAlert />}
            title={t('setup.loadFailed')}
            body={t('common.loadFailedBody')}
            action={
              <Button icon={<RefreshCw aria-hidden />} onClick={() => void load()}>
                {t('common.tryAgain')}
              </Button>
            }
          />
        )}
      </Page>
    )
  }
  return (
    <Page width="narrow">
      <SetupView
        facts={facts}
        current={current}
        hasTried={hasTried}
        slots={{
          knowledge: knowledge(() => void load()),
          channel: channel(() => void moveOn()),
          tryout: tryout(() => {
            markTried()
            remember()
          }),
        }}
        onSave={save}
        onSkip={step => {
          skipStep(step)
          remember()
        }}
        onFinish={async () => {
          if (await save({ setupDone: true, language: currentLanguage() })) onFinished()
        }}
        onLeave={onLeave}
      />
    </Page>
  )
}
