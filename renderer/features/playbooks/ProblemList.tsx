import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlaybookProblem } from '#contract/playbook.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { CheckedYaml } from './useCheckedYaml.ts'

export interface ProblemListProps {
  id: string
  checked: CheckedYaml
  onJump: (line: number) => void
}

/** What is wrong with the text, each with the way to its line. */
export function ProblemList({ id, checked: { state, problems }, onJump }: ProblemListProps) {
  const { t } = useTranslation()
  const language = currentLanguage()

  function head() {
    if (state === 'failed') return <span className="text-warning-ink">{t('playbooks.problems.notChecked')}</span>
    if (problems.length > 0) {
      return (
        <span className="flex items-center gap-1.5 font-medium text-bad-ink">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {t('playbooks.problems.count', {
            count: problems.length,
            formatted: formatNumber(problems.length, language),
          })}
        </span>
      )
    }
    if (state === 'stale') {
      return (
        <span className="flex items-center gap-1.5 text-ink-soft">
          <Spinner /> {t('playbooks.problems.checking')}
        </span>
      )
    }
    return (
      <span className="flex items-center gap-1.5 text-good-ink">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        {t('playbooks.problems.none')}
      </span>
    )
  }

  return (
    <section aria-label={t('playbooks.problems.title')} className="text-sm">
      <p id={id} role="status" className="flex min-h-6 items-center">
        {head()}
      </p>
      {problems.length > 0 && (
        <ul className="mt-1 flex max-h-40 flex-col gap-0.5 overflow-y-auto">
          {problems.map((found, position) => (
            <ProblemRow key={`${found.line}-${found.problem}-${position}`} found={found} onJump={onJump} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ProblemRow({ found, onJump }: { found: PlaybookProblem; onJump: (line: number) => void }) {
  const { t } = useTranslation()
  const { line, problem, detail } = found
  const words = textAt(['playbooks', 'problem', problem], { detail }) ?? problem
  if (line === null) return <li className="px-2 py-1 text-ink wrap-anywhere">{words}</li>
  return (
    <li>
      <button
        type="button"
        onClick={() => onJump(line)}
        className="grid w-full grid-cols-[4.5rem_1fr] gap-x-2 rounded-md px-2 py-1 text-start outline-offset-[-2px] hover:bg-sunken"
      >
        <span className="text-accent-ink tabular-nums underline">
          {t('playbooks.problems.line', { line: formatNumber(line, currentLanguage()) })}
        </span>
        <span className="text-ink wrap-anywhere">{words}</span>
      </button>
    </li>
  )
}
