import { Copy, Split } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact, Handle } from '#contract/contact.ts'
import { ChannelIcon } from '#renderer/ui/ChannelIcon.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { PanelPart } from './PanelPart.tsx'
import { useChannelNames } from './useChannelNames.ts'

export interface ContactHandlesProps {
  contact: Contact
  onCopy: (address: string) => void
  onSplit: (handle: Handle) => Promise<unknown>
}

/** Every address of the same person. */
export function ContactHandles({ contact, onCopy, onSplit }: ContactHandlesProps) {
  const { t } = useTranslation()
  const channelNames = useChannelNames()
  const [splitting, setSplitting] = useState<Handle | null>(null)
  return (
    <PanelPart title={t('contacts.handles')}>
      <ul aria-label={t('contacts.handles')} className="flex flex-col">
        {contact.handles.map(handle => (
          <li key={handle.id} className="flex min-w-0 items-center gap-2 py-1">
            <span title={t(`conversation.channelKind.${handle.channelKind}`)} className="text-ink-soft [&_svg]:size-4">
              <ChannelIcon kind={handle.channelKind} />
            </span>
            <span className="min-w-0 flex-1">
              <bdi className="block text-sm wrap-anywhere">
                {handle.channelKind === 'demo' ? t('conversation.channelKind.demo') : handle.address}
              </bdi>
              <span className="block truncate text-xs text-ink-faint">
                <bdi>{channelNames.get(handle.channelId) ?? t(`conversation.channelKind.${handle.channelKind}`)}</bdi>
                {isOtherName(handle, contact) && (
                  <>
                    {' · '}
                    <bdi>{handle.name}</bdi>
                  </>
                )}
              </span>
            </span>
            <IconButton
              size="small"
              label={t('contacts.copy', { address: handle.address })}
              icon={<Copy aria-hidden />}
              onClick={() => onCopy(handle.address)}
            />
            {contact.handles.length > 1 && (
              <IconButton
                size="small"
                label={t('contacts.split')}
                icon={<Split aria-hidden />}
                onClick={() => setSplitting(handle)}
              />
            )}
          </li>
        ))}
      </ul>
      {splitting && (
        <ConfirmDialog
          open
          title={t('contacts.splitTitle')}
          body={t('contacts.splitBody', { address: splitting.address })}
          confirmLabel={t('contacts.splitConfirm')}
          onConfirm={() => onSplit(splitting).then(() => setSplitting(null))}
          onClose={() => setSplitting(null)}
        />
      )}
    </PanelPart>
  )
}

/** The channel calls them by another name than the owner does. */
function isOtherName({ name, address }: Handle, contact: Contact): boolean {
  return name !== '' && name !== contact.name && name !== address
}
