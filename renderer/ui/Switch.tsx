import { Field } from '@base-ui/react/field'
import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'

export interface SwitchProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  help?: ReactNode
  disabled?: boolean
  /** The label is read aloud but not shown. */
  hideLabel?: boolean
}

export function Switch({ label, checked, onChange, help, disabled = false, hideLabel = false }: SwitchProps) {
  return (
    <Field.Root disabled={disabled} className="grid grid-cols-[auto_1fr] items-start gap-x-2.5">
      <Base.Root
        checked={checked}
        onCheckedChange={onChange}
        className="relative mt-px flex h-[1.125rem] w-8 shrink-0 cursor-pointer rounded-full border border-line-strong bg-line-strong/35 p-px transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-raised shadow-soft transition-transform data-checked:translate-x-3.5 data-unchecked:bg-ink-soft" />
      </Base.Root>
      <Field.Label className={hideLabel ? 'sr-only' : 'cursor-pointer text-base text-ink'}>{label}</Field.Label>
      {help && <Field.Description className="col-start-2 text-sm text-ink-faint">{help}</Field.Description>}
    </Field.Root>
  )
}
