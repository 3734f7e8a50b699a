import type { ChannelSettings, FormField, KindDescription, Preset } from '#contract/channel.ts'

/** As typed: numbers stay text until they are sent. */
export type FormValues = Readonly<Record<string, string | boolean>>

export interface FormState {
  values: FormValues
  /** Fields the owner changed by hand; a preset that is found by the address leaves them alone. */
  touched: ReadonlySet<string>
  presetId: string | null
  /** The owner chose the provider, so the address does not change it any more. */
  presetByHand: boolean
}

export type FieldProblem = 'missing' | 'wrong' | 'out-of-range'

/** A form for a new channel, or for one with these settings. */
export function startForm(description: KindDescription, stored: ChannelSettings = {}): FormState {
  const values = Object.fromEntries(
    description.fields.map(field => [field.key, startValue(field, stored[field.key] ?? field.default)]),
  )
  const preset = description.presets.find(candidate => isFilledIn(candidate, values)) ?? null
  const touched = preset ? [] : Object.keys(stored)
  return { values, touched: new Set(touched), presetId: preset?.id ?? null, presetByHand: false }
}

function isFilledIn(preset: Preset, values: FormValues): boolean {
  return Object.entries(preset.values).every(([key, value]) => String(values[key] ?? '') === String(value))
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

function addressField(description: KindDescription): FormField | null {
  return description.presets.length > 0 ? (description.fields.find(({ input }) => input === 'email') ?? null) : null
}

function hasWholeAddress(description: KindDescription, values: FormValues): boolean {
  const field = addressField(description)
  return field !== null && /\.\p{L}{2,}$/u.test(domainOf(String(values[field.key])))
}

/** True once an address is typed out and no preset knows its provider. */
export function isUnknownProvider(description: KindDescription, { presetId, values }: FormState): boolean {
  return presetId === null && hasWholeAddress(description, values)
}

/** One change by the owner. A new address brings its provider's values, and takes the former provider's away. */
export function changeField(
  description: KindDescription,
  state: FormState,
  key: string,
  value: string | boolean,
): FormState {
  const touched = new Set(state.touched).add(key)
  const changed = { ...state, values: { ...state.values, [key]: value }, touched }
  if (addressField(description)?.key !== key || state.presetByHand) return changed
  const preset = presetFor(description.presets, String(value))
  return (preset?.id ?? null) === state.presetId ? changed : fillIn(description, changed, preset)
}

/** The owner names the provider; null takes its values away. */
export function choosePreset(description: KindDescription, state: FormState, id: string | null): FormState {
  const preset = description.presets.find(candidate => candidate.id === id) ?? null
  const filled = new Set([...state.touched].filter(key => preset?.values[key] === undefined))
  return { ...fillIn(description, { ...state, touched: filled }, preset), presetByHand: true }
}

function fillIn(description: KindDescription, state: FormState, preset: Preset | null): FormState {
  const former = description.presets.find(({ id }) => id === state.presetId)
  const values = { ...state.values }
  for (const field of description.fields) {
    if (state.touched.has(field.key)) continue
    const wanted = preset?.values[field.key]
    if (wanted !== undefined) values[field.key] = startValue(field, wanted)
    else if (former?.values[field.key] !== undefined) values[field.key] = startValue(field, field.default)
  }
  return { ...state, values, presetId: preset?.id ?? null }
}

/** Knowing the provider would fill this field in. */
export function comesFromPresets(description: KindDescription, field: FormField): boolean {
  return description.presets.some(({ values }) => values[field.key] !== undefined)
}

/** Fields under "More settings": the channel's own choice, and what a preset has filled in or may still fill in. */
export function isFolded(description: KindDescription, state: FormState, field: FormField): boolean {
  if (field.advanced) return true
  const preset = description.presets.find(({ id }) => id === state.presetId)
  if (preset) return preset.values[field.key] !== undefined
  return comesFromPresets(description, field) && !state.presetByHand && !hasWholeAddress(description, state.values)
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

/** A problem hides under "More settings" that no other field explains. */
export function hasFoldedProblem(
  description: KindDescription,
  state: FormState,
  problems: ReadonlyMap<string, FieldProblem>,
): boolean {
  const shown = description.fields.filter(({ key }) => problems.has(key))
  return shown.length > 0 && shown.every(field => isFolded(description, state, field))
}
