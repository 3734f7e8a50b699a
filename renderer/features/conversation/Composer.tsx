import { Paperclip, Send, Sparkles } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '#contract/conversation.ts'
import { formatBytes, formatNumber } from '#renderer/i18n/format.ts'
import { classes } from '#renderer/lib/classes.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { useRpc } from '#renderer/rpc/client.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ComposerHelp } from './ComposerHelp.tsx'
import { FileChips } from './FileChips.tsx'
import { HelpNote } from './HelpNote.tsx'
import { HelpStatus } from './HelpStatus.tsx'
import { MAX_FILES, MAX_FILE_BYTES, addFiles, pastedFiles } from './composerFiles.ts'
import { useConversations } from './conversationStore.ts'
import { changeDraft, draftOf, useDrafts } from './draftStore.ts'
import { stopHelp, swapDraft, writeDraft } from './helpRun.ts'
import { putNote, textGone, useHelp, type HelpWish } from './helpStore.ts'
import { useEndInView } from './useEndInView.ts'
import { useEscape } from './useEscape.ts'
import { useReply } from './useReply.ts'

/** Characters left are shown only when they begin to matter. */
const COUNT_FROM = 0.8
const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

export interface ComposerProps {
  conversation: Conversation
  /** What the contact writes in; `und` when nobody can tell. */
  language: string
  /** A suggestion of the assistant waits above. */
  isSuggested: boolean
  compact: boolean
}

/** Where the owner writes. The draft stays with its conversation; Ctrl or Command with Enter sends. */
export function Composer({ conversation, language, isSuggested, compact }: ComposerProps) {
  const { t, i18n } = useTranslation()
  const { id, contactName, address, handler, channelKind } = conversation
  const draft = useDrafts(state => draftOf(state, id))
  const kind = useConversations(state => state.kinds.get(channelKind))
  const { send, isSending, problem, setProblem } = useReply(conversation)
  const [isOver, setIsOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const rpc = useRpc()
  const note = useHelp(({ notes }) => notes.get(id) ?? null)
  const isHelped = note?.state === 'running'
  const frame = useRef<HTMLElement>(null)
  useEscape(isHelped, () => stopHelp(id))
  useEndInView(frame, note !== null || draft.text !== '')
  const canAttach = kind?.attachments ?? true
  const max = kind?.maxTextLength ?? Infinity
  const isTooLong = draft.text.length > max
  const isEmpty = draft.text.trim() === '' && draft.files.length === 0

  const wish = (wanted: HelpWish) => {
    setProblem(null)
    box.current?.focus()
    void writeDraft(rpc, id, wanted)
  }
  const write = (text: string) => {
    changeDraft(id, { text })
    if (text === '') textGone(id)
  }
  const sendNow = () => {
    // What is being written is not checked yet.
    if (!isHelped) void send()
  }

  const take = (chosen: readonly File[]) => {
    if (chosen.length === 0) return
    if (!canAttach) return setProblem(t('conversation.composer.noAttachments'))
    const { files, refusal } = addFiles(draft.files, chosen)
    changeDraft(id, { files })
    if (refusal === null) return setProblem(null)
    setProblem(
      refusal.reason === 'too-many'
        ? t('conversation.composer.tooMany', { count: MAX_FILES })
        : t('conversation.composer.tooBig', { name: refusal.name, size: formatBytes(MAX_FILE_BYTES, i18n.language) }),
    )
  }

  return (
    <section
      ref={frame}
      onDragOver={event => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={event => {
        event.preventDefault()
        setIsOver(false)
        take([...event.dataTransfer.files])
      }}
      className={classes(
        '@container relative scroll-mb-4 rounded-lg border bg-raised shadow-soft transition-colors focus-within:border-accent focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent',
        isOver ? 'border-accent' : 'border-line-strong/60',
      )}
    >
      <textarea
        ref={box}
        dir="auto"
        value={draft.text}
        aria-label={t('conversation.composer.label')}
        placeholder={t('conversation.composer.placeholder', { name: contactName || address })}
        onChange={event => write(event.target.value)}
        onPaste={event => {
          const files = pastedFiles(event.clipboardData)
          if (files.length === 0) return
          event.preventDefault()
          take(files)
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) sendNow()
        }}
        className={classes(
          'field-sizing-content block max-h-[40dvh] w-full resize-none rounded-t-lg bg-transparent px-3.5 pt-2.5 pb-1 text-[0.875rem] leading-[1.55] outline-none',
          compact ? 'min-h-11' : 'min-h-18',
        )}
      />
      <FileChips
        files={draft.files}
        onRemove={file => changeDraft(id, { files: draft.files.filter(kept => kept !== file) })}
      />
      {problem !== null && (
        <p role="alert" className="px-3.5 pt-1 text-sm text-bad-ink">
          {problem}
        </p>
      )}
      <HelpStatus note={note} />
      {note !== null && (
        <HelpNote
          note={note}
          onStop={() => stopHelp(id)}
          onSwap={() => swapDraft(id)}
          onDismiss={() => {
            putNote(id, null)
            box.current?.focus()
          }}
        />
      )}
      {handler === 'assistant' && !isEmpty && (
        <p className="flex items-start gap-1.5 px-3.5 pt-1.5 text-xs text-ink-soft">
          <Sparkles aria-hidden className="mt-0.5 size-3 shrink-0 text-accent-ink" />
          {t('conversation.composer.takesOver')}
        </p>
      )}
      <footer className="flex items-center gap-1 px-2 pt-1 pb-2">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={event => {
            take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <IconButton
          size="small"
          label={t('conversation.composer.attach')}
          icon={<Paperclip aria-hidden />}
          disabled={!canAttach}
          onClick={() => picker.current?.click()}
        />
        <ComposerHelp
          conversationId={id}
          text={draft.text}
          language={language}
          offersSuggestion={!isSuggested}
          box={box}
          onWish={wish}
        />
        <p className="min-w-0 flex-1 truncate text-end text-xs text-ink-faint">
          {t(isMac ? 'conversation.composer.shortcutMac' : 'conversation.composer.shortcut')}
        </p>
        {draft.text.length > max * COUNT_FROM && (
          <span
            className={classes(
              'shrink-0 text-xs tabular-nums',
              isTooLong ? 'font-medium text-bad-ink' : 'text-ink-faint',
            )}
          >
            {formatNumber(max - draft.text.length, i18n.language)}
          </span>
        )}
        <Button
          size="small"
          variant="primary"
          icon={<Send aria-hidden />}
          busy={isSending}
          disabled={isEmpty || isTooLong || isHelped}
          onClick={sendNow}
        >
          {t('conversation.composer.send')}
        </Button>
      </footer>
      {isOver && (
        <div className="pointer-events-none absolute inset-0 flex items-center justify-center rounded-lg bg-accent-soft/95 font-medium text-accent-ink">
          {t('conversation.composer.dropHere')}
        </div>
      )}
    </section>
  )
}
