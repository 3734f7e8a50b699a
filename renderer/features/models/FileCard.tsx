import { CircleCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstalledModel } from '#contract/model.ts'
import { assertNever } from '#domain/assertNever.ts'
import { formatBytes } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { FileDrop } from '#renderer/ui/FileDrop.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { problemWords, promiseWords } from './modelWords.ts'
import type { FileStep } from './sendFile.ts'

export interface FileCardProps {
  step: FileStep | null
  /** The installed ones as they are now: what was just read may be gone or in use. */
  installed: readonly InstalledModel[]
  busy: string | null
  onFile: (file: File) => void
  onCancel: () => void
  onUse: (model: InstalledModel) => void
  onDismiss: () => void
}

/** For a model that is on this computer already. */
export function FileCard({ step, installed, busy, onFile, onCancel, onUse, onDismiss }: FileCardProps) {
  const { t } = useTranslation()
  const isWorking = step?.at === 'reading' || step?.at === 'checking'
  const drop = (
    <FileDrop
      label={t('models.file.drop')}
      help={t('models.file.dropHelp')}
      accept=".gguf"
      onFiles={([file]) => file && onFile(file)}
    />
  )
  return (
    <Card title={t('models.file.title')} description={t('models.file.description')}>
      <div className="flex flex-col gap-3">
        {step && (
          <Step step={step} installed={installed} busy={busy} onCancel={onCancel} onUse={onUse} onDismiss={onDismiss} />
        )}
        {!isWorking && drop}
      </div>
    </Card>
  )
}

type StepProps = Omit<FileCardProps, 'step' | 'onFile'> & { step: FileStep }

function Step({ step, installed, busy, onCancel, onUse, onDismiss }: StepProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const dismiss = (
    <IconButton size="small" label={t('models.file.dismiss')} icon={<X aria-hidden />} onClick={onDismiss} />
  )
  switch (step.at) {
    case 'reading': {
      const { name, received, total } = step
      return (
        <div className="flex flex-wrap items-end gap-x-5 gap-y-2.5">
          <div className="min-w-0 flex-1 basis-80">
            <Progress label={t('models.transfers.reading', { name })} value={received} max={total} />
            <p className="mt-1.5 text-sm text-ink-soft tabular-nums">
              {t('models.transfers.amount', {
                received: formatBytes(received, language),
                total: formatBytes(total, language),
              })}
            </p>
          </div>
          <Button size="small" variant="ghost" icon={<X aria-hidden />} onClick={onCancel}>
            {t('models.transfers.cancel')}
          </Button>
        </div>
      )
    }
    case 'checking':
      return (
        <div>
          <Progress label={t('models.transfers.checking', { name: step.name })} value={null} max={1} />
          <p className="mt-1.5 text-sm text-ink-soft">{t('models.transfers.checkingBody')}</p>
        </div>
      )
    case 'installed': {
      const now = installed.find(({ id }) => id === step.model.id)
      return now ? <Installed model={now} busy={busy} onUse={onUse} dismiss={dismiss} /> : null
    }
    case 'failed':
      return (
        <Banner tone="bad" title={t('models.transfers.failedFile', { name: step.name })} action={dismiss}>
          <p>{problemWords(step.trouble, step.neededBytes, t, language)}</p>
        </Banner>
      )
    case 'cancelled':
      return (
        <Banner tone="neutral" action={dismiss}>
          {t('models.file.cancelled', { name: step.name })}
        </Banner>
      )
    default:
      return assertNever(step)
  }
}

interface InstalledProps {
  model: InstalledModel
  busy: string | null
  onUse: (model: InstalledModel) => void
  dismiss: ReactNode
}

/** What the file turned out to be, and how fast it is here. */
function Installed({ model, busy, onUse, dismiss }: InstalledProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { name, use, problem, inUse } = model
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-good-soft px-4 py-3">
      <CircleCheck aria-hidden className="size-5 shrink-0 text-good-ink" />
      <div className="min-w-0 flex-1 basis-72 text-good-ink">
        <p className="font-medium wrap-anywhere">{t(inUse ? nowInUse[use] : 'models.file.installed', { name })}</p>
        <p>
          {problem === null && (use === 'writing' ? promiseWords(model, t, language) : t('models.file.searchOnly'))}
          {problem !== null && problemWords(problem, null, t, language)}
        </p>
      </div>
      {!inUse && problem === null && (
        <Button variant="primary" busy={busy === `use ${model.id}`} onClick={() => onUse(model)}>
          {t('models.installed.use')}
        </Button>
      )}
      {dismiss}
    </div>
  )
}

const nowInUse = { writing: 'models.file.writesNow', searching: 'models.file.searchesNow' } as const
