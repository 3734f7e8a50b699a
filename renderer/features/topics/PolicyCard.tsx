import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicPolicy } from '#contract/topic.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Slider } from '#renderer/ui/Slider.tsx'
import { ThresholdSlider } from './ThresholdSlider.tsx'

/** Nobody approves more than this before trusting; a larger number set elsewhere still fits. */
const USUAL_MOST = 50

export interface PolicyCardProps {
  policy: TopicPolicy
  /** False when it was not saved. */
  onSave: (change: Partial<TopicPolicy>) => Promise<boolean>
}

/** What holds for every topic. */
export function PolicyCard({ policy, onSave }: PolicyCardProps) {
  const { t } = useTranslation()
  /** Where a slider stands while it is not saved yet. */
  const [moved, setMoved] = useState<Partial<TopicPolicy>>({})
  const { threshold, approvalsNeeded } = { ...policy, ...moved }
  const save = async (change: Partial<TopicPolicy>) => {
    await onSave(change)
    setMoved({})
  }
  return (
    <Card title={t('topics.policy.title')} description={t('topics.policy.description')}>
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 min-[1000px]:grid-cols-2">
        <ThresholdSlider
          value={threshold}
          onChange={value => setMoved({ threshold: value })}
          onCommit={value => void save({ threshold: value })}
        />
        <Slider
          label={t('topics.policy.approvals')}
          value={approvalsNeeded}
          min={0}
          max={Math.max(USUAL_MOST, policy.approvalsNeeded)}
          step={1}
          onChange={value => setMoved({ approvalsNeeded: value })}
          onCommit={value => void save({ approvalsNeeded: value })}
          words={count => (count === 0 ? t('topics.policy.approvalsOff') : formatNumber(count, currentLanguage()))}
          help={
            approvalsNeeded === 0
              ? t('topics.policy.approvalsOffHelp')
              : t('topics.policy.approvalsHelp', { count: approvalsNeeded })
          }
        />
      </div>
    </Card>
  )
}
