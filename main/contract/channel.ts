import { oc } from '@orpc/contract'
import { z } from 'zod'
import { openingDaySchema } from './settings.ts'

export const channelModeSchema = z.enum(['off', 'draft', 'auto'])
/** off: the assistant does nothing; draft: it prepares suggestions; auto: it answers what is grounded. */
export type ChannelMode = z.infer<typeof channelModeSchema>

export const channelKindSchema = z.enum(['email', 'telegram', 'demo'])
export type ChannelKind = z.infer<typeof channelKindSchema>

export const settingValueSchema = z.union([z.string(), z.number(), z.boolean()])
export const channelSettingsSchema = z.record(z.string(), settingValueSchema)
export type ChannelSettings = z.infer<typeof channelSettingsSchema>

/**
 * One field of a channel's set-up form. Words are not here: the screen looks them up as
 * `channelForm.<kind>.<key>.label`, `.help`, `.placeholder` and, for choices, `.options.<value>`.
 */
export const formFieldSchema = z.object({
  key: z.string(),
  input: z.enum(['text', 'secret', 'email', 'number', 'toggle', 'choice']),
  required: z.boolean(),
  options: z.array(z.string()).optional(),
  default: settingValueSchema.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Shown only when another field has this value. */
  showIf: z.object({ key: z.string(), equals: settingValueSchema }).optional(),
  /** Shown under "More settings". */
  advanced: z.boolean().optional(),
})
export type FormField = z.infer<typeof formFieldSchema>

/** Known values for a provider: `domains` picks it from the address the owner types. `help` is an i18n key below the form. */
export const presetSchema = z.object({
  id: z.string(),
  title: z.string(),
  domains: z.array(z.string()),
  values: channelSettingsSchema,
  helpUrl: z.string().optional(),
})
export type Preset = z.infer<typeof presetSchema>

export const kindDescriptionSchema = z.object({
  kind: channelKindSchema,
  fields: z.array(formFieldSchema),
  presets: z.array(presetSchema),
  maxTextLength: z.number(),
  /** Largest file that can be sent, in bytes; 0 means none. */
  maxAttachmentBytes: z.number(),
})
export type KindDescription = z.infer<typeof kindDescriptionSchema>

export const faultCodeSchema = z.enum([
  'wrong-credentials',
  'needs-owner',
  'rate-limited',
  'unreachable',
  'transient',
  'tls-untrusted',
  'conflict',
  'cursor-lost',
  'blocked-by-contact',
  'no-such-contact',
  'too-big',
  'rejected',
  'disk-full',
  'bug',
])
/** What went wrong, as a class the supervisor acts on and the screen explains as `fault.<code>`. */
export type FaultCode = z.infer<typeof faultCodeSchema>

export const faultSchema = z.object({
  code: faultCodeSchema,
  /** The remote side's own words, safe to show (no secrets). */
  detail: z.string(),
})
export type Fault = z.infer<typeof faultSchema>

export const healthSchema = z.object({
  state: z.enum(['off', 'connecting', 'catching-up', 'live', 'waiting-retry', 'needs-owner']),
  since: z.date(),
  lastProofAt: z.date().nullable(),
  nextTryAt: z.date().nullable(),
  attempts: z.number(),
  fault: faultSchema.nullable(),
})
export type Health = z.infer<typeof healthSchema>

/**
 * When the assistant may speak on a channel, within what its mode allows. `own`: the hours below, Monday first, on the
 * shop's clock. At other times messages wait for the owner, and nothing is written or suggested.
 */
export const scheduleSchema = z.object({
  when: z.enum(['always', 'opening-hours', 'outside-opening-hours', 'own']),
  hours: z.array(openingDaySchema).length(7),
})
export type Schedule = z.infer<typeof scheduleSchema>

/** Of a channel whose owner has chosen nothing; its own hours are what they begin with. */
export const alwaysScheduled: Schedule = {
  when: 'always',
  hours: Array.from({ length: 7 }, () => ({ open: true, from: '08:00', to: '21:00' })),
}

export const channelSchema = z.object({
  id: z.string(),
  kind: channelKindSchema,
  name: z.string(),
  mode: channelModeSchema,
  enabled: z.boolean(),
  schedule: scheduleSchema,
  /** Without secrets. */
  settings: channelSettingsSchema,
  /** The account as the remote side names it: an address, a bot name. */
  account: z.string(),
  health: healthSchema,
  createdAt: z.date(),
})
export type Channel = z.infer<typeof channelSchema>

export const checkResultSchema = z.discriminatedUnion('ok', [
  /** `notes` are i18n keys under `channelNote.`. */
  z.object({ ok: z.literal(true), account: z.string(), notes: z.array(z.string()) }),
  z.object({ ok: z.literal(false), fault: faultSchema }),
])
export type CheckResult = z.infer<typeof checkResultSchema>

const byId = z.object({ id: z.string() })
const notFound = { NOT_FOUND: {} }
const badSettings = { BAD_SETTINGS: { data: z.object({ fields: z.array(z.string()) }) } }
/** Two channels on one account would answer every message twice. */
const alreadyConnected = { ALREADY_CONNECTED: {} }

export const channelContract = {
  kinds: oc.output(z.array(kindDescriptionSchema)),
  list: oc.output(z.array(channelSchema)),
  /** Tries the settings against the real server. With `id`, secrets left empty are taken from that channel. */
  check: oc
    .input(z.object({ id: z.string().optional(), kind: channelKindSchema, settings: channelSettingsSchema }))
    .output(checkResultSchema)
    .errors({ ...notFound, ...badSettings }),
  create: oc
    .input(
      z.object({ kind: channelKindSchema, name: z.string().trim().min(1).max(80), settings: channelSettingsSchema }),
    )
    .output(channelSchema)
    .errors({ ...badSettings, ...alreadyConnected }),
  /** Secrets left empty stay as they are. */
  update: oc
    .input(z.object({ id: z.string(), name: z.string().trim().min(1).max(80), settings: channelSettingsSchema }))
    .output(channelSchema)
    .errors({ ...notFound, ...badSettings, ...alreadyConnected }),
  setMode: oc
    .input(z.object({ id: z.string(), mode: channelModeSchema }))
    .output(channelSchema)
    .errors(notFound),
  setSchedule: oc
    .input(z.object({ id: z.string(), schedule: scheduleSchema }))
    .output(channelSchema)
    .errors(notFound),
  setEnabled: oc
    .input(z.object({ id: z.string(), enabled: z.boolean() }))
    .output(channelSchema)
    .errors(notFound),
  /** Tries now instead of at `nextTryAt`. */
  retryNow: oc.input(byId).output(z.void()).errors(notFound),
  /** Stops the channel and forgets its credentials; its conversations stay. */
  remove: oc.input(byId).output(z.void()).errors(notFound),
}
