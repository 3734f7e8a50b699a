import { useTranslation } from 'react-i18next'
import { textAt } from '#renderer/i18n/textAt.ts'
import { Banner } from '#renderer/ui/Banner.tsx'

export interface Outcome {
  added: number
  updated: number
  badRows: readonly { line: number; problem: string }[]
}

const SHOWN = 50

/** What became of the rows of a file. */
export function SolutionOutcome({ outcome, formatted }: { outcome: Outcome; formatted: (count: number) => string }) {
  const { t } = useTranslation()
  const { added, updated, badRows } = outcome
  return (
    <>
      <Banner tone={added + updated > 0 ? 'good' : 'warning'}>
        {t('playbooks.solutions.done', { added: formatted(added), updated: formatted(updated) })}
      </Banner>
      {badRows.length > 0 && (
        <section>
          <h3 className="pb-1.5 text-sm font-medium text-warning-ink">
            {t('playbooks.solutions.leftOut', { count: badRows.length, formatted: formatted(badRows.length) })}
          </h3>
          <ul className="flex max-h-60 flex-col gap-1.5 overflow-y-auto">
            {badRows.slice(0, SHOWN).map(({ line, problem }) => (
              <li key={`${line}-${problem}`} className="grid grid-cols-[5.5rem_1fr] gap-x-3 text-sm">
                <span className="text-ink-faint tabular-nums">
                  {t('playbooks.problems.line', { line: formatted(line) })}
                </span>
                <span className="text-ink wrap-anywhere">
                  {textAt(['playbooks', 'solutions', 'problem', problem]) ?? problem}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
