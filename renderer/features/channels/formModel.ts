import type { ChannelSettings, FormField, KindDescription, Preset } from '#contract/channel.ts'

/** As typed: numbers stay text until they are sent. */
export type FormValues = Readonly<Record<string, string | boolean>>

export interface FormState {
  values: FormValues
  /** Fields the owner changed by hand; a preset leaves them alone. */
  touched: ReadonlySet<string>
  presetId: string | null
}

export type FieldProblem = 'missing' | 'wrong' | 'out-of-range'

/** A form for a new channel, or for one with these settings. */
export function startForm(description: KindDescription, stored: ChannelSettings = {}): FormState {
  const values = Object.fromEntries(
    description.fields.map(field => [field.key, startValue(field, stored[field.key] ?? field.default)]),
  )
  const address = description.fields.find(field => field.input === 'email')
  const preset = address ? presetFor(description.presets, String(values[address.key])) : null
  const touched = description.fields
    .map(({ key }) => key)
    .filter(key => {
      const preferred = preset?.values[key]
      return preferred !== undefined && String(preferred) !== String(values[key])
    })
  return { values, touched: new Set(touched), presetId: preset?.id ?? null }
}

function startValue(field: FormField, value: ChannelSettings[string] | undefined): string | boolean {
  return field.input === 'toggle' ? value === true : String(value ?? '')
}

/** The preset whose provider the address belongs to. */
export function presetFor(presets: readonly Preset[], address: string): Preset | null {
  const domain = domainOf(address)
  return presets.find(preset => domain !== '' && preset.domains.includes(domain)) ?? null
}

function domainOf(address: string): string {
  const at = address.lastIndexOf('@')
  return at === -1
    ? ''
    : address
        .slice(at + 1)
        .trim()
        .toLowerCase()
}

/** True once an address is typed out and no preset knows its provider. */
export function isUnknownProvider(description: KindDescription, state: FormState): boolean {
  const address = description.fields.find(field => field.input === 'email')
  if (!address || description.presets.length === 0 || state.presetId !== null) return false
  return /\.\p{L}{2,}$/u.test(domainOf(String(state.values[address.key])))
}

/** One change by the owner. A new address brings its provider's values, and takes the former provider's away. */
export function changeField(
  description: KindDescription,
  state: FormState,
  key: string,
  value: string | boolean,
): FormState {
  const touched = new Set(state.touched).add(key)
  const values = { ...state.values, [key]: value }
  const isAddress = description.fields.some(field => field.key === key && field.input === 'email')
  const preset = isAddress ? presetFor(description.presets, String(value)) : null
  if (!isAddress || (preset?.id ?? null) === state.presetId) return { ...state, values, touched }
  const former = description.presets.find(({ id }) => id === state.presetId)
  for (const field of description.fields) {
    const wanted = preset?.values[field.key]
    if (touched.has(field.key)) continue
    if (wanted !== undefined) values[field.key] = startValue(field, wanted)
    else if (former?.values[field.key] !== undefined) values[field.key] = startValue(field, field.default)
  }
  return { values, touched, presetId: preset?.id ?? null }
}

export function visibleFields(fields: readonly FormField[], values: FormValues): FormField[] {
  return fields.filter(({ showIf }) => !showIf || String(values[showIf.key]) === String(showIf.equals))
}

/** What stands in the way of saving. Secrets that are kept may stay empty. */
export function problemsOf(
  fields: readonly FormField[],
  values: FormValues,
  keepsSecrets: boolean,
): ReadonlyMap<string, FieldProblem> {
  const problems = new Map<string, FieldProblem>()
  for (const field of visibleFields(fields, values)) {
    const problem = problemOf(field, values[field.key] ?? '', keepsSecrets)
    if (problem) problems.set(field.key, problem)
  }
  return problems
}

function problemOf(field: FormField, value: string | boolean, keepsSecrets: boolean): FieldProblem | null {
  if (typeof value === 'boolean') return null
  const text = value.trim()
  if (text === '') return field.required && !(field.input === 'secret' && keepsSecrets) ? 'missing' : null
  if (field.input === 'email') return /^\S+@\S+$/.test(text) ? null : 'wrong'
  if (field.input !== 'number') return null
  const number = Number(text)
  const fits = Number.isFinite(number) && number >= (field.min ?? -Infinity) && number <= (field.max ?? Infinity)
  return fits ? null : 'out-of-range'
}

/** Without hidden and empty fields; a password keeps its spaces. */
export function settingsToSend(fields: readonly FormField[], values: FormValues): ChannelSettings {
  const settings: ChannelSettings = {}
  for (const field of visibleFields(fields, values)) {
    const value = values[field.key] ?? ''
    if (typeof value === 'boolean') settings[field.key] = value
    else if (field.input === 'secret' && value !== '') settings[field.key] = value
    else if (value.trim() !== '') settings[field.key] = field.input === 'number' ? Number(value) : value.trim()
  }
  return settings
}

/** The name to offer until the owner types one: the address where there is one. */
export function suggestedName(description: KindDescription, values: FormValues, kindName: string): string {
  const address = description.fields.find(field => field.input === 'email')
  const typed = address ? String(values[address.key]).trim() : ''
  return (typed === '' ? kindName : typed).slice(0, 80)
}

/** A problem hides under "More settings". */
export function hasFoldedProblem(fields: readonly FormField[], problems: ReadonlyMap<string, FieldProblem>): boolean {
  return fields.some(field => field.advanced === true && problems.has(field.key))
}
