import { useTranslation } from 'react-i18next'
import type { Answer, Replay } from '#contract/assistant.ts'
import type { AnswerWords } from '#renderer/lib/answerWords.ts'
import { AnswerPart } from './AnswerPart.tsx'
import { CandidateList } from './CandidateList.tsx'
import { CitationList } from './CitationList.tsx'
import { ConfidenceBar } from './ConfidenceBar.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { PlaybookPath } from './PlaybookPath.tsx'
import { ReadingView } from './ReadingView.tsx'
import { sourceNames } from './sourceNames.ts'
import { StepList } from './StepList.tsx'
import { WritingView } from './WritingView.tsx'

export interface AnswerRecordProps {
  answer: Answer
  words: AnswerWords
  /** Where the reply itself stands nowhere near. */
  withReply?: boolean
  /** For an answer that is kept: lets its model write it once more. */
  onWriteAgain?: () => Promise<Replay>
}

/** Everything that led to one decision of the assistant. */
export function AnswerRecord({ answer, words, withReply = false, onWriteAgain }: AnswerRecordProps) {
  const { t, i18n } = useTranslation()
  const { confidence, threshold, citations, candidates, steps, evidence, reading, playbook, reply, writing } = answer
  const language = words.language(answer.language) ?? t('answer.unknownLanguage')
  return (
    <div className="flex flex-col gap-5 pb-4">
      <AnswerPart title={t('answer.question')}>
        <p dir="auto" className="rounded-md bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-wrap">
          {answer.question}
        </p>
        <p className="text-sm text-ink-faint">{t('answer.language', { language })}</p>
      </AnswerPart>
      <AnswerPart title={t('answer.decision')}>
        <p className="font-medium">{t(`answer.action.${answer.action}`)}</p>
        {answer.handoffReason && (
          <p className="text-ink-soft">{t('answer.because', { reason: t(`handoffReason.${answer.handoffReason}`) })}</p>
        )}
      </AnswerPart>
      {withReply && reply !== null && (
        <AnswerPart title={t('answer.reply')}>
          <blockquote
            dir="auto"
            className="rounded-lg rounded-ss-sm border border-line bg-raised px-3 py-2 whitespace-pre-wrap wrap-anywhere"
          >
            {reply}
          </blockquote>
        </AnswerPart>
      )}
      {writing !== null && (
        <AnswerPart title={t('answer.writing.title')}>
          <WritingView
            writing={writing}
            sourceNames={sourceNames(answer, t, i18n.language)}
            words={words}
            onWriteAgain={onWriteAgain}
          />
        </AnswerPart>
      )}
      {reading !== null && (
        <AnswerPart title={t('reading.title')}>
          <ReadingView reading={reading} words={words} />
        </AnswerPart>
      )}
      {playbook !== null && (
        <AnswerPart title={t('answer.playbook')}>
          <PlaybookPath playbook={playbook} />
        </AnswerPart>
      )}
      {evidence.length > 0 && (
        <AnswerPart title={t('answer.evidence')}>
          <EvidenceList evidence={evidence} words={words} />
        </AnswerPart>
      )}
      {/* A procedure answers from records: how well an entry fits says nothing about it. */}
      {(playbook === null || citations.length > 0) && (
        <>
          <AnswerPart title={t('answer.confidence')}>
            <ConfidenceBar confidence={confidence} threshold={threshold} words={words} />
          </AnswerPart>
          <AnswerPart title={t('answer.sources')}>
            {citations.length === 0 ? (
              <p className="text-ink-soft">{t('answer.noSources')}</p>
            ) : (
              <CitationList citations={citations} />
            )}
          </AnswerPart>
        </>
      )}
      {candidates.length > 0 && (
        <AnswerPart title={t('answer.candidates')}>
          <CandidateList candidates={candidates} words={words} />
        </AnswerPart>
      )}
      {steps.length > 0 && (
        <AnswerPart title={t('answer.steps')}>
          <StepList answer={answer} words={words} />
        </AnswerPart>
      )}
      <p className="text-xs text-ink-faint">
        {t('answer.made', { assistant: answer.assistant, ms: words.number(Math.round(answer.ms)) })}
      </p>
    </div>
  )
}
