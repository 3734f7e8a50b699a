import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstalledModel } from '#contract/model.ts'
import { formatBytes } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { InstalledRow } from './InstalledRow.tsx'
import type { ModelActions } from './useModelActions.ts'

export interface InstalledCardProps {
  installed: readonly InstalledModel[]
  busy: string | null
  actions: ModelActions
}

/** The models on this computer. */
export function InstalledCard({ installed, busy, actions }: InstalledCardProps) {
  const { t } = useTranslation()
  const [removing, setRemoving] = useState<InstalledModel | null>(null)
  if (installed.length === 0) return null
  return (
    <Card title={t('models.installed.title')} flush>
      <ul className="border-t border-line">
        {installed.map(model => (
          <li key={model.id} data-model={model.id} className="border-line px-5 py-3.5 not-first:border-t">
            <InstalledRow model={model} busy={busy} actions={actions} onRemove={() => setRemoving(model)} />
          </li>
        ))}
      </ul>
      {removing && (
        <ConfirmDialog
          open
          title={t('models.installed.deleteConfirm.title', { name: removing.name })}
          body={<RemovalWords model={removing} />}
          confirmLabel={t('models.installed.deleteConfirm.confirm')}
          danger
          onConfirm={async () => {
            await actions.remove(removing)
            setRemoving(null)
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </Card>
  )
}

function RemovalWords({ model: { inUse, use, bytes, catalogueId } }: { model: InstalledModel }) {
  const { t } = useTranslation()
  return (
    <>
      {inUse && (
        <p className="mb-1.5 text-ink">
          {t(
            use === 'writing'
              ? 'models.installed.deleteConfirm.inUseWriting'
              : 'models.installed.deleteConfirm.inUseSearching',
          )}
        </p>
      )}
      <p>
        {t('models.installed.deleteConfirm.frees', { size: formatBytes(bytes, currentLanguage()) })}{' '}
        {t(
          catalogueId === null
            ? 'models.installed.deleteConfirm.fromFile'
            : 'models.installed.deleteConfirm.fromCatalogue',
        )}
      </p>
    </>
  )
}
