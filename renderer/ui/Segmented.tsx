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

/** One choice out of two to four, all in view. The browser's own radio buttons: they read no layout when they are drawn. */
export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  options,
  hideLabel,
  disabled,
}: SegmentedProps<Value>) {
  const labelId = useId()
  const name = useId()
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <span id={labelId} className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink'}>
        {label}
      </span>
      <div
        role="radiogroup"
        aria-labelledby={labelId}
        className="inline-flex max-w-full flex-wrap rounded-md border border-line bg-sunken p-0.5"
      >
        {options.map(option => (
          <label
            key={option.value}
            className="relative inline-flex h-7 items-center gap-1.5 rounded-sm px-3 text-sm text-ink-soft transition-colors select-none hover:text-ink has-checked:bg-chosen has-checked:font-semibold has-checked:text-ink has-checked:shadow-soft has-disabled:opacity-55 [&_svg]:size-3.5"
          >
            {/* It lies over its words, with nothing of its own to see but the focus. */}
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={disabled}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-sm disabled:cursor-default"
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </div>
  )
}
