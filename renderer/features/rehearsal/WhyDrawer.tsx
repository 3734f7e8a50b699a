import { useTranslation } from 'react-i18next'
import type { RehearsalResult, RehearsalVerdict } from '#contract/rehearsal.ts'
import { answerWords } from '#renderer/i18n/answerWords.ts'
import { useAnswer } from '#renderer/rpc/answerRecords.ts'
import { AnswerRecord } from '#renderer/ui/answer/AnswerRecord.tsx'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { VerdictButtons } from './VerdictButtons.tsx'

export interface WhyDrawerProps {
  result: RehearsalResult
  onMark: (verdict: RehearsalVerdict | null) => void
  onClose: () => void
}

/** Everything that led to one outcome, and whether it is the right one. */
export function WhyDrawer({ result, onMark, onClose }: WhyDrawerProps) {
  const { t } = useTranslation()
  const answer = useAnswer(result.answerId)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('rehearsal.why.title')}
      place="side"
      footer={
        <>
          <span className="me-auto text-sm text-ink-soft">{t('rehearsal.why.mark')}</span>
          <VerdictButtons large text={result.text} verdict={result.verdict} onMark={onMark} />
        </>
      }
    >
      {answer === 'failed' && <Banner tone="bad">{t('rehearsal.why.failed')}</Banner>}
      {answer === 'loading' && <Skeleton className="h-80 w-full" />}
      {typeof answer !== 'string' && <AnswerRecord answer={answer} words={answerWords} withReply />}
    </Dialog>
  )
}
