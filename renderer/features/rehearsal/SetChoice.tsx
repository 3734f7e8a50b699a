import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RehearsalSet } from '#contract/rehearsal.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Select } from '#renderer/ui/Select.tsx'

export interface SetChoiceProps {
  sets: readonly RehearsalSet[]
  openId: string | null
  onOpen: (id: string | null) => void
  onRemove: (set: RehearsalSet) => void
}

const NONE = ''

/** The list of sets where there is no room for one beside the results. */
export function SetChoice({ sets, openId, onOpen, onRemove }: SetChoiceProps) {
  const { t } = useTranslation()
  const open = sets.find(({ id }) => id === openId)
  const ordered = [...sets.filter(({ saved }) => saved), ...sets.filter(({ saved }) => !saved)]
  const options = [
    ...(open ? [] : [{ value: NONE, label: t('rehearsal.sets.choose') }]),
    ...ordered.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <Select
          hideLabel
          label={t('rehearsal.sets.title')}
          value={open?.id ?? NONE}
          onChange={id => onOpen(id === NONE ? null : id)}
          options={options}
        />
      </div>
      {open && (
        <IconButton
          label={t('rehearsal.sets.remove', { name: open.name })}
          icon={<Trash2 aria-hidden />}
          onClick={() => onRemove(open)}
        />
      )}
      <Button icon={<Plus aria-hidden />} onClick={() => onOpen(null)}>
        {t('rehearsal.new')}
      </Button>
    </div>
  )
}
