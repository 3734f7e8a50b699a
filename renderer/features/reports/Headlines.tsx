import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Report } from '#contract/report.ts'
import { headlinesOf, type Headline } from '#domain/report/headlines.ts'
import { classes } from '#renderer/lib/classes.ts'
import { reportFormat } from './reportWords.ts'

/** The few numbers that most mornings are enough. */
export function Headlines({ report }: { report: Report }) {
  return (
    <dl className="grid grid-cols-2 gap-3 min-[900px]:grid-cols-4">
      {headlinesOf(report).map(headline => (
        <Tile key={headline.key} headline={headline} />
      ))}
    </dl>
  )
}

function Tile({ headline }: { headline: Headline }) {
  const { t } = useTranslation()
  const format = reportFormat()
  const { key, value, unit } = headline
  const help =
    key === 'firstReply' || key === 'resolution' || key === 'handoffWait' ? t(`reports.headlineHelp.${key}`) : undefined
  return (
    <div
      title={help}
      className="flex min-w-0 flex-col gap-0.5 rounded-lg border border-line bg-surface px-4 py-3 shadow-soft"
    >
      <dt className="text-sm text-ink-soft">{t(`reports.headline.${key}`)}</dt>
      <dd className={value === null ? 'text-base text-ink-faint' : 'text-xl font-semibold tracking-tight tabular-nums'}>
        {value === null ? t('reports.nothing') : format.value(value, unit)}
      </dd>
      <ChangeLine headline={headline} />
    </div>
  )
}

/** In words and with an arrow, not by colour alone. */
function ChangeLine({ headline }: { headline: Headline }) {
  const { t } = useTranslation()
  const format = reportFormat()
  const { change, before, unit } = headline
  if (before === null) return null
  const previous = <span className="text-ink-faint">{t('reports.before', { value: format.value(before, unit) })}</span>
  if (change === null) return <dd className="text-sm">{previous}</dd>
  const Icon = change.direction === 'same' ? Equal : change.direction === 'up' ? ArrowUp : ArrowDown
  const tone = change.isBetter === null ? 'text-ink-soft' : change.isBetter ? 'text-good-ink' : 'text-bad-ink'
  return (
    <dd className="flex flex-wrap items-center gap-x-2 text-sm">
      <span className={classes('inline-flex items-center gap-1 font-medium', tone)}>
        <Icon aria-hidden className="size-3.5" />
        {change.direction === 'same'
          ? t('reports.same')
          : `${format.change(headline, [t('reports.point'), t('reports.points')])}${change.isBetter === null ? '' : ` ${t(change.isBetter ? 'reports.better' : 'reports.worse')}`}`}
      </span>
      {change.direction !== 'same' && previous}
    </dd>
  )
}
