import { Copy, Merge, Split } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Handle } from '#contract/contact.ts'
import type { Thread } from '#contract/conversation.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ChannelIcon } from '#renderer/ui/ChannelIcon.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { ContactFacts } from './ContactFacts.tsx'
import { ContactOrders } from './ContactOrders.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { useAct } from './useAct.ts'

/** Who writes: the name, every address of the same person, their orders, and what is known of them. */
export function ContactPanel({ thread: { contact, facts, tags } }: { thread: Thread }) {
  const { t, i18n } = useTranslation()
  const rpc = useRpc()
  const { act } = useAct()
  const [isMerging, setIsMerging] = useState(false)
  const [splitting, setSplitting] = useState<Handle | null>(null)

  const copy = (address: string) =>
    act('copy', () =>
      navigator.clipboard
        .writeText(address)
        .then(() => showToast({ tone: 'good', text: t('conversation.contact.copied') })),
    )
  const split = async (handle: Handle) => {
    const done = await act('split', () => rpc.contact.split({ handleId: handle.id }))
    setSplitting(null)
    if (done) showToast({ tone: 'good', text: t('conversation.contact.splitDone', { address: handle.address }) })
  }

  return (
    <section aria-label={t('conversation.contact.title')} className="flex flex-col gap-5">
      <header className="flex flex-col items-start gap-2">
        <Avatar name={contact.name} />
        <div className="min-w-0">
          <h2 className="text-lg font-semibold wrap-anywhere">
            <bdi>{contact.name}</bdi>
          </h2>
          <p className="text-sm text-ink-faint">
            {t('conversation.contact.since', { date: formatDate(contact.createdAt, i18n.language) })}
          </p>
        </div>
      </header>
      <div>
        <h3 className="text-sm font-semibold text-ink-soft">{t('conversation.contact.handles')}</h3>
        <ul aria-label={t('conversation.contact.handles')} className="mt-1 flex flex-col">
          {contact.handles.map(handle => (
            <li key={handle.id} className="flex min-w-0 items-center gap-2 py-1">
              <span
                title={t(`conversation.channelKind.${handle.channelKind}`)}
                className="text-ink-soft [&_svg]:size-4"
              >
                <ChannelIcon kind={handle.channelKind} />
              </span>
              <span className="min-w-0 flex-1">
                <bdi className="block text-sm wrap-anywhere">
                  {handle.channelKind === 'demo' ? t('conversation.channelKind.demo') : handle.address}
                </bdi>
                {handle.name !== '' && handle.name !== contact.name && (
                  <bdi className="block truncate text-xs text-ink-faint">{handle.name}</bdi>
                )}
              </span>
              <IconButton
                size="small"
                label={t('conversation.contact.copy', { address: handle.address })}
                icon={<Copy aria-hidden />}
                onClick={() => void copy(handle.address)}
              />
              {contact.handles.length > 1 && (
                <IconButton
                  size="small"
                  label={t('conversation.contact.split')}
                  icon={<Split aria-hidden />}
                  onClick={() => setSplitting(handle)}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
      <ContactOrders contactId={contact.id} />
      <ContactFacts facts={facts} tags={tags} />
      <div>
        <Button size="small" icon={<Merge aria-hidden />} onClick={() => setIsMerging(true)}>
          {t('conversation.contact.merge')}
        </Button>
      </div>
      {isMerging && <MergeDialog contact={contact} onClose={() => setIsMerging(false)} />}
      {splitting && (
        <ConfirmDialog
          open
          title={t('conversation.contact.splitTitle')}
          body={t('conversation.contact.splitBody', { address: splitting.address })}
          confirmLabel={t('conversation.contact.splitConfirm')}
          onConfirm={() => split(splitting)}
          onClose={() => setSplitting(null)}
        />
      )}
    </section>
  )
}
