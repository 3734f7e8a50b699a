import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { filterChange, useFilterFields } from './filterOptions.ts'
import { clearFilter, filterBy } from './inboxStore.ts'

/** What is left out, always in view while anything is. */
export function FilterChips() {
  const { t } = useTranslation()
  const chips = useFilterFields([]).flatMap(({ name, value, options }) => {
    const chosen = options.find(option => option.value === value)
    // A channel or label that is gone still empties the list, so it is named as what it is.
    return value === null ? [] : [{ name, label: chosen?.label ?? t(`inbox.filter.fields.${name}`) }]
  })
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('inbox.filter.active')} className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ name, label }) => (
        <li key={name} className="flex min-w-0">
          <button
            type="button"
            aria-label={t('inbox.filter.remove', { name: label })}
            onClick={() => filterBy(filterChange(name, null))}
            className="inline-flex h-6 max-w-56 min-w-0 items-center gap-1 rounded-full bg-accent-soft ps-2.5 pe-2 text-xs font-medium text-accent-ink hover:bg-selected"
          >
            <bdi className="truncate">{label}</bdi>
            <X aria-hidden className="size-3 shrink-0" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          onClick={clearFilter}
          className="h-6 rounded-md px-1.5 text-xs font-medium text-ink-soft underline-offset-2 hover:text-ink hover:underline"
        >
          {t('inbox.filter.clear')}
        </button>
      </li>
    </ul>
  )
}
