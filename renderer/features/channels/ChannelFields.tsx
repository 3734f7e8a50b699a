import { useTranslation } from 'react-i18next'
import type { ChannelKind, FormField } from '#contract/channel.ts'
import { assertNever } from '#domain/assertNever.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { FieldProblem, FormValues } from './formModel.ts'

export interface ChannelFieldsProps {
  kind: ChannelKind
  fields: readonly FormField[]
  values: FormValues
  problems: ReadonlyMap<string, FieldProblem>
  /** Secrets are stored already and never shown again. */
  keepsSecrets: boolean
  onChange: (key: string, value: string | boolean) => void
}

/** The fields of a channel as it describes them itself; no channel has code of its own here. */
export function ChannelFields({ kind, fields, values, problems, keepsSecrets, onChange }: ChannelFieldsProps) {
  if (fields.length === 0) return null
  return (
    <div className="grid grid-cols-1 gap-x-4 gap-y-3.5 sm:grid-cols-6">
      {fields.map(field => (
        <div key={field.key} className={spanOf(field)}>
          <ChannelField
            kind={kind}
            field={field}
            value={values[field.key] ?? ''}
            problem={problems.get(field.key) ?? null}
            isKept={keepsSecrets}
            onChange={value => onChange(field.key, value)}
          />
        </div>
      ))}
    </div>
  )
}

function spanOf(field: FormField): string {
  if (field.input === 'number') return 'sm:col-span-2'
  return field.input === 'choice' ? 'sm:col-span-4' : 'sm:col-span-6'
}

interface ChannelFieldProps {
  kind: ChannelKind
  field: FormField
  value: string | boolean
  problem: FieldProblem | null
  isKept: boolean
  onChange: (value: string | boolean) => void
}

function ChannelField({ kind, field, value, problem, isKept, onChange }: ChannelFieldProps) {
  const { t } = useTranslation()
  const text = (part: string) => textAt(['channelForm', kind, field.key, part])
  const keepsThis = field.input === 'secret' && isKept
  const words = {
    label: text('label') ?? field.key,
    help: text('help') ?? (field.input === 'secret' ? t('channels.form.secretHelp') : undefined),
    placeholder: keepsThis ? t('channels.form.kept') : (text('placeholder') ?? undefined),
    required: field.required && !keepsThis,
    error: problem ? problemWords() : undefined,
  }

  function problemWords(): string {
    if (problem === 'missing') return t('common.required')
    if (problem === 'out-of-range')
      return t('channels.form.wrongNumber', { min: field.min ?? 0, max: field.max ?? '∞' })
    return t('channels.form.wrong')
  }

  switch (field.input) {
    case 'text':
    case 'email':
    case 'number':
      return <TextField {...words} type={field.input} value={String(value)} onChange={onChange} />
    case 'secret':
      return (
        <TextField {...words} type="password" autoComplete="new-password" value={String(value)} onChange={onChange} />
      )
    case 'toggle':
      return <Switch label={words.label} help={words.help} checked={value === true} onChange={onChange} />
    case 'choice':
      return (
        <Select
          label={words.label}
          help={words.help}
          error={words.error}
          value={String(value)}
          onChange={onChange}
          options={(field.options ?? []).map(option => ({
            value: option,
            label: text(`options.${option}`) ?? option,
          }))}
        />
      )
    default:
      return assertNever(field.input)
  }
}
