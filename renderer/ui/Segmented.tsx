import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import type { ReactNode } from 'react'

export interface SegmentedProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string; icon?: ReactNode }[]
  /** The label is read aloud but not shown. */
  hideLabel?: boolean
  disabled?: boolean
}

/** One choice out of two to four, all in view. */
export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  options,
  hideLabel,
  disabled,
}: SegmentedProps<Value>) {
  const labelId = useId()
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <span id={labelId} className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink'}>
        {label}
      </span>
      <RadioGroup
        aria-labelledby={labelId}
        value={value}
        onValueChange={onChange}
        disabled={disabled}
        className="inline-flex max-w-full flex-wrap rounded-md border border-line bg-sunken p-0.5"
      >
        {options.map(option => (
          <Radio.Root
            key={option.value}
            value={option.value}
            className="inline-flex h-7 cursor-pointer items-center gap-1.5 rounded-sm px-3 text-sm text-ink-soft transition-colors select-none hover:text-ink data-checked:bg-chosen data-checked:font-semibold data-checked:text-ink data-checked:shadow-soft data-disabled:opacity-55 [&_svg]:size-3.5"
          >
            {option.icon}
            {option.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  )
}
