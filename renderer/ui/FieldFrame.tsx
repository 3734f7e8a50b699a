import { Field } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'

export interface FieldFrameProps {
  label: string
  help?: ReactNode
  /** Plain words; shown in place of `help`. */
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  /** The label is read aloud but not shown. */
  hideLabel?: boolean
  className?: string
  children: ReactNode
}

export const controlClasses = classes(
  'w-full rounded-md border border-line-strong/60 bg-raised px-2.5 text-base text-ink transition-colors',
  'hover:border-line-strong focus-visible:border-accent focus-visible:outline-offset-0',
  'data-invalid:border-bad disabled:opacity-60 data-disabled:opacity-60',
)

/** Label above, help or error below, tied together for screen readers. */
export function FieldFrame({
  label,
  help,
  error,
  required = false,
  disabled = false,
  hideLabel = false,
  className,
  children,
}: FieldFrameProps) {
  return (
    <Field.Root
      invalid={Boolean(error)}
      disabled={disabled}
      className={classes('flex min-w-0 flex-col gap-1', className)}
    >
      <Field.Label className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink'}>
        {label}
        {required && (
          <span aria-hidden className="ms-0.5 text-bad-ink">
            *
          </span>
        )}
      </Field.Label>
      {children}
      {help && !error && <Field.Description className="text-sm text-ink-faint">{help}</Field.Description>}
      <Field.Error match={Boolean(error)} className="text-sm text-bad-ink">
        {error}
      </Field.Error>
    </Field.Root>
  )
}
