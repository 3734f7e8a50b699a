import { NotebookPen, Sparkles } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '#contract/conversation.ts'
import { classes } from '#renderer/lib/classes.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { ComposerTools } from './ComposerTools.tsx'
import { FileChips } from './FileChips.tsx'
import { HelpNote } from './HelpNote.tsx'
import { HelpStatus } from './HelpStatus.tsx'
import { ModeSwitch } from './ModeSwitch.tsx'
import { Placeholders } from './Placeholders.tsx'
import { SnippetMenu } from './SnippetMenu.tsx'
import { pastedFiles } from './composerFiles.ts'
import { useConversations } from './conversationStore.ts'
import { changeDraft, draftOf, useDrafts, type Draft } from './draftStore.ts'
import { stopHelp, swapDraft, writeDraft } from './helpRun.ts'
import { putNote, textGone, useHelp, type HelpWish } from './helpStore.ts'
import { placeholdersIn } from './placeholders.ts'
import { useDraftBox } from './useDraftBox.ts'
import { useEndInView } from './useEndInView.ts'
import { useEscape } from './useEscape.ts'
import type { Reply, SendLater } from './useReply.ts'
import { useSnippetMenu } from './useSnippetMenu.ts'
import { useTellTyping } from './useTyping.ts'

/** What the main process takes in one reply or note. */
const LONGEST_NOTE = 20_000

export interface ComposerProps {
  conversation: Conversation
  reply: Reply
  /** What the contact writes in; `und` when nobody can tell. */
  language: string
  /** A suggestion of the assistant waits above. */
  isSuggested: boolean
  compact: boolean
  box: RefObject<HTMLTextAreaElement | null>
}

/** Where the owner writes: a reply, or a note for themselves. Ctrl or Command with Enter sends the one and saves the other. */
export function Composer({ conversation, reply, language, isSuggested, compact, box }: ComposerProps) {
  const { t } = useTranslation()
  const { id, contactName, address, handler, channelKind } = conversation
  const draft = useDrafts(state => draftOf(state, id))
  const isNote = draft.kind === 'note'
  const kind = useConversations(state => state.kinds.get(channelKind))
  const { problem, setProblem } = reply
  const rpc = useRpc()
  const note = useHelp(({ notes }) => notes.get(id) ?? null)
  const isHelped = note?.state === 'running'
  const frame = useRef<HTMLElement>(null)
  const menuId = useId()
  const noteLabelId = useId()
  const draftBox = useDraftBox(id, box)
  const snippets = useSnippetMenu(id, draftBox)
  const tellTyping = useTellTyping(id)
  /** What waits for the owner's word, as places in it are not filled in. */
  const [unfilled, setUnfilled] = useState<{ later: SendLater | null } | null>(null)
  useEscape(isHelped, () => stopHelp(id))
  useEndInView(frame, note !== null || draft.text !== '')
  const max = isNote ? LONGEST_NOTE : (kind?.maxTextLength ?? Infinity)

  const wish = (wanted: HelpWish) => {
    setProblem(null)
    box.current?.focus()
    void writeDraft(rpc, id, wanted)
  }
  const write = (text: string, caret: number) => {
    changeDraft(id, { text })
    if (text === '') textGone(id)
    snippets.look(text, caret)
    if (!isNote && text.trim() !== '') tellTyping()
  }
  const switchTo = (chosen: Draft['kind']) => {
    setProblem(null)
    changeDraft(id, { kind: chosen })
    box.current?.focus()
  }
  const finish = (later: SendLater | null = null) => {
    // What is being written is not checked yet.
    if (isHelped || draft.text.length > max) return
    if (isNote) return void reply.saveNote()
    if (placeholdersIn(draft.text).length > 0) return setUnfilled({ later })
    void reply.send(later)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || snippets.takesKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      finish()
    } else if (event.key === 'Escape' && !isHelped) box.current?.blur()
  }

  return (
    <section
      ref={frame}
      aria-label={t(isNote ? 'composer.noteLabel' : 'conversation.composer.label')}
      className={classes(
        '@container relative scroll-mb-4 rounded-lg border shadow-soft transition-colors focus-within:outline-2 focus-within:-outline-offset-1',
        isNote
          ? 'border-dashed border-warning-ink/60 bg-warning-soft focus-within:border-warning-ink focus-within:outline-warning-ink'
          : 'border-line-strong/60 bg-raised focus-within:border-accent focus-within:outline-accent',
      )}
    >
      {snippets.menu && (
        <SnippetMenu id={menuId} {...snippets.menu} onHover={snippets.hover} onChoose={snippets.choose} />
      )}
      <div className="flex min-h-8 items-center gap-2 px-2 pt-1.5">
        <ModeSwitch kind={draft.kind} onChange={switchTo} />
        {isNote && (
          <p
            id={noteLabelId}
            className="flex min-w-0 items-center gap-1.5 text-sm font-medium text-warning-ink [&_svg]:size-3.5 [&_svg]:shrink-0"
          >
            <NotebookPen aria-hidden />
            <span className="truncate">{t('composer.noteHint')}</span>
          </p>
        )}
      </div>
      <textarea
        ref={box}
        dir="auto"
        value={draft.text}
        aria-label={t(isNote ? 'composer.noteLabel' : 'conversation.composer.label')}
        aria-describedby={isNote ? noteLabelId : undefined}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={snippets.menu ? menuId : undefined}
        aria-activedescendant={snippets.menu ? `${menuId}-${snippets.menu.active}` : undefined}
        placeholder={
          isNote
            ? t('composer.notePlaceholder')
            : t('conversation.composer.placeholder', { name: contactName || address })
        }
        onChange={event => write(event.target.value, event.target.selectionStart)}
        onSelect={event => snippets.look(event.currentTarget.value, event.currentTarget.selectionStart)}
        onBlur={snippets.close}
        onPaste={event => {
          const files = pastedFiles(event.clipboardData)
          if (files.length === 0) return
          event.preventDefault()
          reply.take(files)
        }}
        onKeyDown={onKeyDown}
        className={classes(
          'field-sizing-content block max-h-[40dvh] w-full resize-none bg-transparent px-3.5 pt-1.5 pb-1 text-[0.875rem] leading-[1.55] outline-none',
          compact ? 'min-h-11' : 'min-h-16',
        )}
      />
      {!isNote && (
        <FileChips
          files={draft.files}
          onRemove={file => changeDraft(id, { files: draft.files.filter(kept => kept !== file) })}
        />
      )}
      <Placeholders text={draft.text} onPick={draftBox.select} />
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
      {!isNote && handler === 'assistant' && (draft.text.trim() !== '' || draft.files.length > 0) && (
        <p className="flex items-start gap-1.5 px-3.5 pt-1.5 text-xs text-ink-soft">
          <Sparkles aria-hidden className="mt-0.5 size-3 shrink-0 text-accent-ink" />
          {t('conversation.composer.takesOver')}
        </p>
      )}
      <ComposerTools
        conversationId={id}
        draft={draft}
        reply={reply}
        draftBox={draftBox}
        box={box}
        language={language}
        isSuggested={isSuggested}
        isHelped={isHelped}
        max={max}
        onSnippet={snippets.insertHere}
        onWish={wish}
        onFinish={finish}
      />
      <ConfirmDialog
        open={unfilled !== null}
        title={t('composer.unfilled.title')}
        body={t('composer.unfilled.body', {
          places: placeholdersIn(draft.text)
            .map(({ name }) => `{${name}}`)
            .join(', '),
        })}
        confirmLabel={t('composer.unfilled.confirm')}
        onConfirm={() => {
          const later = unfilled?.later ?? null
          setUnfilled(null)
          void reply.send(later)
        }}
        onClose={() => setUnfilled(null)}
      />
    </section>
  )
}
