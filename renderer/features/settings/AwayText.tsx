import { useTranslation } from 'react-i18next'
import type { Language, Settings } from '#contract/settings.ts'
import { fillAway, unknownPlaceholders } from '#domain/handover/away.ts'
import { promiseText, promiseUntil } from '#domain/handover/promise.ts'
import { closesAt } from '#domain/hours/opening.ts'
import { phrasesFor } from '#domain/reply/phrases.ts'
import { computerZone } from '#renderer/lib/shopToday.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { useSavedText } from '#renderer/lib/useSavedText.ts'
import { languageNames } from './languageNames.ts'

export interface AwayTextProps {
  settings: Settings
  onSave: (change: Partial<Settings>) => Promise<boolean>
}

/** What customers are told outside the opening hours when they need the owner, in each language. */
export function AwayText({ settings, onSave }: AwayTextProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-ink-faint">{t('settings.away.help', { mark: '{time}' })}</p>
      {languageNames.map(({ value, label }) => (
        <OneText
          key={value}
          language={value}
          label={label}
          settings={settings}
          onSave={text => onSave({ awayText: { ...settings.awayText, [value]: text } })}
        />
      ))}
    </div>
  )
}

interface OneTextProps {
  language: Language
  label: string
  settings: Settings
  onSave: (text: string) => Promise<boolean>
}

function OneText({ language, label, settings, onSave }: OneTextProps) {
  const { t } = useTranslation()
  const { value, onChange, flush } = useSavedText(settings.awayText[language], async text =>
    unknownPlaceholders(text).length > 0 ? false : onSave(text),
  )
  const [unknown] = unknownPlaceholders(value)
  const preview = usePreview(settings, language, value)
  return (
    <div onBlur={flush} className="flex flex-col gap-2">
      <TextArea
        label={label}
        placeholder={t('settings.away.placeholder')}
        value={value}
        onChange={onChange}
        maxLength={1000}
        rows={3}
        error={unknown === undefined ? undefined : t('settings.away.unknown', { mark: unknown })}
      />
      <div className="rounded-md border border-line bg-sunken px-3 py-2">
        <p className="text-xs text-ink-soft">{t('settings.away.preview')}</p>
        <p dir="auto" lang={language} className="text-base whitespace-pre-wrap wrap-anywhere">
          {preview}
        </p>
      </div>
    </div>
  )
}

/** As a customer reads it who writes while the shop is closed: now, or right after it closes next. */
function usePreview(settings: Settings, language: Language, text: string): string {
  const now = useNow()
  const timeZone = settings.timeZone || computerZone()
  const opening = { ...settings, timeZone }
  const moment = closesAt(now, opening) ?? now
  const spoken = language === 'zh-CN' ? 'zh' : 'en'
  const words = phrasesFor(spoken)
  const until = promiseUntil(moment, settings.promiseMinutes, opening)
  const by = until && promiseText(until, { now: moment, timeZone, language: spoken, words })
  const builtIn = by === null ? words.personWillAnswer : words.personWillAnswerBy.replace('{by}', () => by)
  return text.trim() === '' ? builtIn : (fillAway(text.trim(), by) ?? builtIn)
}
