import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#contract/contact.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

const NAME_MAX = 200

/** The name, which the owner may change; what the channel calls them stays with each address. */
export function ContactHeader({
  contact,
  onRename,
}: {
  contact: Contact
  onRename: (name: string) => Promise<boolean>
}) {
  const { t, i18n } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const save = async () => {
    const name = typed?.trim() ?? ''
    if (name === '' || name === contact.name || (await onRename(name))) setTyped(null)
  }
  if (typed !== null) {
    return (
      <form
        className="flex flex-col gap-2"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          // The dialog around it stays open.
          event.stopPropagation()
          setTyped(null)
        }}
      >
        <TextField label={t('contacts.name')} value={typed} onChange={setTyped} maxLength={NAME_MAX} autoFocus />
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="small" variant="ghost" onClick={() => setTyped(null)}>
            {t('contacts.cancel')}
          </Button>
          <Button size="small" variant="primary" type="submit">
            {t('contacts.saveName')}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <header className="flex items-start gap-3">
      <Avatar name={contact.name} />
      <div className="min-w-0 flex-1">
        <h2 className="text-lg font-semibold wrap-anywhere">
          <bdi>{contact.name}</bdi>
        </h2>
        <p className="text-sm text-ink-faint">
          {t('contacts.since', { date: formatDate(contact.createdAt, i18n.language) })}
        </p>
      </div>
      <IconButton
        size="small"
        label={t('contacts.rename')}
        icon={<Pencil aria-hidden />}
        onClick={() => setTyped(contact.name)}
      />
    </header>
  )
}
