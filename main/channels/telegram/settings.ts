import { z } from 'zod'
import type { FormField } from '#contract/channel.ts'

const publicServer = 'https://api.telegram.org'
const tokenInText = /(?<![\w-])(\d{5,20}):[\w-]{30,100}(?![\w-])/

/** The owner may paste BotFather's whole message: the token in it is found. */
const botTokenSchema = z
  .string()
  .transform(text => tokenInText.exec(text)?.[0] ?? '')
  .refine(token => token !== '')

const apiRootSchema = z
  .string()
  .trim()
  .default('')
  .transform(text => (text === '' ? publicServer : text).replace(/\/+$/, ''))
  .pipe(z.url({ protocol: /^https?$/ }))

export const telegramSettingsSchema = z.object({ botToken: botTokenSchema, apiRoot: apiRootSchema })
export type TelegramSettings = z.infer<typeof telegramSettingsSchema>

export const telegramFields: readonly FormField[] = [
  { key: 'botToken', input: 'secret', required: true },
  { key: 'apiRoot', input: 'text', required: false, default: publicServer, advanced: true },
]

/** Message and update numbers of two bots overlap, so everything remembered about them carries the bot's own number. */
export function botIdOf({ botToken }: TelegramSettings): string {
  return botToken.slice(0, botToken.indexOf(':'))
}
