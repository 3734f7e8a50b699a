import { useTranslation } from 'react-i18next'
import { handoffReasonSchema } from '#contract/assistant.ts'
import { textIn } from '#domain/playbook/playbook.ts'
import type { RehearsalResult, RehearsalVerdict } from '#contract/rehearsal.ts'
import { answerWords } from '#renderer/i18n/answerWords.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { looks } from './outcomes.tsx'
import { VerdictButtons } from './VerdictButtons.tsx'

export interface ResultRowProps {
  result: RehearsalResult
  /** The row that the Tab key reaches. */
  inTabOrder: boolean
  onFocus: () => void
  onOpen: () => void
  onMark: (verdict: RehearsalVerdict | null) => void
}

/** One question and what came of it. */
export function ResultRow({ result, inTabOrder, onFocus, onOpen, onMark }: ResultRowProps) {
  const { t, i18n } = useTranslation()
  const { text, action, verdict, intent, playbookNames } = result
  const procedure = playbookNames && textIn(playbookNames, i18n.language.slice(0, 2))
  const about = [intent && answerWords.intent(intent), procedure].filter(Boolean).join(' · ')
  return (
    <div
      onFocus={onFocus}
      className="flex items-start gap-3 border-b border-line px-5 py-2.5 transition-colors focus-within:bg-selected hover:bg-sunken/60"
    >
      <span className="w-28 shrink-0 pt-px max-[699px]:w-auto">
        <Badge tone={looks[action].tone} icon={looks[action].icon}>
          {t(`rehearsal.action.${action}`)}
        </Badge>
      </span>
      <div className="min-w-0 flex-1">
        <button
          type="button"
          data-result={result.caseId}
          tabIndex={inTabOrder ? 0 : -1}
          onClick={onOpen}
          className="block w-full rounded-sm text-start text-base text-ink hover:underline"
        >
          <span className="sr-only">{t('rehearsal.results.why', { text: '' })}</span>
          <span dir="auto" className="line-clamp-2 wrap-anywhere">
            {text}
          </span>
        </button>
        <p className="mt-0.5 truncate text-sm text-ink-soft">
          <Outcome result={result} />
        </p>
        {about !== '' && <bdi className="block truncate text-xs text-ink-faint">{about}</bdi>}
      </div>
      <VerdictButtons text={text} verdict={verdict} inTabOrder={inTabOrder} onMark={onMark} />
    </div>
  )
}

/** The reply in one line, or why there is none. */
export function Outcome({ result: { reply, handoffReason } }: { result: RehearsalResult }) {
  const { t } = useTranslation()
  if (reply !== null) return <bdi>{reply.replaceAll(/\s+/g, ' ')}</bdi>
  const reason = handoffReasonSchema.safeParse(handoffReason)
  return reason.success ? t(`handoffReason.${reason.data}`) : t('rehearsal.results.noReply')
}
