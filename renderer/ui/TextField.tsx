import { Field } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'
import { FieldFrame, controlClasses } from './FieldFrame.tsx'

export interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'email' | 'number' | 'date' | 'time'
  placeholder?: string
  help?: ReactNode
  error?: ReactNode
  required?: boolean
  autoFocus?: boolean
  disabled?: boolean
  autoComplete?: string
  maxLength?: number
  /** Of a number or a date. */
  min?: string
  max?: string
  /** The label is read aloud but not shown. */
  hideLabel?: boolean
}

export function TextField({
  label,
  value,
  onChange,
  help,
  error,
  required,
  disabled,
  autoComplete = 'off',
  hideLabel,
  ...rest
}: TextFieldProps) {
  return (
    <FieldFrame label={label} help={help} error={error} required={required} disabled={disabled} hideLabel={hideLabel}>
      <Field.Control
        {...rest}
        value={value}
        onValueChange={onChange}
        required={required}
        autoComplete={autoComplete}
        dir="auto"
        spellCheck={false}
        className={classes(controlClasses, 'h-8.5')}
      />
    </FieldFrame>
  )
}
