import { Field } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'
import { FieldFrame, controlClasses } from './FieldFrame.tsx'

export interface TextAreaProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  help?: ReactNode
  error?: ReactNode
  required?: boolean
  autoFocus?: boolean
  disabled?: boolean
  maxLength?: number
  rows?: number
}

export function TextArea({
  label,
  value,
  onChange,
  help,
  error,
  required,
  disabled,
  rows = 4,
  ...rest
}: TextAreaProps) {
  return (
    <FieldFrame label={label} help={help} error={error} required={required} disabled={disabled}>
      <Field.Control
        render={<textarea {...rest} rows={rows} />}
        value={value}
        onValueChange={onChange}
        required={required}
        dir="auto"
        className={classes(controlClasses, 'resize-y py-2')}
      />
    </FieldFrame>
  )
}
