import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CheckTone, HealthCheck } from '#domain/health/checks.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { classes } from '#renderer/lib/classes.ts'
import type { Page } from '#renderer/lib/route.ts'
import { hrefOf } from '#renderer/lib/route.ts'

const icons = { good: CircleCheck, neutral: Info, warning: TriangleAlert, bad: CircleAlert }
const colors: Record<CheckTone, string> = {
  good: 'text-good-ink',
  neutral: 'text-ink-faint',
  warning: 'text-warning-ink',
  bad: 'text-bad-ink',
}

/** Where something can be done about it. */
const places: Partial<Record<HealthCheck['id'], Page>> = {
  channels: 'channels',
  outbox: 'inbox',
  index: 'knowledge',
  writing: 'models',
  searching: 'models',
}

/** One thing that works or does not: a mark, a sentence, and where to go when it does not. */
export function CheckRow({ check: { id, tone, state, count } }: { check: HealthCheck }) {
  const { t, i18n } = useTranslation()
  const Icon = icons[tone]
  const place = places[id]
  const words = { count, number: formatNumber(count, i18n.language) }
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2.5 first:pt-0 last:pb-0">
      <Icon aria-hidden className={classes('mt-0.5 size-4 shrink-0', colors[tone])} />
      <div className="min-w-0 flex-1 basis-56">
        <h3 className="text-base font-medium">
          {t(`health.name.${id}`)}
          <span className="sr-only">: {t(`health.tone.${tone}`)}</span>
        </h3>
        <p className="text-sm text-ink-soft wrap-anywhere">{t(`health.state.${state}`, words)}</p>
      </div>
      {place && (tone === 'bad' || tone === 'warning') && (
        <a href={hrefOf(place)} className="text-sm font-medium text-accent-ink underline underline-offset-2">
          {t('health.goThere')}
        </a>
      )}
    </li>
  )
}
