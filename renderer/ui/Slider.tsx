import { Slider as Base } from '@base-ui/react/slider'
import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'

export interface SliderProps {
  label: string
  value: number
  min: number
  max: number
  step: number
  /** While it moves. */
  onChange: (value: number) => void
  /** When it was let go, or moved by a key. */
  onCommit: (value: number) => void
  /** What the value is called: shown at the end, and read aloud. */
  words: (value: number) => string
  /** What the two ends mean. */
  ends?: readonly [string, string]
  /** Values worth knowing, with their names below the track. */
  marks?: readonly { value: number; label: string }[]
  help?: ReactNode
  disabled?: boolean
}

/** One number, chosen by moving. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, onChange, onCommit, words, ends, marks = [], help, disabled } = props
  return (
    <Base.Root
      value={value}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={onChange}
      onValueCommitted={onCommit}
      className="flex min-w-0 flex-col gap-1 data-disabled:opacity-55"
    >
      <div className="flex items-baseline justify-between gap-3">
        <Base.Label className="text-sm font-medium text-ink">{label}</Base.Label>
        <span aria-hidden className="text-base font-semibold text-ink tabular-nums">
          {words(value)}
        </span>
      </div>
      <Base.Control className="flex h-6 touch-none items-center px-2 select-none">
        <Base.Track className="relative h-1.5 w-full rounded-full bg-line-strong/35">
          <Base.Indicator className="rounded-full bg-accent" />
          {marks.map(mark => (
            <span
              key={mark.value}
              aria-hidden
              className="absolute -inset-y-1 w-0.5 rounded-full bg-ink-faint"
              style={{ insetInlineStart: shareOf(mark.value, min, max) }}
            />
          ))}
          <Base.Thumb
            getAriaValueText={(_, now) => words(now)}
            className="size-4 cursor-grab rounded-full border-2 border-accent bg-raised shadow-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent data-dragging:cursor-grabbing"
          />
        </Base.Track>
      </Base.Control>
      {(ends || marks.length > 0) && (
        <div className={classes('relative px-2 text-sm text-ink-faint', marks.length > 0 && 'pb-5')}>
          {marks.map(mark => (
            <span
              key={mark.value}
              className="absolute -translate-x-1/2 whitespace-nowrap rtl:translate-x-1/2"
              style={{ insetInlineStart: `calc(0.5rem + (100% - 1rem) * ${(mark.value - min) / (max - min)})` }}
            >
              {mark.label}
            </span>
          ))}
        </div>
      )}
      {ends && (
        <div className="flex justify-between gap-4 text-sm text-ink-faint">
          <span>{ends[0]}</span>
          <span className="text-end">{ends[1]}</span>
        </div>
      )}
      {help && <div className="text-sm text-ink-soft">{help}</div>}
    </Base.Root>
  )
}

function shareOf(value: number, min: number, max: number): string {
  return `${((value - min) / (max - min)) * 100}%`
}
