import { oc } from '@orpc/contract'
import { z } from 'zod'

export const languageSchema = z.enum(['en', 'zh-CN'])
export type Language = z.infer<typeof languageSchema>

/** `09:30`. */
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** The hours of one weekday; `to` at `00:00` is midnight at its end. */
export const openingDaySchema = z
  .object({ open: z.boolean(), from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => to === '00:00' || from < to)
export type OpeningDay = z.infer<typeof openingDaySchema>

/** Days on which nobody works, first and last included. */
export const closedDaysSchema = z.object({ from: z.iso.date(), to: z.iso.date() }).refine(({ from, to }) => from <= to)
export type ClosedDays = z.infer<typeof closedDaysSchema>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** From `from` until `to` of the same night or day; `from` after `to` goes over midnight. */
export const quietHoursSchema = z.object({ on: z.boolean(), from: timeOfDay, to: timeOfDay })
export type QuietHours = z.infer<typeof quietHoursSchema>

/** The report of the week before, written to a folder of this computer. */
export const weeklyReportSchema = z.object({
  on: z.boolean(),
  /** Absolute; empty until chosen. */
  folder: z.string().max(1000),
  /** 0 is Monday. */
  weekday: z.number().int().min(0).max(6),
  at: timeOfDay,
  formats: z.array(z.enum(['html', 'pdf', 'csv', 'json'])).min(1),
  personalData: z.boolean(),
})
export type WeeklyReport = z.infer<typeof weeklyReportSchema>

export const setupStepSchema = z.enum(['shop', 'knowledge', 'channel', 'tryout'])
export type SetupStep = z.infer<typeof setupStepSchema>

export const settingsSchema = z.object({
  shopName: z.string().max(120),
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  /** Ends every reply of the assistant; empty means the shop's name. */
  signature: z.string().max(1000),
  /** Say in each reply that an assistant answered. Off only by the owner's choice. */
  sayAssistant: z.boolean(),
  /** Stops all automatic answers at once; drafts too. Survives a restart. */
  assistantPaused: z.boolean(),
  /** How long a contact is told to wait for the owner at most, in minutes; 0 promises no time. */
  promiseMinutes: z
    .number()
    .int()
    .min(0)
    .max(7 * 24 * 60),
  /** IANA name; on its clock all days and hours of the shop are told. Empty: that of this computer. */
  timeZone: z
    .string()
    .max(64)
    .refine(name => name === '' || isTimeZone(name)),
  /** When somebody answers, Monday first; a promised time falls within these hours. */
  openingHours: z.array(openingDaySchema).length(7),
  closedDays: z.array(closedDaysSchema).max(100),
  /** Most the assistant may offer on its own, in percent of a price; 0 offers no coupon. */
  couponLimitPercent: z.number().int().min(0).max(50),
  /** Minutes the owner needs for a reply; saved time is counted with it. */
  minutesPerReply: z.number().int().min(0).max(120),
  /** Seconds of silence before a chat is answered, so that several short messages get one answer; mail is not waited for. */
  chatPauseSeconds: z.number().int().min(0).max(30),
  /** Where models are fetched from instead of the address in the catalogue: a server with the same paths. Empty: none. */
  modelMirror: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  /** Of which messages the computer tells: every one, those that need the owner, or none. */
  notify: z.enum(['all', 'needs-me', 'none']),
  /** Notices say neither who wrote nor what. */
  notifyHideContent: z.boolean(),
  notifySound: z.boolean(),
  /** No notices and no sound then; what came is told in one notice afterwards. */
  quietHours: quietHoursSchema,
  /** A contact who has waited this long for the owner is told of again; 0 never. In opening hours only. */
  escalateMinutes: z
    .number()
    .int()
    .min(0)
    .max(24 * 60),
  startAtLogin: z.boolean(),
  /** Outside the opening hours a contact who is handed over gets this text instead of the built-in one; `{time}` is the promised time. Empty: the built-in one. */
  awayText: z.record(languageSchema, z.string().max(1000)),
  weeklyReport: weeklyReportSchema,
  /** First-run steps finished or put aside. */
  setupDone: z.boolean(),
  /** What of the first-run steps the shop's data does not show: which were put aside, and whether one was tried out. */
  setupSteps: z.object({ skipped: z.array(setupStepSchema), tried: z.boolean() }),
})
export type Settings = z.infer<typeof settingsSchema>

/** A small shop looks at its messages every day, but not at night. */
const everyDay: OpeningDay = { open: true, from: '08:00', to: '21:00' }

export const defaultSettings: Settings = {
  shopName: '',
  language: 'en',
  theme: 'system',
  signature: '',
  sayAssistant: true,
  assistantPaused: false,
  promiseMinutes: 240,
  timeZone: '',
  openingHours: Array.from({ length: 7 }, () => everyDay),
  closedDays: [],
  couponLimitPercent: 10,
  minutesPerReply: 4,
  chatPauseSeconds: 4,
  modelMirror: '',
  notify: 'needs-me',
  notifyHideContent: false,
  notifySound: true,
  quietHours: { on: false, from: '21:00', to: '08:00' },
  escalateMinutes: 30,
  startAtLogin: false,
  awayText: { en: '', 'zh-CN': '' },
  weeklyReport: { on: false, folder: '', weekday: 0, at: '08:00', formats: ['html'], personalData: false },
  setupDone: false,
  setupSteps: { skipped: [], tried: false },
}

export const startAtLoginRefusalSchema = z.enum(['demo', 'passphrase'])
/** `demo`: the sample shop is not for every day; `passphrase`: nobody is there to type it. */
export type StartAtLoginRefusal = z.infer<typeof startAtLoginRefusalSchema>

export const aboutSchema = z.object({
  version: z.string(),
  shell: z.enum(['node', 'electron']),
  demo: z.boolean(),
  dataFolder: z.string(),
  /** What keeps the database key. */
  keyProtection: z.enum(['keychain', 'file', 'passphrase']),
  /** Why it cannot start by itself when the owner logs in; null when it can. */
  startAtLoginRefusal: startAtLoginRefusalSchema.nullable(),
})
export type About = z.infer<typeof aboutSchema>

export const settingsContract = {
  get: oc.output(settingsSchema),
  /** `startAtLogin` has a procedure of its own, because the computer may refuse it. */
  update: oc.input(settingsSchema.omit({ startAtLogin: true }).partial()).output(settingsSchema),
  setStartAtLogin: oc
    .input(z.object({ on: z.boolean() }))
    .output(settingsSchema)
    .errors({ NOT_ALLOWED: {} }),
  about: oc.output(aboutSchema),
}
