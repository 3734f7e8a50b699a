import { useTranslation } from 'react-i18next'
import type { Candidate } from '#contract/assistant.ts'
import type { AnswerWords } from '#renderer/lib/answerWords.ts'
import { MatchBar } from '../MatchBar.tsx'

/** What the assistant looked at, each measured by the best one. */
export function CandidateList({ candidates, words }: { candidates: readonly Candidate[]; words: AnswerWords }) {
  const { t } = useTranslation()
  const bestScore = Math.max(...candidates.map(({ score }) => score))
  return (
    <ol className="flex flex-col gap-1.5">
      {candidates.map(({ entryId, question, score }) => {
        const share = bestScore > 0 ? Math.max(0, score / bestScore) : 0
        return (
          <li key={entryId} className="flex items-center justify-between gap-3 text-sm">
            <span dir="auto" className="min-w-0 text-ink wrap-anywhere">
              {question}
            </span>
            <MatchBar share={share} label={t('answer.match', { share: words.percent(share) })} />
          </li>
        )
      })}
    </ol>
  )
}
