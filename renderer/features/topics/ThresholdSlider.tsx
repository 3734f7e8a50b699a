import { useTranslation } from 'react-i18next'
import { ANSWER_FROM, STRICT_FROM } from '#domain/reply/choose.ts'
import { formatPercent } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Slider } from '#renderer/ui/Slider.tsx'
import { careOf } from './topicRules.ts'

export interface ThresholdSliderProps {
  value: number
  onChange: (value: number) => void
  onCommit: (value: number) => void
}

/** From which confidence on the assistant answers, with what that means in words. */
export function ThresholdSlider({ value, onChange, onCommit }: ThresholdSliderProps) {
  const { t } = useTranslation()
  return (
    <Slider
      label={t('topics.policy.threshold')}
      value={value}
      min={0.3}
      max={0.99}
      step={0.01}
      onChange={onChange}
      onCommit={onCommit}
      words={share => formatPercent(share, currentLanguage())}
      ends={[t('topics.policy.moreAnswers'), t('topics.policy.fewerMistakes')]}
      marks={[
        { value: ANSWER_FROM, label: t('topics.policy.shipped') },
        { value: STRICT_FROM, label: t('topics.policy.strict') },
      ]}
      help={t(`topics.policy.${careOf(value)}`)}
    />
  )
}
