import { NotebookPen, Paperclip } from 'lucide-react'
import { useRef } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '#contract/snippet.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { classes } from '#renderer/lib/classes.ts'
import { isApple } from '#renderer/lib/keys.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ComposerHelp } from './ComposerHelp.tsx'
import { EmojiButton } from './EmojiButton.tsx'
import { SendButton } from './SendButton.tsx'
import { SnippetButton } from './SnippetButton.tsx'
import type { Draft } from './draftStore.ts'
import type { HelpWish } from './helpStore.ts'
import type { DraftBox } from './useDraftBox.ts'
import type { Reply, SendLater } from './useReply.ts'

/** Characters left are shown only when they begin to matter. */
const COUNT_FROM = 0.8

export interface ComposerToolsProps {
  conversationId: string
  draft: Draft
  reply: Reply
  draftBox: DraftBox
  box: RefObject<HTMLTextAreaElement | null>
  language: string
  isSuggested: boolean
  /** The assistant writes into the box right now. */
  isHelped: boolean
  /** Characters. */
  max: number
  onSnippet: (snippet: Snippet) => void
  onWish: (wish: HelpWish) => void
  /** Sends, or saves a note. */
  onFinish: (later?: SendLater | null) => void
}

/** Below the box: what can be put into it, and the way out. */
export function ComposerTools({ draft, reply, draftBox, box, max, onFinish, ...props }: ComposerToolsProps) {
  const { t, i18n } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const isNote = draft.kind === 'note'
  const isEmpty = draft.text.trim() === '' && (isNote || draft.files.length === 0)
  const left = max - draft.text.length
  return (
    <footer className="flex flex-wrap items-center justify-end gap-1 px-2 pt-1 pb-2">
      <div className="flex min-w-0 flex-1 items-center gap-0.5">
        {!isNote && (
          <>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={event => {
                reply.take([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
            <IconButton
              size="small"
              label={t(reply.canAttach ? 'conversation.composer.attach' : 'conversation.composer.noAttachments')}
              icon={<Paperclip aria-hidden />}
              disabled={!reply.canAttach}
              onClick={() => picker.current?.click()}
            />
          </>
        )}
        <EmojiButton box={box} onPick={emoji => draftBox.replace(draftBox.selection(), emoji)} />
        <SnippetButton box={box} onPick={props.onSnippet} />
        {!isNote && (
          <ComposerHelp
            conversationId={props.conversationId}
            text={draft.text}
            language={props.language}
            offersSuggestion={!props.isSuggested}
            box={box}
            onWish={props.onWish}
          />
        )}
        <p className="hidden min-w-0 flex-1 truncate text-end text-xs text-ink-faint @md:block">{hint(isNote)}</p>
      </div>
      {left < max * (1 - COUNT_FROM) && (
        <span
          className={classes('shrink-0 text-xs tabular-nums', left < 0 ? 'font-medium text-bad-ink' : 'text-ink-faint')}
        >
          {formatNumber(left, i18n.language)}
        </span>
      )}
      {isNote ? (
        <Button
          size="small"
          icon={<NotebookPen aria-hidden />}
          busy={reply.isSending}
          disabled={isEmpty || left < 0}
          onClick={() => onFinish()}
        >
          {t('composer.saveNote')}
        </Button>
      ) : (
        <SendButton
          busy={reply.isSending}
          disabled={isEmpty || left < 0 || props.isHelped}
          onSend={() => onFinish()}
          onLater={onFinish}
        />
      )}
    </footer>
  )

  function hint(forNote: boolean): string {
    if (forNote) return t(isApple ? 'composer.noteShortcutMac' : 'composer.noteShortcut')
    return t(isApple ? 'conversation.composer.shortcutMac' : 'conversation.composer.shortcut')
  }
}
