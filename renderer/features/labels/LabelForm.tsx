import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Check } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Label, LabelColor } from '#contract/label.ts'
import { labelColorSchema } from '#contract/label.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { LabelChip, LabelSwatch } from '#renderer/ui/LabelChip.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

export interface LabelFormProps {
  start: Pick<Label, 'name' | 'color'>
  saveLabel: string
  /** What is wrong, in words; null when it was kept. */
  onSave: (name: string, color: LabelColor) => Promise<string | null>
  onCancel: () => void
}

/** Name and colour of one label, with a look at it. */
export function LabelForm({ start, saveLabel, onSave, onCancel }: LabelFormProps) {
  const { t } = useTranslation()
  const colorsId = useId()
  const [name, setName] = useState(start.name)
  const [color, setColor] = useState(start.color)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const save = async () => {
    if (name.trim() === '') return setProblem(t('common.required'))
    setIsSaving(true)
    setProblem(await onSave(name.trim(), color))
    setIsSaving(false)
  }
  return (
    <form
      className="flex flex-col gap-3 rounded-lg bg-sunken/60 p-3.5"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel()
      }}
    >
      <TextField
        label={t('labels.manage.name')}
        value={name}
        onChange={setName}
        error={problem}
        maxLength={40}
        autoFocus
      />
      <div className="flex flex-col gap-1">
        <span id={colorsId} className="text-sm font-medium text-ink">
          {t('labels.manage.color')}
        </span>
        <RadioGroup
          aria-labelledby={colorsId}
          value={color}
          onValueChange={value => setColor(labelColorSchema.parse(value))}
          className="flex flex-wrap gap-1.5"
        >
          {labelColorSchema.options.map(option => (
            <Radio.Root
              key={option}
              value={option}
              aria-label={t(`labels.colors.${option}`)}
              title={t(`labels.colors.${option}`)}
              className="cursor-pointer rounded-full"
            >
              <LabelSwatch color={option}>{option === color && <Check aria-hidden className="size-4" />}</LabelSwatch>
            </Radio.Root>
          ))}
        </RadioGroup>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <LabelChip label={{ name: name.trim() || t('labels.manage.sample'), color }} />
        <span className="flex gap-2">
          <Button size="small" variant="ghost" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button size="small" type="submit" variant="primary" busy={isSaving}>
            {saveLabel}
          </Button>
        </span>
      </div>
    </form>
  )
}
