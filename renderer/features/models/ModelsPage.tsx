import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useIsOnline } from '#renderer/lib/useIsOnline.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { CatalogueCard } from './CatalogueCard.tsx'
import { ComputerCard } from './ComputerCard.tsx'
import { FileCard } from './FileCard.tsx'
import { InstalledCard } from './InstalledCard.tsx'
import { MirrorSetting } from './MirrorSetting.tsx'
import { setFile, useModels } from './modelsStore.ts'
import { NowCard } from './NowCard.tsx'
import { offersFor } from './offers.ts'
import { TransferList } from './TransferList.tsx'
import { useModelActions } from './useModelActions.ts'
import { useModelsLoaded } from './useModelsLoaded.ts'

export interface ModelsPageProps {
  /** How far the knowledge is prepared for the model that searches. */
  indexNotice: ReactNode
  /** Where models are fetched from instead; null until the settings are read. */
  mirror: string | null
  onMirror: (address: string) => Promise<boolean>
}

/** Which models there are for this computer, which are on it, and what they do. */
export function ModelsPage({ indexNotice, mirror, onMirror }: ModelsPageProps) {
  const { t } = useTranslation()
  const reload = useModelsLoaded()
  const isOnline = useIsOnline()
  const { status, models, offers, hardware, file } = useModels()
  const { busy, actions } = useModelActions()

  function body() {
    if (status === 'failed') return <LoadFailed onRetry={reload} />
    if (status === 'loading' || models === null) return <LoadingCards />
    const known = hardware === 'failed' ? null : hardware
    const graphicsFailed =
      known?.graphicsFailed === true || models.engine.writing.gpuFailed || models.engine.searching.gpuFailed
    // What this page reads itself is shown where the file was chosen.
    const ownFile = file && 'id' in file ? file.id : null
    const transfers = models.transfers.filter(
      ({ id, kind, name }) => id !== ownFile && !(kind === 'file' && file?.at === 'failed' && file.name === name),
    )
    const isReading = file?.at === 'reading' && file.id === null
    const shared = { models, hardware: known, busy, actions }
    return (
      <div className="flex flex-col gap-4">
        <NowCard models={models} busy={busy} actions={actions} indexNotice={indexNotice} />
        <TransferList transfers={isReading ? [] : transfers} busy={busy} actions={actions} />
        <InstalledCard installed={models.installed} busy={busy} actions={actions} />
        <ComputerCard
          hardware={hardware}
          graphicsFailed={graphicsFailed}
          isTryingGraphics={busy === 'graphics'}
          onTryGraphics={() => void actions.tryGraphicsAgain()}
        />
        {!isOnline && (
          <Banner tone="warning" title={t('models.offline.title')}>
            {t('models.offline.body')}
          </Banner>
        )}
        <CatalogueCard
          title={t('models.catalogue.title')}
          description={t('models.catalogue.description')}
          offers={offersFor(offers, 'writing', currentLanguage())}
          {...shared}
        />
        <CatalogueCard
          title={t('models.catalogue.searchTitle')}
          description={t('models.catalogue.searchDescription')}
          offers={offersFor(offers, 'searching', currentLanguage())}
          {...shared}
        />
        <FileCard
          step={file}
          installed={models.installed}
          busy={busy}
          onFile={chosen => void actions.readFile(chosen)}
          onCancel={actions.cancelFile}
          onUse={model => void actions.use(model)}
          onDismiss={() => setFile(null)}
        />
        {mirror !== null && <MirrorSetting stored={mirror} onSave={onMirror} />}
      </div>
    )
  }

  return (
    <Page>
      <PageHeader title={t('models.title')} description={t('models.description')} />
      {body()}
    </Page>
  )
}

function LoadingCards() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-44 w-full" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="h-80 w-full" />
    </div>
  )
}
