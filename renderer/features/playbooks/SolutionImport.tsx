import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { saveBlob, toUpload } from '#renderer/lib/files.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { FileDrop } from '#renderer/ui/FileDrop.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { playbooksChanged } from './playbooksStore.ts'
import { SolutionOutcome } from './SolutionOutcome.tsx'
import type { Outcome } from './SolutionOutcome.tsx'

const MAX_FILE_BYTES = 50_000_000

type Step = { at: 'choose'; complaint: string | null } | { at: 'reading' } | { at: 'done'; outcome: Outcome }

/** Takes a file of known faults in and says what became of its rows. */
export function SolutionImport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const language = currentLanguage()
  const [step, setStep] = useState<Step>({ at: 'choose', complaint: null })
  const max = formatBytes(MAX_FILE_BYTES, language)

  async function read(file: File) {
    if (file.size > MAX_FILE_BYTES) {
      setStep({ at: 'choose', complaint: t('playbooks.solutions.tooBig', { name: file.name, max }) })
      return
    }
    setStep({ at: 'reading' })
    try {
      setStep({ at: 'done', outcome: await rpc.playbook.importSolutions({ upload: await toUpload(file) }) })
      playbooksChanged()
    } catch {
      setStep({ at: 'choose', complaint: t('playbooks.solutions.readFailed') })
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('playbooks.solutions.import')}
      footer={
        step.at === 'done' ? (
          <Button variant="primary" onClick={onClose}>
            {t('ui.close')}
          </Button>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-3 pb-2">
        {step.at === 'choose' && (
          <>
            {step.complaint !== null && <Banner tone="bad">{step.complaint}</Banner>}
            <FileDrop
              label={t('playbooks.solutions.dropLabel')}
              help={t('playbooks.solutions.dropHelp', { max })}
              accept=".csv,.tsv,.jsonl,.ndjson"
              onFiles={([file]) => file && void read(file)}
            />
            <Button
              variant="ghost"
              size="small"
              className="self-center"
              icon={<Download aria-hidden />}
              onClick={() =>
                saveBlob(
                  new Blob(['\uFEFF', t('playbooks.solutions.sample')], { type: 'text/csv' }),
                  t('playbooks.solutions.sampleName'),
                )
              }
            >
              {t('playbooks.solutions.downloadSample')}
            </Button>
          </>
        )}
        {step.at === 'reading' && (
          <p role="status" className="flex items-center justify-center gap-2.5 py-16 text-ink-soft">
            <Spinner /> {t('playbooks.solutions.reading')}
          </p>
        )}
        {step.at === 'done' && (
          <SolutionOutcome outcome={step.outcome} formatted={count => formatNumber(count, language)} />
        )}
      </div>
    </Dialog>
  )
}
