import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Preset } from '#contract/channel.ts'
import { textAt } from '#renderer/i18n/textAt.ts'

/** Says which provider was recognised. The help address is text: Keepdesk opens nothing by itself. */
export function PresetNote({ preset, isUnknown }: { preset: Preset | null; isUnknown: boolean }) {
  const { t } = useTranslation()
  if (!preset) {
    return (
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {isUnknown && t('channels.form.presetNone')}
      </p>
    )
  }
  const advice = textAt(['channelPreset', preset.id])
  return (
    <div role="status" className="flex items-start gap-2 rounded-md bg-good-soft px-3 py-2 text-sm text-good-ink">
      <CircleCheck aria-hidden className="mt-px size-4 shrink-0" />
      <div className="min-w-0 wrap-anywhere">
        <p className="font-medium">{t('channels.form.preset', { title: preset.title })}</p>
        {advice && <p>{advice}</p>}
        {preset.helpUrl && (
          <p className="select-text">{t('channels.form.presetHelp', { title: preset.title, url: preset.helpUrl })}</p>
        )}
      </div>
    </div>
  )
}
