import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'
import { FieldFrame, controlClasses } from './FieldFrame.tsx'

export interface SelectProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
  help?: ReactNode
  error?: ReactNode
  disabled?: boolean
  /** The label is read aloud but not shown. */
  hideLabel?: boolean
  /** The options are somebody's own words, in any language. */
  ownWords?: boolean
}

export function Select<Value extends string>({
  label,
  value,
  onChange,
  options,
  help,
  error,
  disabled,
  hideLabel,
  ownWords,
}: SelectProps<Value>) {
  return (
    <FieldFrame label={label} help={help} error={error} disabled={disabled} hideLabel={hideLabel}>
      <Base.Root
        items={options}
        value={value}
        onValueChange={chosen => {
          if (chosen !== null) onChange(chosen)
        }}
      >
        <Base.Trigger className={classes(controlClasses, 'flex h-8.5 items-center justify-between gap-2 text-start')}>
          <Base.Value dir={ownWords ? 'auto' : undefined} className="truncate" />
          <Base.Icon className="text-ink-faint">
            <ChevronsUpDown aria-hidden className="size-3.5" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
            <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-lifted transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
              {options.map(option => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className="grid cursor-pointer grid-cols-[1rem_1fr] items-center gap-2 rounded-md py-1.5 ps-2 pe-4 text-base outline-none select-none data-highlighted:bg-sunken"
                >
                  <Base.ItemIndicator className="text-accent-ink">
                    <Check aria-hidden className="size-4" />
                  </Base.ItemIndicator>
                  <Base.ItemText dir={ownWords ? 'auto' : undefined} className="col-start-2">
                    {option.label}
                  </Base.ItemText>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FieldFrame>
  )
}
