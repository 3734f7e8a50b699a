import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#contract/contact.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { languageName } from './languageName.ts'

const AS_THEY_WRITE = ''
/** Widely spoken ones; what a contact writes in or was given before is offered too. */
const offered = 'ar bg cs da de el en es fi fr he hi hr hu id it ja ko nb nl pl pt ro ru sk sv th tr uk vi zh'.split(
  ' ',
)

export interface ContactLanguageProps {
  contact: Pick<Contact, 'language' | 'writesIn'>
  onChange: (language: string | null) => void
}

/** What to write in with this person: as they do, unless the owner says otherwise. */
export function ContactLanguage({ contact: { language, writesIn }, onChange }: ContactLanguageProps) {
  const { t, i18n } = useTranslation()
  const options = useMemo(() => {
    const tags = [...new Set([...offered, ...[language, writesIn].filter(tag => tag !== null)])]
    const named = tags.map(tag => ({ value: tag, label: languageName(tag, i18n.language) }))
    const auto =
      writesIn === null
        ? t('contacts.asTheyWrite')
        : t('contacts.asTheyWriteNow', { language: languageName(writesIn, i18n.language) })
    return [
      { value: AS_THEY_WRITE, label: auto },
      ...named.toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
    ]
  }, [language, writesIn, t, i18n.language])
  return (
    <Select
      label={t('contacts.language')}
      help={t('contacts.languageHelp')}
      value={language ?? AS_THEY_WRITE}
      onChange={value => onChange(value === AS_THEY_WRITE ? null : value)}
      options={options}
    />
  )
}
