import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChannelKind, Preset } from '#contract/channel.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { Select } from '#renderer/ui/Select.tsx'

export interface PresetChoiceProps {
  kind: ChannelKind
  presets: readonly Preset[]
  presetId: string | null
  /** The address is typed out and no preset knows it. */
  isUnknown: boolean
  onChoose: (id: string | null) => void
}

const OTHER = 'other'

/** Which provider it is: found by the address, or chosen. Its help address is text, for Keepdesk opens nothing by itself. */
export function PresetChoice({ kind, presets, presetId, isUnknown, onChoose }: PresetChoiceProps) {
  const { t } = useTranslation()
  const preset = presets.find(({ id }) => id === presetId)
  const advice = preset && textAt(['channelForm', kind, 'preset', preset.id])
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t('channels.form.provider')}
        help={isUnknown ? t('channels.form.presetNone') : t('channels.form.providerHelp')}
        value={presetId ?? OTHER}
        onChange={chosen => onChoose(chosen === OTHER ? null : chosen)}
        options={[
          { value: OTHER, label: t('channels.form.providerOther') },
          ...presets.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <div role="status">
        {preset && (
          <div className="flex items-start gap-2 rounded-md bg-good-soft px-3 py-2 text-sm text-good-ink">
            <CircleCheck aria-hidden className="mt-px size-4 shrink-0" />
            <div className="min-w-0 wrap-anywhere">
              <p className="font-medium">{t('channels.form.preset', { title: preset.title })}</p>
              {advice && <p>{advice}</p>}
              {preset.helpUrl && (
                <p className="select-text">
                  {t('channels.form.presetHelp', { title: preset.title, url: preset.helpUrl })}
                </p>
              )}
            </div>
          </div>
        )}
      </div>
    </div>
  )
}
