import { CircleHelp, Lightbulb, Pencil, Send, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Suggestion } from '#contract/assistant.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { useAnswer } from '#renderer/rpc/answerRecords.ts'
import { applyMessage, dropSuggestion } from './conversationStore.ts'
import { SourceChips } from './SourceChips.tsx'
import { useAct } from './useAct.ts'

export interface SuggestionCardProps {
  suggestion: Suggestion
  onWhy: (answerId: string) => void
}

/** A reply the assistant prepared: the owner sends it, changes it first, or puts it away. */
export function SuggestionCard({ suggestion, onWhy }: SuggestionCardProps) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { busy, act } = useAct()
  const [text, setText] = useState(suggestion.text)
  const [isEditing, setIsEditing] = useState(false)
  const drop = () => dropSuggestion(suggestion.conversationId, suggestion.id)

  const orGone = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (errorCode(error) === 'CHANNEL_REMOVED')
        return showToast({ tone: 'bad', text: t('conversation.composer.channelRemoved') })
      if (errorCode(error) === 'COUPON_GONE')
        return showToast({ tone: 'warning', text: t('conversation.suggestion.couponGone') })
      if (errorCode(error) !== 'NOT_FOUND') throw error
      drop()
      showToast({ tone: 'warning', text: t('conversation.suggestion.gone') })
    }
  }
  const approve = () =>
    act('approve', () =>
      orGone(async () => {
        const isEdited = text.trim() !== suggestion.text.trim()
        applyMessage(
          await rpc.conversation.approveSuggestion({ suggestionId: suggestion.id, text: isEdited ? text : undefined }),
        )
        drop()
      }),
    )
  const discard = () =>
    act('discard', () =>
      orGone(async () => {
        await rpc.conversation.discardSuggestion({ suggestionId: suggestion.id })
        drop()
      }),
    )

  return (
    <section
      aria-label={t('conversation.suggestion.title')}
      className="rounded-lg border border-accent/45 bg-raised shadow-soft"
    >
      <header className="flex items-center gap-2 px-3.5 pt-2.5">
        <Lightbulb aria-hidden className="size-4 text-accent-ink" />
        <h3 className="flex-1 text-sm font-semibold text-accent-ink">{t('conversation.suggestion.title')}</h3>
        <Button
          size="small"
          variant="ghost"
          icon={<CircleHelp aria-hidden />}
          onClick={() => onWhy(suggestion.answerId)}
        >
          {t('conversation.whyAnswer')}
        </Button>
      </header>
      {isEditing ? (
        <EditBox text={text} onChange={setText} onSend={() => void approve()} />
      ) : (
        <p
          dir="auto"
          className="max-h-[max(6rem,24dvh)] [@media(min-height:50rem)]:max-h-[34dvh] overflow-y-auto mask-b-from-[calc(100%-0.875rem)] px-3.5 pt-1 pb-3.5 text-[0.875rem] leading-[1.55] wrap-anywhere whitespace-pre-wrap"
        >
          {text}
        </p>
      )}
      <Sources answerId={suggestion.answerId} />
      <footer className="flex flex-wrap items-center gap-1.5 px-3 pt-1.5 pb-3">
        <Button
          data-approve
          size="small"
          variant="primary"
          icon={<Send aria-hidden />}
          busy={busy === 'approve'}
          disabled={busy !== null || text.trim() === ''}
          onClick={() => void approve()}
        >
          {t('conversation.suggestion.approve')}
        </Button>
        <Button
          size="small"
          icon={<Pencil aria-hidden />}
          disabled={busy !== null}
          onClick={() => setIsEditing(!isEditing)}
        >
          {t(isEditing ? 'conversation.suggestion.doneEditing' : 'conversation.suggestion.edit')}
        </Button>
        <Button
          size="small"
          variant="ghost"
          icon={<Trash2 aria-hidden />}
          busy={busy === 'discard'}
          disabled={busy !== null}
          onClick={() => void discard()}
        >
          {t('conversation.suggestion.discard')}
        </Button>
      </footer>
    </section>
  )
}

function EditBox({ text, onChange, onSend }: { text: string; onChange: (text: string) => void; onSend: () => void }) {
  const { t } = useTranslation()
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <textarea
      ref={box}
      dir="auto"
      value={text}
      maxLength={50_000}
      aria-label={t('conversation.suggestion.label')}
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
      }}
      className="mx-2 my-1 field-sizing-content max-h-72 min-h-24 w-[calc(100%-1rem)] resize-y rounded-md border border-line-strong/60 bg-surface px-2 py-1.5 text-[0.875rem] leading-[1.55]"
    />
  )
}

/** The shop's own words that the suggestion rests on. */
function Sources({ answerId }: { answerId: string }) {
  const answer = useAnswer(answerId)
  if (typeof answer === 'string' || answer.citations.length === 0) return null
  return (
    <div className="px-3.5 pb-1">
      <SourceChips citations={answer.citations} />
    </div>
  )
}
