import { Ellipsis, Gauge, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstalledModel } from '#contract/model.ts'
import { formatBytes, formatDate } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { contextWords, problemWords, promiseWords } from './modelWords.ts'
import type { ModelActions } from './useModelActions.ts'

export interface InstalledRowProps {
  model: InstalledModel
  busy: string | null
  actions: ModelActions
  onRemove: () => void
}

export function InstalledRow({ model, busy, actions, onRemove }: InstalledRowProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { id, name, use, bytes, inUse, problem } = model
  const isMeasuring = busy === `measure ${id}`
  const measure = {
    label: t('models.installed.measure'),
    icon: <Gauge aria-hidden />,
    onSelect: () => void actions.measure(model),
  }
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-80">
        <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
          {inUse && problem === null && <Badge tone="good">{t('models.installed.inUse')}</Badge>}
          {problem !== null && <Badge tone="bad">{t('models.stage.failed')}</Badge>}
        </h3>
        <p className="text-sm text-ink-soft">
          {t(use === 'writing' ? 'models.installed.forWriting' : 'models.installed.forSearching')}
          {' · '}
          {formatBytes(bytes, language)}
          {use === 'writing' && problem === null && ` · ${promiseWords(model, t, language)}`}
        </p>
        {problem !== null && !inUse && (
          <p className="mt-0.5 text-bad-ink">{problemWords(problem, null, t, language)}</p>
        )}
        <ModelDetails model={model} />
      </div>
      <div className="flex items-center gap-2">
        {isMeasuring && (
          <span role="status" className="inline-flex items-center gap-2 text-sm text-ink-soft">
            <Spinner /> {t('models.installed.measuring')}
          </span>
        )}
        {!inUse && problem === null && (
          <Button
            size="small"
            busy={busy === `use ${id}`}
            disabled={busy !== null}
            aria-label={t('models.installed.useOf', { name })}
            onClick={() => void actions.use(model)}
          >
            {t('models.installed.use')}
          </Button>
        )}
        <Menu
          trigger={
            <IconButton size="small" label={t('models.installed.more', { name })} icon={<Ellipsis aria-hidden />} />
          }
          items={[
            ...(use === 'writing' && problem === null ? [measure] : []),
            { label: t('models.installed.delete'), icon: <Trash2 aria-hidden />, onSelect: onRemove, danger: true },
          ]}
        />
      </div>
    </div>
  )
}

/** What somebody who knows models asks for; folded away from everybody else. */
function ModelDetails({ model }: { model: InstalledModel }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { architecture, quantization, contextTokens, catalogueId, installedAt, sha256 } = model
  return (
    <details className="mt-1 text-sm text-ink-soft">
      <summary className="w-fit cursor-pointer rounded-sm text-ink-faint hover:text-ink">
        {t('models.installed.details')}
      </summary>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <Detail term={t('models.installed.origin')}>
          {t(catalogueId === null ? 'models.installed.fromFile' : 'models.installed.fromCatalogue')}
        </Detail>
        <Detail term={t('models.installed.installedAt')}>{formatDate(installedAt, language)}</Detail>
        <Detail term={t('models.installed.kind')}>
          <bdi>{[architecture, quantization].filter(part => part !== null).join(', ')}</bdi>
        </Detail>
        {contextTokens !== null && (
          <Detail term={t('models.installed.context')}>{contextWords(contextTokens, t, language)}</Detail>
        )}
        <Detail term={t('models.installed.fingerprint')}>
          <bdi className="font-mono text-xs select-all wrap-anywhere">{sha256}</bdi>
        </Detail>
      </dl>
    </details>
  )
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{term}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </>
  )
}
