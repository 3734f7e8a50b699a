import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '#renderer/lib/labels.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { LabelChip } from '#renderer/ui/LabelChip.tsx'
import { LabelPicker } from '#renderer/ui/LabelPicker.tsx'

export interface ContactLabelsProps {
  labelIds: readonly string[]
  onChange: (labelIds: string[]) => void
}

/** The labels that this person carries, in the owner's order. */
export function ContactLabels({ labelIds, onChange }: ContactLabelsProps) {
  const { t } = useTranslation()
  const { list } = useLabels()
  const toggle = (id: string, on: boolean) => onChange([...labelIds.filter(known => known !== id), ...(on ? [id] : [])])
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <h3 className="me-1 text-sm font-semibold text-ink-soft">{t('contacts.labels')}</h3>
      {list
        .filter(({ id }) => labelIds.includes(id))
        .map(label => (
          <LabelChip key={label.id} label={label} onRemove={() => toggle(label.id, false)} />
        ))}
      <LabelPicker
        chosen={labelIds}
        onToggle={toggle}
        trigger={<IconButton size="small" label={t('contacts.addLabel')} icon={<Plus aria-hidden />} />}
      />
    </div>
  )
}
