import { useTranslation } from 'react-i18next'
import { NOTE_MAX } from '#contract/contact.ts'
import { useSavedText } from '#renderer/lib/useSavedText.ts'
import { TextArea } from '#renderer/ui/TextArea.tsx'

/** The owner's own words about a person, kept as they are typed. */
export function ContactNote({ note, onSave }: { note: string; onSave: (note: string) => Promise<boolean> }) {
  const { t } = useTranslation()
  const { value, onChange, flush } = useSavedText(note, onSave)
  return (
    <div onBlur={flush}>
      <TextArea
        label={t('contacts.note')}
        placeholder={t('contacts.notePlaceholder')}
        rows={3}
        maxLength={NOTE_MAX}
        help={value.length >= NOTE_MAX ? t('contacts.noteFull', { max: NOTE_MAX }) : undefined}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
