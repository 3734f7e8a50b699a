import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RehearsalRun, RehearsalSet } from '#contract/rehearsal.ts'
import { classes } from '#renderer/lib/classes.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'

export interface SetListProps {
  sets: readonly RehearsalSet[]
  runs: readonly RehearsalRun[]
  openId: string | null
  onOpen: (id: string | null) => void
  onRemove: (set: RehearsalSet) => void
}

/** The shop's own test sets, and what was just tried. */
export function SetList({ sets, runs, openId, onOpen, onRemove }: SetListProps) {
  const { t } = useTranslation()
  const own = sets.filter(({ saved }) => saved)
  const recent = sets.filter(({ saved }) => !saved)
  const group = (title: string, members: readonly RehearsalSet[], help?: string) =>
    members.length > 0 && (
      <section>
        <h2 className="px-2.5 pb-1 text-sm font-semibold text-ink-soft">{title}</h2>
        <ul className="flex flex-col">
          {members.map(set => (
            <SetLine
              key={set.id}
              set={set}
              runCount={runs.filter(({ setId }) => setId === set.id).length}
              isOpen={set.id === openId}
              onOpen={() => onOpen(set.id)}
              onRemove={() => onRemove(set)}
            />
          ))}
        </ul>
        {help && <p className="px-2.5 pt-1 text-xs text-ink-faint">{help}</p>}
      </section>
    )
  return (
    <nav aria-label={t('rehearsal.sets.title')} className="flex flex-col gap-5">
      <Button
        icon={<Plus aria-hidden />}
        aria-current={openId === null || undefined}
        className="w-full"
        onClick={() => onOpen(null)}
      >
        {t('rehearsal.new')}
      </Button>
      {group(t('rehearsal.sets.own'), own)}
      {group(t('rehearsal.sets.recent'), recent, t('rehearsal.sets.recentHelp'))}
    </nav>
  )
}

interface SetLineProps {
  set: RehearsalSet
  runCount: number
  isOpen: boolean
  onOpen: () => void
  onRemove: () => void
}

function SetLine({ set: { name, caseCount }, runCount, isOpen, onOpen, onRemove }: SetLineProps) {
  const { t } = useTranslation()
  const runs = runCount === 0 ? t('rehearsal.sets.neverRun') : t('rehearsal.sets.runs', { count: runCount })
  return (
    <li
      className={classes(
        'group flex items-center rounded-md pe-1',
        isOpen ? 'bg-selected' : 'hover:bg-sunken focus-within:bg-sunken',
      )}
    >
      <button
        type="button"
        aria-current={isOpen || undefined}
        onClick={onOpen}
        className="min-w-0 flex-1 rounded-md px-2.5 py-1.5 text-start outline-offset-[-2px]"
      >
        <bdi className={classes('block truncate text-base text-ink', isOpen && 'font-medium')}>{name}</bdi>
        <span className="block truncate text-sm text-ink-faint tabular-nums">
          {t('rehearsal.sets.count', { count: caseCount })} · {runs}
        </span>
      </button>
      <IconButton
        size="small"
        label={t('rehearsal.sets.remove', { name })}
        icon={<Trash2 aria-hidden />}
        className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100"
        onClick={onRemove}
      />
    </li>
  )
}
