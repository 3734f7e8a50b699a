import { NotebookPen, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '#contract/message.ts'
import { clockTime, fullTime } from '#renderer/lib/time.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { MessageText } from './MessageText.tsx'
import { applyMessage, applyMessageRemoved } from './conversationStore.ts'
import { useAct } from './useAct.ts'

/** A private note among the messages, unlike them in shape and colour. */
export function NoteBlock({ message }: { message: Message }) {
  const { t, i18n } = useTranslation()
  const rpc = useRpc()
  const { busy, act } = useAct()
  const [isEditing, setIsEditing] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const { id, conversationId, text, sentAt } = message
  const save = async (changed: string) => {
    const done = await act('edit', async () =>
      applyMessage(await rpc.conversation.editNote({ messageId: id, text: changed.trim() })),
    )
    if (done) setIsEditing(false)
  }
  const remove = async () => {
    const done = await act('remove', async () => {
      await rpc.conversation.removeNote({ messageId: id })
      applyMessageRemoved(conversationId, id)
    })
    if (done) setIsAsking(false)
  }
  return (
    <article
      aria-label={`${t('thread.note.title')}, ${fullTime(sentAt, i18n.language)}`}
      className="mx-auto mt-3 max-w-[46rem] rounded-lg border border-dashed border-warning-ink/60 bg-warning-soft px-3.5 pt-1.5 pb-2.5"
    >
      <header className="flex items-center gap-1.5 text-xs font-medium text-warning-ink">
        <NotebookPen aria-hidden className="size-3.5 shrink-0" />
        <h3 className="min-w-0 flex-1 truncate">
          {t('thread.note.title')} ·{' '}
          <time dateTime={sentAt.toISOString()} title={fullTime(sentAt, i18n.language)} className="tabular-nums">
            {clockTime(sentAt, i18n.language)}
          </time>
        </h3>
        {!isEditing && (
          <>
            <IconButton
              size="small"
              label={t('thread.note.edit')}
              icon={<Pencil aria-hidden />}
              onClick={() => setIsEditing(true)}
            />
            <IconButton
              size="small"
              label={t('thread.note.remove')}
              icon={<Trash2 aria-hidden />}
              onClick={() => setIsAsking(true)}
            />
          </>
        )}
      </header>
      {isEditing ? (
        <NoteEditor
          text={text}
          busy={busy === 'edit'}
          onSave={changed => void save(changed)}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <MessageText text={text} />
      )}
      <ConfirmDialog
        open={isAsking}
        title={t('thread.note.removeTitle')}
        body={t('thread.note.removeBody')}
        confirmLabel={t('thread.note.removeConfirm')}
        danger
        onConfirm={remove}
        onClose={() => setIsAsking(false)}
      />
    </article>
  )
}

interface NoteEditorProps {
  text: string
  busy: boolean
  onSave: (text: string) => void
  onCancel: () => void
}

function NoteEditor({ text, busy, onSave, onCancel }: NoteEditorProps) {
  const { t } = useTranslation()
  const [changed, setChanged] = useState(text)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="flex flex-col gap-2">
      <textarea
        ref={box}
        dir="auto"
        value={changed}
        maxLength={20_000}
        aria-label={t('composer.noteLabel')}
        onChange={event => setChanged(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.preventDefault()
            onCancel()
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && changed.trim() !== '') onSave(changed)
        }}
        className="field-sizing-content max-h-72 min-h-16 w-full resize-y rounded-md border border-line-strong/60 bg-surface px-2 py-1.5 text-[0.875rem] leading-[1.55]"
      />
      <div className="flex justify-end gap-1.5">
        <Button size="small" variant="ghost" onClick={onCancel}>
          {t('thread.note.cancel')}
        </Button>
        <Button size="small" busy={busy} disabled={changed.trim() === ''} onClick={() => onSave(changed)}>
          {t('composer.saveNote')}
        </Button>
      </div>
    </div>
  )
}
