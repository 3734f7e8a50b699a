import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#contract/contact.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

const SEARCH_MS = 200

export interface MergeDialogProps {
  contact: Contact
  onMerge: (from: Contact) => Promise<boolean>
  onClose: () => void
}

/** Finds the contact that is the same person. */
export function MergeDialog({ contact, onMerge, onClose }: MergeDialogProps) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly Contact[] | null>(null)
  const [chosen, setChosen] = useState<Contact | null>(null)

  useEffect(() => {
    const aborter = new AbortController()
    const timer = setTimeout(() => {
      rpc.contact.search({ text: text.trim(), exceptId: contact.id }, { signal: aborter.signal }).then(setFound, () => {
        if (!aborter.signal.aborted) setFound([])
      })
    }, SEARCH_MS)
    return () => {
      clearTimeout(timer)
      aborter.abort()
    }
  }, [rpc, text, contact.id])

  const names = { from: chosen?.name ?? '', into: contact.name }
  const merge = async (from: Contact) => {
    const done = await onMerge(from)
    setChosen(null)
    if (done) onClose()
  }

  return (
    <Dialog open onClose={onClose} title={t('contacts.mergeTitle')} size="small">
      <div className="flex min-h-80 flex-col gap-2 pb-3">
        <TextField label={t('contacts.mergeSearch')} value={text} onChange={setText} autoFocus />
        {found === null && <Skeleton className="h-12 w-full" />}
        {found?.length === 0 && <p className="py-4 text-center text-ink-soft">{t('contacts.mergeNone')}</p>}
        <ul className="flex flex-col">
          {found?.map(other => (
            <li key={other.id} className="flex min-w-0 items-center gap-2.5 border-b border-line py-2 last:border-0">
              <Avatar name={other.name} />
              <span className="min-w-0 flex-1">
                <bdi className="block truncate font-medium">{other.name}</bdi>
                <bdi className="block truncate text-sm text-ink-faint">
                  {other.handles
                    .map(({ channelKind, address }) =>
                      channelKind === 'demo' ? t('conversation.channelKind.demo') : address,
                    )
                    .join(', ')}
                </bdi>
              </span>
              <Button
                size="small"
                aria-label={`${t('contacts.mergePick')}: ${other.name}`}
                onClick={() => setChosen(other)}
              >
                {t('contacts.mergePick')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      {chosen && (
        <ConfirmDialog
          open
          title={t('contacts.mergeConfirmTitle', names)}
          body={t('contacts.mergeConfirmBody', names)}
          confirmLabel={t('contacts.mergeConfirm')}
          onConfirm={() => merge(chosen)}
          onClose={() => setChosen(null)}
        />
      )}
    </Dialog>
  )
}
