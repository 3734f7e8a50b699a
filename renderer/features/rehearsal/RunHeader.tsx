import { GitCompareArrows, Play, Save, Square } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RehearsalRun, RehearsalSet } from '#contract/rehearsal.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { openRun } from './rehearsalStore.ts'
import { runTime } from './runTime.ts'
import { SaveSetDialog } from './SaveSetDialog.tsx'
import type { RehearsalActions } from './useRehearsalActions.ts'

export interface RunHeaderProps {
  set: RehearsalSet
  run: RehearsalRun | null
  /** Of this set, newest first. */
  runs: readonly RehearsalRun[]
  busy: string | null
  actions: RehearsalActions
}

/** Which set and which of its runs, and what can be done with them. */
export function RunHeader({ set, run, runs, busy, actions }: RunHeaderProps) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const [isSaving, setIsSaving] = useState(false)
  const timeOf = ({ startedAt }: RehearsalRun) => runTime(startedAt, now, i18n.language)
  const others = runs.filter(other => other.id !== run?.id && other.state !== 'running')
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-5 pt-4 pb-3">
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="truncate text-lg font-semibold">
          <bdi>{set.name}</bdi>
        </h2>
        <p className="text-sm text-ink-faint tabular-nums">
          {t('rehearsal.sets.count', { count: set.caseCount })}
          {run && ` · ${t('rehearsal.run.started', { time: timeOf(run) })}`}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {run && runs.length > 1 && (
          <div className="w-40">
            <Select
              hideLabel
              label={t('rehearsal.run.choose')}
              value={run.id}
              onChange={openRun}
              options={runs.map(one => ({ value: one.id, label: timeOf(one) }))}
            />
          </div>
        )}
        {run && run.state !== 'running' && others.length > 0 && (
          <Menu
            trigger={<Button icon={<GitCompareArrows aria-hidden />}>{t('rehearsal.run.compare')}</Button>}
            items={others.map(other => ({
              label: timeOf(other),
              hint: `${other.tally.replied} / ${other.tally.total}`,
              onSelect: () => void actions.compare(...inOrder(other, run)),
            }))}
          />
        )}
        <Button icon={<Save aria-hidden />} onClick={() => setIsSaving(true)}>
          {t(set.saved ? 'rehearsal.run.rename' : 'rehearsal.run.save')}
        </Button>
        {run?.state === 'running' ? (
          <Button icon={<Square aria-hidden />} busy={busy === 'stop'} onClick={() => void actions.stop(run.id)}>
            {t('rehearsal.run.stop')}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon={<Play aria-hidden />}
            busy={busy === 'run'}
            onClick={() => void actions.run(set.id)}
          >
            {t(run ? 'rehearsal.run.again' : 'rehearsal.start')}
          </Button>
        )}
      </div>
      {isSaving && (
        <SaveSetDialog
          title={t(set.saved ? 'rehearsal.run.rename' : 'rehearsal.run.saveTitle')}
          name={set.name}
          isBusy={busy === 'save'}
          onClose={() => setIsSaving(false)}
          onSave={name => void actions.save(set.id, name).then(isSaved => isSaved && setIsSaving(false))}
        />
      )}
    </header>
  )
}

/** The older run is what it was before. */
function inOrder(one: RehearsalRun, other: RehearsalRun): [string, string] {
  return one.startedAt <= other.startedAt ? [one.id, other.id] : [other.id, one.id]
}
