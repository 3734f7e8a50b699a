import { z } from 'zod'
import { ChannelFault } from '#main/ports/channel.ts'
import type { ChannelContext, OutgoingAttachment, OutgoingMessage, SendResult } from '#main/ports/channel.ts'
import type { BotApi, Request } from './api.ts'
import type { TelegramSettings } from './settings.ts'
import { sentMessageSchema } from './wire.ts'

const replyContextSchema = z.object({ chatId: z.number().int(), messageId: z.number().int() })
const captionLimit = 1024
const photoLimitBytes = 10 * 1024 * 1024
const rateLimitWaits = 3

type Part = Pick<Request<{ message_id: number }>, 'method' | 'params' | 'file' | 'timeoutMs'>

/** One request where Telegram allows it; otherwise the text first, then one request per file. */
export async function sendMessage(
  api: BotApi,
  context: ChannelContext<TelegramSettings>,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  const target = targetOf(message)
  const parts = partsOf(message, target)
  if (parts.length === 0) throw new ChannelFault('rejected', 'nothing to send')
  let remoteId: string | null = null
  for (const part of parts) {
    const sent = await sendPart(part, remoteId !== null)
    remoteId ??= String(sent.message_id)
  }
  return { remoteId: remoteId ?? '', ownRefs: [`chat:${target.chatId}`] }

  async function sendPart(part: Part, someArrived: boolean): Promise<{ message_id: number }> {
    for (let wait = 0; ; wait++) {
      try {
        return await callWith(part)
      } catch (error) {
        if (!(error instanceof ChannelFault) || !someArrived) throw error
        // The customer has part of it already: sending it all again would repeat that part.
        const { code, retryAfterMs } = error
        if (code !== 'rate-limited' || wait >= rateLimitWaits) {
          throw new ChannelFault(code, error.message, { maybeDelivered: true, cause: error })
        }
        await context.clock.sleep(retryAfterMs ?? 1000, signal)
      }
    }
  }

  async function callWith(part: Part): Promise<{ message_id: number }> {
    const request = { ...part, result: sentMessageSchema, transmitting: () => message.transmitting() }
    try {
      return await api.call(request, signal)
    } catch (error) {
      if (part.file?.field !== 'photo' || !(error instanceof ChannelFault) || !isPictureRefused(error)) throw error
      return api.call({ ...request, method: 'sendDocument', file: { ...part.file, field: 'document' } }, signal)
    }
  }
}

function isPictureRefused({ code, message }: ChannelFault): boolean {
  return code === 'rejected' && /PHOTO|IMAGE_PROCESS/i.test(message)
}

interface Target {
  chatId: number
  messageId: number | null
}

function targetOf({ replyContext, to }: OutgoingMessage): Target {
  const known = replyContextSchema.safeParse(replyContext)
  if (known.success) return known.data
  return { chatId: chatOf(to.address), messageId: null }
}

/** Throws `no-such-contact`. */
export function chatOf(address: string): number {
  if (!/^-?\d{1,15}$/.test(address)) throw new ChannelFault('no-such-contact', 'not a Telegram chat number')
  return Number(address)
}

function partsOf({ text, attachments }: OutgoingMessage, { chatId, messageId }: Target): Part[] {
  const reply =
    messageId === null ? {} : { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } }
  const [only] = attachments
  if (only && attachments.length === 1 && text.length <= captionLimit) {
    return [filePart(only, { chat_id: chatId, ...(text !== '' && { caption: text }), ...reply })]
  }
  const written: Part = {
    method: 'sendMessage',
    params: { chat_id: chatId, text, link_preview_options: { is_disabled: true }, ...reply },
    timeoutMs: 30_000,
  }
  return [...(text === '' ? [] : [written]), ...attachments.map(file => filePart(file, { chat_id: chatId, ...reply }))]
}

function filePart({ name, mime, content }: OutgoingAttachment, params: Record<string, unknown>): Part {
  const picture = (mime === 'image/jpeg' || mime === 'image/png') && content.length <= photoLimitBytes
  return {
    method: picture ? 'sendPhoto' : 'sendDocument',
    params,
    file: { field: picture ? 'photo' : 'document', name, mime, content },
    timeoutMs: 5 * 60_000,
  }
}
