import { oc } from '@orpc/contract'
import { z } from 'zod'

export const languageSchema = z.enum(['en', 'zh-CN'])
export type Language = z.infer<typeof languageSchema>

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
  /** Most the assistant may offer on its own, in percent of a price; 0 offers no coupon. */
  couponLimitPercent: z.number().int().min(0).max(50),
  /** Minutes the owner needs for a reply; saved time is counted with it. */
  minutesPerReply: z.number().int().min(0).max(120),
  /** Seconds of silence before a chat is answered, so that several short messages get one answer; mail is not waited for. */
  chatPauseSeconds: z.number().int().min(0).max(30),
  /** First-run steps finished or put aside. */
  setupDone: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  shopName: '',
  language: 'en',
  theme: 'system',
  signature: '',
  sayAssistant: true,
  assistantPaused: false,
  promiseMinutes: 240,
  couponLimitPercent: 10,
  minutesPerReply: 4,
  chatPauseSeconds: 4,
  setupDone: false,
}

export const aboutSchema = z.object({
  version: z.string(),
  shell: z.enum(['node', 'electron']),
  demo: z.boolean(),
  dataFolder: z.string(),
  /** What keeps the database key. */
  keyProtection: z.enum(['keychain', 'file', 'passphrase']),
})
export type About = z.infer<typeof aboutSchema>

export const settingsContract = {
  get: oc.output(settingsSchema),
  update: oc.input(settingsSchema.partial()).output(settingsSchema),
  about: oc.output(aboutSchema),
}
