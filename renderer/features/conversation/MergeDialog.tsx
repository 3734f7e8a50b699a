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
import { showToast } from '#renderer/ui/Toasts.tsx'
import { useAct } from './useAct.ts'

const SEARCH_MS = 200

/** Finds the contact that is the same person and joins the two; the toast takes it back. */
export function MergeDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { act } = useAct()
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
  const undo = (from: Contact) => act('split', () => separate(rpc, from))
  const merge = async (from: Contact) => {
    const done = await act('merge', () => rpc.contact.merge({ into: contact.id, from: from.id }))
    setChosen(null)
    if (!done) return
    onClose()
    showToast({
      tone: 'good',
      text: t('conversation.contact.merged', names),
      action: { label: t('conversation.undo'), onSelect: () => void undo(from) },
    })
  }

  return (
    <Dialog open onClose={onClose} title={t('conversation.contact.mergeTitle')} size="small">
      <div className="flex min-h-80 flex-col gap-2 pb-3">
        <TextField label={t('conversation.contact.mergeSearch')} value={text} onChange={setText} autoFocus />
        {found === null && <Skeleton className="h-12 w-full" />}
        {found?.length === 0 && <p className="py-4 text-center text-ink-soft">{t('conversation.contact.mergeNone')}</p>}
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
                aria-label={`${t('conversation.contact.mergePick')}: ${other.name}`}
                onClick={() => setChosen(other)}
              >
                {t('conversation.contact.mergePick')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      {chosen && (
        <ConfirmDialog
          open
          title={t('conversation.contact.mergeConfirmTitle', names)}
          body={t('conversation.contact.mergeConfirmBody', names)}
          confirmLabel={t('conversation.contact.mergeConfirm')}
          onConfirm={() => merge(chosen)}
          onClose={() => setChosen(null)}
        />
      )}
    </Dialog>
  )
}

/** Takes a merged contact out again, with all its addresses together. */
async function separate(rpc: ReturnType<typeof useRpc>, merged: Contact) {
  let whole: Contact | null = null
  for (const handle of merged.handles) {
    const split: Contact = await rpc.contact.split({ handleId: handle.id })
    whole = whole === null ? split : await rpc.contact.merge({ into: whole.id, from: split.id })
  }
}
