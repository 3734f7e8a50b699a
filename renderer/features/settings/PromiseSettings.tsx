import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { formatPercent } from '#renderer/i18n/format.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { choicesWith } from './choicesWith.ts'
import { spanWords } from './spanWords.ts'

const HOUR = 60
const promises = [0, 30, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 24 * HOUR, 48 * HOUR]
const limits = [0, 5, 10, 15, 20, 25, 30, 50]
const efforts = [0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 30]

export interface PromiseSettingsProps {
  settings: Settings
  onSave: (change: Partial<Settings>) => void
}

/** What the assistant may say in the shop's name: how long the owner takes, and what it may offer. */
export function PromiseSettings({ settings, onSave }: PromiseSettingsProps) {
  const { t, i18n } = useTranslation()
  const { promiseMinutes, couponLimitPercent, minutesPerReply } = settings
  const span = (minutes: number) => spanWords(minutes, i18n.language)
  return (
    <div className="flex max-w-112 flex-col gap-4.5">
      <Select
        label={t('settings.promises.promise')}
        help={t('settings.promises.promiseHelp')}
        value={String(promiseMinutes)}
        onChange={minutes => onSave({ promiseMinutes: Number(minutes) })}
        options={choicesWith(promises, promiseMinutes).map(minutes => ({
          value: String(minutes),
          label: minutes === 0 ? t('settings.promises.noPromise') : span(minutes),
        }))}
      />
      <Select
        label={t('settings.promises.coupon')}
        help={t('settings.promises.couponHelp')}
        value={String(couponLimitPercent)}
        onChange={percent => onSave({ couponLimitPercent: Number(percent) })}
        options={choicesWith(limits, couponLimitPercent).map(percent => ({
          value: String(percent),
          label:
            percent === 0
              ? t('settings.promises.noCoupon')
              : t('settings.promises.upTo', { share: formatPercent(percent / 100, i18n.language) }),
        }))}
      />
      <Select
        label={t('settings.promises.effort')}
        help={t('settings.promises.effortHelp')}
        value={String(minutesPerReply)}
        onChange={minutes => onSave({ minutesPerReply: Number(minutes) })}
        options={choicesWith(efforts, minutesPerReply).map(minutes => ({
          value: String(minutes),
          label: minutes === 0 ? t('settings.promises.noEffort') : span(minutes),
        }))}
      />
    </div>
  )
}
