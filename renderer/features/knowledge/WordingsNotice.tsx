import { ListChecks, Square } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { stopSuggesting } from './wordingsRun.ts'
import { forgetProposals, useWordings } from './wordingsStore.ts'
import { WordingsReview } from './WordingsReview.tsx'

/** How far other ways to ask are thought of for imported entries, and the way to look at them; nothing when there are none. */
export function WordingsNotice() {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { running, proposals, isCutOff } = useWordings()
  const [isOpen, setIsOpen] = useState(false)
  if (running === null && proposals.length === 0 && !isCutOff) return null
  const ready = t('knowledge.wordings.ready', {
    count: proposals.length,
    formatted: formatNumber(proposals.length, language),
  })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-5 py-3.5 shadow-soft">
      <div className="min-w-0 flex-1">
        {running === null ? (
          <p className="text-sm text-ink-soft">{isCutOff ? t('knowledge.wordings.cutOff') : ready}</p>
        ) : (
          <Progress
            value={running.done}
            max={running.total}
            label={t('knowledge.wordings.running', {
              done: formatNumber(running.done, language),
              total: formatNumber(running.total, language),
            })}
          />
        )}
        {(running !== null || isCutOff) && proposals.length > 0 && (
          <p className="mt-1.5 text-sm text-ink-faint">{ready}</p>
        )}
      </div>
      {running !== null && (
        <Button size="small" variant="ghost" icon={<Square aria-hidden />} onClick={stopSuggesting}>
          {t('knowledge.wordings.stop')}
        </Button>
      )}
      {running === null && (
        <Button size="small" variant="ghost" onClick={forgetProposals}>
          {t('knowledge.wordings.forget')}
        </Button>
      )}
      {proposals.length > 0 && (
        <Button size="small" icon={<ListChecks aria-hidden />} onClick={() => setIsOpen(true)}>
          {t('knowledge.wordings.review')}
        </Button>
      )}
      {isOpen && <WordingsReview onClose={() => setIsOpen(false)} />}
    </div>
  )
}
