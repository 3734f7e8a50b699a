import { useTranslation } from 'react-i18next'
import type { Fact } from '#contract/understanding.ts'

/** What is known, each with where it comes from. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation()
  return (
    <dl className="grid grid-cols-[minmax(4.5rem,auto)_1fr] gap-x-4 gap-y-1 text-sm">
      {facts.map(({ name, value, quote, source }) => (
        <div key={`${name} ${value}`} className="contents">
          <dt className="text-ink-faint">{t(`reading.fact.${name}`)}</dt>
          <dd
            className="text-ink wrap-anywhere"
            title={quote === '' ? undefined : t('reading.quote', { words: quote })}
          >
            <bdi>{value}</bdi>
            <span className="text-xs text-ink-faint"> · {t(`reading.factSource.${source}`)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
