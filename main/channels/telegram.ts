import { z } from 'zod'
import { ChannelFault, defineChannel } from '#main/ports/channel.ts'
import type { IncomingAttachment, IncomingMessage, RunContext } from '#main/ports/channel.ts'
import { createBotApi } from './telegram/api.ts'
import type { BotApi } from './telegram/api.ts'
import { fetchFile } from './telegram/files.ts'
import { arrivalsOf, withFiles } from './telegram/incoming.ts'
import { chatOf, sendMessage } from './telegram/outgoing.ts'
import { botIdOf, telegramFields, telegramSettingsSchema } from './telegram/settings.ts'
import type { TelegramSettings } from './telegram/settings.ts'
import { meSchema, updateSchema, webhookSchema } from './telegram/wire.ts'

const pollSeconds = 50
const answerMs = 30_000
const pageSize = 100
/** More than this is not held in memory at once. */
const maxBatchBytes = 24 * 1024 * 1024

/** A Telegram bot, by long polling. A bot cannot read its own past messages, so an uncertain send is for the owner to judge. */
export const telegram = defineChannel({
  kind: 'telegram',
  deliveryClass: 'none',
  settings: telegramSettingsSchema,
  fields: telegramFields,
  presets: [],
  maxTextLength: 4096,
  maxAttachmentBytes: 50 * 1024 * 1024,
  watchdogMs: 90_000,

  endpoints({ apiRoot }) {
    const { hostname, port, protocol } = new URL(apiRoot)
    return [{ host: hostname, port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port) }]
  },

  identity: botIdOf,

  async check(context, signal) {
    const api = createBotApi(context)
    const me = await api.call({ method: 'getMe', params: {}, result: meSchema, timeoutMs: answerMs }, signal)
    const webhook = await webhookOf(api, signal)
    return {
      account: me.username ? `@${me.username}` : me.first_name,
      notes: webhook === '' ? [] : ['webhook-will-be-removed'],
    }
  },

  async run(context, signal) {
    const api = createBotApi(context)
    try {
      // While a webhook is set, Telegram refuses to be polled.
      if ((await webhookOf(api, signal)) !== '') await removeWebhook(api, signal)
      await poll(api, context, signal)
    } catch (error) {
      if (!signal.aborted) throw explained(error)
    }
  },

  send: (context, message, signal) => sendMessage(createBotApi(context), context, message, signal),

  /** Telegram shows it for five seconds. A bot is never told who has read what. */
  async typing(context, { address }, signal) {
    const params = { chat_id: chatOf(address), action: 'typing' }
    const request = { method: 'sendChatAction', params, result: z.boolean(), timeoutMs: answerMs }
    await createBotApi(context).call(request, signal)
  },
})

async function webhookOf(api: BotApi, signal: AbortSignal): Promise<string> {
  const request = { method: 'getWebhookInfo', params: {}, result: webhookSchema, timeoutMs: answerMs }
  return (await api.call(request, signal)).url
}

async function removeWebhook(api: BotApi, signal: AbortSignal) {
  await api.call({ method: 'deleteWebhook', params: {}, result: z.boolean(), timeoutMs: answerMs }, signal)
}

function explained(error: unknown): unknown {
  if (!(error instanceof ChannelFault) || error.code !== 'conflict') return error
  return new ChannelFault('conflict', `Another program reads the messages of this bot. (${error.message})`, {
    cause: error,
  })
}

/** Telegram forgets an update once it is asked for the one after it, so that is asked only when it is stored here. */
async function poll(api: BotApi, context: RunContext<TelegramSettings>, signal: AbortSignal) {
  const botId = botIdOf(context.settings)
  let lastId = lastUpdateOf(context.cursor, botId)
  let caughtUp = false
  while (!signal.aborted) {
    const timeout: number = caughtUp ? pollSeconds : 0
    const updates = await api.call(
      {
        method: 'getUpdates',
        params: {
          ...(lastId !== null && { offset: lastId + 1 }),
          limit: pageSize,
          timeout,
          allowed_updates: ['message', 'edited_message'],
        },
        result: z.array(updateSchema),
        timeoutMs: timeout * 1000 + answerMs,
      },
      signal,
    )
    caughtUp = updates.length < pageSize
    const state = caughtUp ? 'live' : 'catching-up'
    context.alive(state)
    const last = updates.at(-1)
    if (!last) continue
    await take(api, context, updates, () => context.alive(state), signal)
    lastId = last.update_id
  }
}

async function take(
  api: BotApi,
  context: RunContext<TelegramSettings>,
  updates: readonly z.infer<typeof updateSchema>[],
  onProgress: () => void,
  signal: AbortSignal,
) {
  const botId = botIdOf(context.settings)
  const lastId = updates.at(-1)?.update_id
  let ready: IncomingMessage[] = []
  let bytes = 0
  for (const arrival of arrivalsOf(updates, botId)) {
    const attachments: IncomingAttachment[] = []
    for (const file of arrival.files) attachments.push(await fetchFile({ api, context, onProgress }, file, signal))
    ready.push(withFiles(arrival, attachments))
    bytes += attachments.reduce((sum, { content }) => sum + (content?.length ?? 0), 0)
    if (bytes > maxBatchBytes) {
      await context.commit({ messages: ready, cursor: `${botId}:${arrival.updateId}` })
      ready = []
      bytes = 0
    }
  }
  await context.commit({ messages: ready, cursor: `${botId}:${lastId}` })
}

/** Null at the first connection, and after the owner put in another bot. */
function lastUpdateOf(cursor: string | null, botId: string): number | null {
  const [bot, update] = (cursor ?? '').split(':')
  return bot === botId && /^\d+$/.test(update ?? '') ? Number(update) : null
}
