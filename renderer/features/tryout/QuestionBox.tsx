import { MessageCircleQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'

export const MAX_QUESTION = 4000

export interface QuestionBoxProps {
  question: string
  isAsking: boolean
  samples: readonly string[] | null
  onType: (question: string) => void
  onAsk: (question: string) => void
}

/** Enter asks; Shift+Enter starts a new line. */
export function QuestionBox({ question, isAsking, samples, onType, onAsk }: QuestionBoxProps) {
  const { t } = useTranslation()
  const canAsk = question.trim() !== '' && question.length <= MAX_QUESTION && !isAsking
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={event => {
        event.preventDefault()
        if (canAsk) onAsk(question)
      }}
      onKeyDown={event => {
        const isPlainEnter = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing
        if (!isPlainEnter || !(event.target instanceof HTMLTextAreaElement)) return
        event.preventDefault()
        if (canAsk) onAsk(question)
      }}
    >
      <TextArea
        label={t('tryout.question')}
        placeholder={t('tryout.placeholder')}
        value={question}
        onChange={onType}
        rows={2}
        error={question.length > MAX_QUESTION ? t('tryout.tooLong', { max: MAX_QUESTION }) : undefined}
      />
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-80">
          {samples !== null && samples.length > 0 && (
            <>
              <p className="pb-1.5 text-sm text-ink-faint">{t('tryout.samples')}</p>
              <ul className="flex flex-wrap gap-1.5">
                {samples.map(sample => (
                  <li key={sample} className="max-w-full">
                    <button
                      type="button"
                      dir="auto"
                      disabled={isAsking}
                      onClick={() => onAsk(sample)}
                      className="max-w-full truncate rounded-full border border-line bg-raised px-3 py-1 text-sm text-ink-soft transition-colors hover:border-line-strong hover:text-ink disabled:opacity-55"
                    >
                      {sample}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          {samples?.length === 0 && <p className="text-sm text-ink-soft">{t('tryout.noKnowledge')}</p>}
        </div>
        <Button
          type="submit"
          variant="primary"
          icon={<MessageCircleQuestion aria-hidden />}
          busy={isAsking}
          disabled={!canAsk}
        >
          {t(isAsking ? 'tryout.asking' : 'tryout.ask')}
        </Button>
      </div>
    </form>
  )
}
