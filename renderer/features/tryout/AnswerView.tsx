import { CircleSlash, HandHelping, MessageCircleQuestion, MessageSquareReply } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '#contract/assistant.ts'
import { answerWords } from '#renderer/i18n/answerWords.ts'
import { AnswerPart } from '#renderer/ui/answer/AnswerPart.tsx'
import { CandidateList } from '#renderer/ui/answer/CandidateList.tsx'
import { CitationList } from '#renderer/ui/answer/CitationList.tsx'
import { ConfidenceBar } from '#renderer/ui/answer/ConfidenceBar.tsx'
import { EvidenceList } from '#renderer/ui/answer/EvidenceList.tsx'
import { PlaybookPath } from '#renderer/ui/answer/PlaybookPath.tsx'
import { ReadingView } from '#renderer/ui/answer/ReadingView.tsx'
import { StepList } from '#renderer/ui/answer/StepList.tsx'
import { Card } from '#renderer/ui/Card.tsx'

const looks = {
  reply: { Icon: MessageSquareReply, colours: 'bg-good-soft text-good-ink' },
  ask: { Icon: MessageCircleQuestion, colours: 'bg-accent-soft text-accent-ink' },
  handoff: { Icon: HandHelping, colours: 'bg-warning-soft text-warning-ink' },
  silent: { Icon: CircleSlash, colours: 'bg-sunken text-ink-soft' },
}
const CANDIDATES = 5

/** What the assistant would do with a question, and why. */
export function AnswerView({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const { Icon, colours } = looks[answer.action]
  const { reply, playbook, citations, confidence, threshold, evidence } = answer
  return (
    <Card flush>
      <div className={`flex items-start gap-2.5 rounded-t-lg px-5 py-3 ${colours}`}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0">
          <h2 className="font-semibold">{t(`tryout.outcome.${answer.action}`)}</h2>
          {answer.handoffReason && <p>{t(`handoffReason.${answer.handoffReason}`)}</p>}
        </div>
      </div>
      <div className="flex flex-col divide-y divide-line px-5 [&>*]:py-4">
        {reply === null ? (
          <p className="text-ink-soft">{t('tryout.noReply')}</p>
        ) : (
          <AnswerPart title={t('tryout.replyTitle')}>
            <blockquote
              dir="auto"
              className="max-w-[44rem] rounded-lg rounded-ss-sm border border-line bg-raised px-4 py-3 whitespace-pre-wrap text-ink wrap-anywhere"
            >
              {reply}
            </blockquote>
          </AnswerPart>
        )}
        {(playbook === null || citations.length > 0) && (
          <AnswerPart title={t('tryout.confidence')}>
            <ConfidenceBar confidence={confidence} threshold={threshold} words={answerWords} />
          </AnswerPart>
        )}
        {citations.length > 0 && (
          <AnswerPart title={t('answer.sources')}>
            <CitationList citations={citations} />
          </AnswerPart>
        )}
        {evidence.length > 0 && (
          <AnswerPart title={t('answer.evidence')}>
            <EvidenceList evidence={evidence} words={answerWords} />
          </AnswerPart>
        )}
        <Details answer={answer} />
      </div>
    </Card>
  )
}

function Details({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const { reading, playbook, steps, candidates } = answer
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-5 md:grid-cols-2">
      {reading !== null && (
        <AnswerPart title={t('reading.title')}>
          <ReadingView reading={reading} words={answerWords} />
        </AnswerPart>
      )}
      {playbook !== null && (
        <AnswerPart title={t('answer.playbook')}>
          <PlaybookPath playbook={playbook} />
        </AnswerPart>
      )}
      {steps.length > 0 && (
        <AnswerPart title={t('answer.steps')}>
          <StepList answer={answer} words={answerWords} />
        </AnswerPart>
      )}
      {candidates.length > 0 && (
        <AnswerPart title={t('answer.candidates')}>
          <CandidateList candidates={candidates.slice(0, CANDIDATES)} words={answerWords} />
        </AnswerPart>
      )}
    </div>
  )
}
