import { ArrowRight, Equal, TrendingDown, TrendingUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Virtualizer } from 'virtua'
import type { ComparedResult, Comparison, RehearsalResult } from '#contract/rehearsal.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { looks } from './outcomes.tsx'
import { Outcome } from './ResultRow.tsx'
import { runTime } from './runTime.ts'

export interface CompareViewProps {
  comparison: Comparison
  onOpen: (result: RehearsalResult) => void
  onClose: () => void
}

/** What changed between two runs of one set: what got worse first. */
export function CompareView({ comparison, onOpen, onClose }: CompareViewProps) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const { before, after, changed, better, worse } = comparison
  const open = changed.length - better - worse
  const time = (date: Date) => runTime(date, now, i18n.language)
  return (
    <section aria-label={t('rehearsal.compare.title')} className="border-t border-line">
      <div className="flex items-start gap-3 px-5 pt-3.5 pb-3">
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <h3 className="font-semibold">{t('rehearsal.compare.title')}</h3>
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft tabular-nums">
            {t('rehearsal.compare.before', { time: time(before.startedAt) })}
            <ArrowRight aria-hidden className="size-3.5 rtl:-scale-x-100" />
            {t('rehearsal.compare.after', { time: time(after.startedAt) })}
          </p>
          <div className="flex flex-wrap gap-1.5">
            {worse > 0 && (
              <Badge tone="bad" icon={<TrendingDown aria-hidden />}>
                {t('rehearsal.compare.worse', { count: worse })}
              </Badge>
            )}
            {better > 0 && (
              <Badge tone="good" icon={<TrendingUp aria-hidden />}>
                {t('rehearsal.compare.better', { count: better })}
              </Badge>
            )}
            {open > 0 && <Badge tone="neutral">{t('rehearsal.compare.open', { count: open })}</Badge>}
          </div>
        </div>
        <IconButton label={t('rehearsal.compare.close')} icon={<X aria-hidden />} onClick={onClose} />
      </div>
      {changed.length === 0 ? (
        <p className="flex items-center justify-center gap-2 border-t border-line px-5 py-10 text-ink-soft">
          <Equal aria-hidden className="size-4" />
          {t('rehearsal.compare.nothing')}
        </p>
      ) : (
        <div className="max-h-[max(22rem,calc(100dvh-24rem))] overflow-y-auto border-t border-line">
          <Virtualizer as="ul" item="li" data={changed}>
            {pair => <Pair key={pair.after.caseId} pair={pair} onOpen={onOpen} />}
          </Virtualizer>
        </div>
      )}
    </section>
  )
}

function Pair({ pair, onOpen }: { pair: ComparedResult; onOpen: (result: RehearsalResult) => void }) {
  const { t } = useTranslation()
  const { before, after } = pair
  return (
    <div className="flex flex-col gap-1.5 border-b border-line px-5 py-2.5">
      <div className="flex items-start gap-3">
        <p dir="auto" className="line-clamp-2 min-w-0 flex-1 text-base wrap-anywhere">
          {after.text}
        </p>
        <Turn pair={pair} />
      </div>
      <div className="grid grid-cols-1 gap-x-4 gap-y-1.5 sm:grid-cols-2">
        <Side title={t('rehearsal.compare.was')} result={before} onOpen={onOpen} />
        <Side title={t('rehearsal.compare.is')} result={after} onOpen={onOpen} />
      </div>
    </div>
  )
}

function Turn({ pair: { before, after } }: { pair: ComparedResult }) {
  const { t } = useTranslation()
  if (before.verdict === 'right' && after.verdict === 'wrong') {
    return (
      <Badge tone="bad" icon={<TrendingDown aria-hidden />}>
        {t('rehearsal.compare.gotWorse')}
      </Badge>
    )
  }
  if (before.verdict === 'wrong' && after.verdict === 'right') {
    return (
      <Badge tone="good" icon={<TrendingUp aria-hidden />}>
        {t('rehearsal.compare.gotBetter')}
      </Badge>
    )
  }
  return <Badge tone="neutral">{t('rehearsal.compare.changed')}</Badge>
}

interface SideProps {
  title: ReactNode
  result: RehearsalResult
  onOpen: (result: RehearsalResult) => void
}

function Side({ title, result, onOpen }: SideProps) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      onClick={() => onOpen(result)}
      className="flex min-w-0 items-start gap-2 rounded-md bg-sunken/60 px-2.5 py-1.5 text-start hover:bg-sunken"
    >
      <span className="w-12 shrink-0 pt-0.5 text-xs text-ink-soft">{title}</span>
      <span className="min-w-0 flex-1">
        <Badge tone={looks[result.action].tone} icon={looks[result.action].icon}>
          {t(`rehearsal.action.${result.action}`)}
        </Badge>
        <span className="mt-1 line-clamp-3 text-sm text-ink-soft wrap-anywhere">
          <Outcome result={result} />
        </span>
      </span>
    </button>
  )
}
