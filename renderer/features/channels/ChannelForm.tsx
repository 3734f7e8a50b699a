import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { KindDescription } from '#contract/channel.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { ChannelFields } from './ChannelFields.tsx'
import { comesFromPresets, isFolded, isUnknownProvider, visibleFields } from './formModel.ts'
import type { FieldProblem, FormState } from './formModel.ts'
import { PresetChoice } from './PresetChoice.tsx'

export interface ChannelFormProps {
  description: KindDescription
  state: FormState
  name: string
  problems: ReadonlyMap<string, FieldProblem>
  nameIsMissing: boolean
  keepsSecrets: boolean
  showsMore: boolean
  onField: (key: string, value: string | boolean) => void
  onPreset: (id: string | null) => void
  onName: (name: string) => void
  onShowMore: (showsMore: boolean) => void
}

export function ChannelForm(props: ChannelFormProps) {
  const { description, state, name, problems, nameIsMissing, keepsSecrets, showsMore } = props
  const { t } = useTranslation()
  const moreId = useId()
  const fields = visibleFields(description.fields, state.values)
  const folded = fields.filter(field => isFolded(description, state, field))
  const shown = fields.filter(field => !folded.includes(field))
  const shared = { kind: description.kind, values: state.values, problems, keepsSecrets, onChange: props.onField }
  return (
    <div className="flex flex-col gap-3.5">
      <ChannelFields {...shared} fields={shown.filter(field => !comesFromPresets(description, field))} />
      {description.presets.length > 0 && (
        <PresetChoice
          kind={description.kind}
          presets={description.presets}
          presetId={state.presetId}
          isUnknown={isUnknownProvider(description, state)}
          onChoose={props.onPreset}
        />
      )}
      <ChannelFields {...shared} fields={shown.filter(field => comesFromPresets(description, field))} />
      <TextField
        label={t('channels.form.name')}
        help={t('channels.form.nameHelp')}
        error={nameIsMissing ? t('common.required') : undefined}
        value={name}
        onChange={props.onName}
        maxLength={80}
        required
      />
      {folded.length > 0 && (
        <div>
          <Button
            variant="ghost"
            size="small"
            className="-ms-2.5"
            aria-expanded={showsMore}
            aria-controls={moreId}
            icon={showsMore ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
            onClick={() => props.onShowMore(!showsMore)}
          >
            {t(showsMore ? 'channels.form.fewer' : 'channels.form.more')}
          </Button>
          <div id={moreId} hidden={!showsMore} className="mt-2 rounded-lg border border-line p-4">
            <ChannelFields {...shared} fields={folded} />
          </div>
        </div>
      )}
    </div>
  )
}
