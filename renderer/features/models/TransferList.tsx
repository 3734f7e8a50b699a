import { Pause, Play, RotateCw, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ModelTransfer } from '#contract/model.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { problemWords, progressWords } from './modelWords.ts'
import type { ModelActions } from './useModelActions.ts'

export interface TransferListProps {
  transfers: readonly ModelTransfer[]
  busy: string | null
  actions: ModelActions
}

/** What is on its way into the shop: downloads, and files that another page began to read. */
export function TransferList({ transfers, busy, actions }: TransferListProps) {
  const { t } = useTranslation()
  if (transfers.length === 0) return null
  return (
    <Card title={t('models.transfers.title')}>
      <ul className="flex flex-col gap-4">
        {transfers.map(transfer => (
          <li
            key={transfer.id}
            data-transfer={transfer.state}
            className="border-line not-first:border-t not-first:pt-4"
          >
            <TransferRow transfer={transfer} isBusy={busy === `transfer ${transfer.id}`} actions={actions} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface TransferRowProps {
  transfer: ModelTransfer
  isBusy: boolean
  actions: ModelActions
}

function TransferRow({ transfer, isBusy, actions }: TransferRowProps) {
  const { t } = useTranslation()
  const { name, kind, state, problem, receivedBytes, totalBytes } = transfer
  const language = currentLanguage()
  const isDownload = kind === 'download'
  const isOver = state === 'failed' || (!isDownload && state !== 'checking')
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-2.5">
      <div className="min-w-0 flex-1 basis-80">
        {state === 'failed' ? (
          <div role="alert">
            <p className="flex items-center gap-2 font-medium text-bad-ink">
              <TriangleAlert aria-hidden className="size-4 shrink-0" />
              <span className="min-w-0 wrap-anywhere">
                {t(isDownload ? 'models.transfers.failed' : 'models.transfers.failedFile', { name })}
              </span>
            </p>
            {problem && <p className="mt-0.5 text-ink-soft">{problemWords(problem, null, t, language)}</p>}
          </div>
        ) : (
          <>
            <Progress
              label={t(labels[state === 'checking' ? 'checking' : kind], { name })}
              value={state === 'checking' ? null : receivedBytes}
              max={totalBytes}
            />
            <p className="mt-1.5 text-sm text-ink-soft tabular-nums">
              {state === 'checking' && t('models.transfers.checkingBody')}
              {state !== 'checking' && isDownload && progressWords(transfer, t, language)}
              {state !== 'checking' && !isDownload && t('models.transfers.stranded')}
            </p>
          </>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {state === 'running' && isDownload && (
          <Button
            size="small"
            icon={<Pause aria-hidden />}
            aria-label={t('models.transfers.pauseOf', { name })}
            busy={isBusy}
            onClick={() => void actions.pause(transfer)}
          >
            {t('models.transfers.pause')}
          </Button>
        )}
        {(state === 'paused' || state === 'failed') && isDownload && (
          <Button
            size="small"
            icon={state === 'paused' ? <Play aria-hidden /> : <RotateCw aria-hidden />}
            aria-label={t(state === 'paused' ? 'models.transfers.resumeOf' : 'models.transfers.againOf', { name })}
            busy={isBusy}
            onClick={() => void actions.resume(transfer)}
          >
            {t(state === 'paused' ? 'models.transfers.resume' : 'models.transfers.again')}
          </Button>
        )}
        <Button
          size="small"
          variant="ghost"
          icon={<X aria-hidden />}
          aria-label={t(isOver ? 'models.transfers.removeOf' : 'models.transfers.cancelOf', { name })}
          disabled={isBusy}
          onClick={() => void actions.cancel(transfer)}
        >
          {t(isOver ? 'models.transfers.remove' : 'models.transfers.cancel')}
        </Button>
      </div>
    </div>
  )
}

const labels = {
  download: 'models.transfers.downloading',
  file: 'models.transfers.reading',
  checking: 'models.transfers.checking',
} as const
