import { LibraryBig, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#contract/knowledge.ts'
import { formatNumber, formatShortDate } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { classes } from '#renderer/lib/classes.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { FormatIcon } from './FormatIcon.tsx'
import { useSourceName } from './useSourceName.ts'

export interface SourceListProps {
  sources: readonly Source[]
  total: number
  /** Null: all entries. */
  selectedId: string | null
  now: Date
  onSelect: (id: string | null) => void
  onDelete: (source: Source) => void
}

export function SourceList({ sources, total, selectedId, now, onSelect, onDelete }: SourceListProps) {
  const { t } = useTranslation()
  const nameOf = useSourceName()
  const language = currentLanguage()
  const count = (value: number) =>
    t('knowledge.sources.entries', { count: value, formatted: formatNumber(value, language) })
  return (
    <nav aria-label={t('knowledge.sources.title')}>
      <h2 className="px-2.5 pb-2 text-sm font-semibold text-ink-soft">{t('knowledge.sources.title')}</h2>
      <ul className="flex flex-col gap-0.5 overflow-y-auto max-lg:max-h-56">
        <SourceRow
          icon={<LibraryBig aria-hidden className="size-4 shrink-0 text-ink-soft" />}
          name={t('knowledge.sources.all')}
          note={count(total)}
          isSelected={selectedId === null}
          onSelect={() => onSelect(null)}
        />
        {sources.map(source => {
          const date = formatShortDate(source.importedAt, now, language)
          const when = t(source.format === 'manual' ? 'knowledge.sources.writtenAt' : 'knowledge.sources.importedAt', {
            date,
          })
          return (
            <SourceRow
              key={source.id}
              icon={<FormatIcon format={source.format} />}
              name={nameOf(source)}
              note={`${count(source.entryCount)} · ${when}`}
              isSelected={selectedId === source.id}
              onSelect={() => onSelect(source.id)}
              action={
                <IconButton
                  size="small"
                  label={t('knowledge.sources.delete', { name: nameOf(source) })}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => onDelete(source)}
                />
              }
            />
          )
        })}
      </ul>
    </nav>
  )
}

interface SourceRowProps {
  icon: ReactNode
  name: string
  note: string
  isSelected: boolean
  onSelect: () => void
  action?: ReactNode
}

function SourceRow({ icon, name, note, isSelected, onSelect, action }: SourceRowProps) {
  return (
    <li
      className={classes(
        'group flex items-center gap-1 rounded-md pe-1',
        isSelected ? 'bg-selected' : 'hover:bg-sunken/70',
      )}
    >
      <button
        type="button"
        aria-current={isSelected ? 'true' : undefined}
        onClick={onSelect}
        className="flex min-w-0 flex-1 items-start gap-2.5 rounded-md px-2.5 py-2 text-start"
      >
        <span className="mt-0.5">{icon}</span>
        <span className="min-w-0 flex-1">
          <span className={classes('block truncate text-base text-ink', isSelected && 'font-semibold')} title={name}>
            {name}
          </span>
          <span className="block text-sm text-ink-faint">{note}</span>
        </span>
      </button>
      {action}
    </li>
  )
}
