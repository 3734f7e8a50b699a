import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '#contract/topic.ts'
import { formatPercent } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { ThresholdSlider } from './ThresholdSlider.tsx'
import { topicName } from './topicName.ts'

export interface ThresholdDialogProps {
  topic: Topic
  /** Of all topics. */
  shopThreshold: number
  onSave: (threshold: number | null) => Promise<void>
  onClose: () => void
}

/** One topic may be bolder or more careful than the others. */
export function ThresholdDialog({ topic, shopThreshold, onSave, onClose }: ThresholdDialogProps) {
  const { t } = useTranslation()
  const [threshold, setThreshold] = useState(topic.threshold)
  const [isBusy, setIsBusy] = useState(false)
  const save = async () => {
    setIsBusy(true)
    await onSave(threshold)
    setIsBusy(false)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('topics.override.title', { topic: topicName(topic) })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="flex min-h-48 flex-col gap-5 pb-2">
        <Segmented
          label={t('topics.override.which')}
          value={threshold === null ? 'follow' : 'own'}
          onChange={chosen => setThreshold(chosen === 'own' ? (topic.threshold ?? shopThreshold) : null)}
          options={[
            { value: 'follow', label: t('topics.override.follow') },
            { value: 'own', label: t('topics.override.own') },
          ]}
        />
        {threshold === null ? (
          <p className="text-ink-soft">
            {t('topics.override.followHelp', { threshold: formatPercent(shopThreshold, currentLanguage()) })}
          </p>
        ) : (
          <ThresholdSlider value={threshold} onChange={setThreshold} onCommit={setThreshold} />
        )}
      </div>
    </Dialog>
  )
}
