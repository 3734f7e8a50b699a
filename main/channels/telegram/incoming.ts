import type { Automated } from '#contract/message.ts'
import type { IncomingAttachment, IncomingMessage } from '#main/ports/channel.ts'
import { fullName, readableText, unreadableNote } from './readable.ts'
import { messageSchema } from './wire.ts'
import type { WireMessage, WireUpdate } from './wire.ts'

export interface WantedFile {
  fileId: string
  name: string
  mime: string
  /** Null when Telegram does not say. */
  bytes: number | null
}

/** A message whose files are still with Telegram. */
export interface Arrival {
  updateId: number
  message: Omit<IncomingMessage, 'attachments'>
  files: readonly WantedFile[]
}

/** Told by Telegram itself, not by the customer. */
const serviceParts = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'chat_background_set',
  'connected_website',
  'write_access_allowed',
  'proximity_alert_triggered',
  'boost_added',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
]

/**
 * What the customers wrote, in order. Left out: groups, what Telegram tells by itself, and the start button.
 * Photos sent together arrive as one update each and are put back together.
 */
export function arrivalsOf(updates: readonly WireUpdate[], botId: string): Arrival[] {
  const arrivals: { arrival: Arrival; album: string | null }[] = []
  for (const update of updates) {
    const next = arrivalOf(update, botId)
    if (!next) continue
    const last = arrivals.at(-1)
    if (last && next.album !== null && last.album === next.album) last.arrival = joined(last.arrival, next.arrival)
    else arrivals.push(next)
  }
  return arrivals.map(({ arrival }) => arrival)
}

function arrivalOf(update: WireUpdate, botId: string): { arrival: Arrival; album: string | null } | null {
  const wire = update.message ?? update.edited_message
  const parsed = messageSchema.safeParse(wire)
  if (!wire || !parsed.success || parsed.data.chat.type !== 'private') return null
  const message = parsed.data
  const edited = update.message === undefined
  const text = readableText(message)
  const files = wantedFiles(message)
  if (/^\/start(\s|$)/.test(text) || serviceParts.some(part => part in wire)) return null
  // A live location moves every few seconds; only changed words are news.
  if (edited && message.text === undefined && message.caption === undefined) return null

  const { chat, from, message_id } = message
  const chatRef = `chat:${chat.id}`
  const own = `${botId}:${chatRef}:msg:${message_id}`
  const note = text === '' && files.length === 0 ? unreadableNote : text
  return {
    album: message.media_group_id === undefined || edited ? null : `${chatRef}:${message.media_group_id}`,
    arrival: {
      updateId: update.update_id,
      message: {
        dedupeKeys: [`${botId}:update:${update.update_id}`, edited ? `${own}:edit:${message.edit_date ?? 0}` : own],
        remoteId: String(message_id),
        threadRefs: [chatRef],
        ownRefs: [chatRef],
        from: { address: String(chat.id), name: from ? fullName(from) || (from.username ?? '') : '' },
        subject: '',
        text: edited ? `✏️ ${note}` : note,
        quoted: message.quote?.text ?? message.reply_to_message?.text ?? message.reply_to_message?.caption ?? null,
        html: null,
        sentAt: new Date((edited ? (message.edit_date ?? message.date) : message.date) * 1000),
        automated: automatedBy(message),
        replyContext: { chatId: chat.id, messageId: message_id },
        raw: new TextEncoder().encode(JSON.stringify(update)),
      },
      files: edited ? [] : files,
    },
  }
}

function joined(first: Arrival, second: Arrival): Arrival {
  const separator = new TextEncoder().encode('\n')
  return {
    updateId: second.updateId,
    message: {
      ...first.message,
      dedupeKeys: [...first.message.dedupeKeys, ...second.message.dedupeKeys],
      text: [first.message.text, second.message.text].filter(text => text !== '').join('\n'),
      raw: new Uint8Array(Buffer.concat([first.message.raw, separator, second.message.raw])),
    },
    files: [...first.files, ...second.files],
  }
}

function automatedBy({ from, is_from_offline }: WireMessage): Automated | null {
  if (from?.is_bot) return 'bot'
  return is_from_offline ? 'auto-reply' : null
}

function wantedFiles(message: WireMessage): WantedFile[] {
  const { message_id: id, photo, document, animation, video, audio, voice, video_note, live_photo } = message
  const files: WantedFile[] = []
  const add = (
    part: { file_id: string; file_size?: number; file_name?: string; mime_type?: string } | undefined,
    name: string,
    mime: string,
  ) => {
    if (!part) return
    const { file_id, file_size, file_name, mime_type } = part
    files.push({ fileId: file_id, name: file_name || name, mime: mime_type || mime, bytes: file_size ?? null })
  }
  add(photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0], `photo-${id}.jpg`, 'image/jpeg')
  // An animation comes as a document too, for older bots.
  add(
    animation ?? document,
    animation ? `animation-${id}.mp4` : `file-${id}`,
    animation ? 'video/mp4' : 'application/octet-stream',
  )
  add(video, `video-${id}.mp4`, 'video/mp4')
  add(audio, `${audio?.title || `audio-${id}`}.mp3`, 'audio/mpeg')
  add(voice, `voice-${id}.ogg`, 'audio/ogg')
  add(video_note, `video-${id}.mp4`, 'video/mp4')
  add(live_photo, `live-photo-${id}.mp4`, 'video/mp4')
  return files
}

export function withFiles(arrival: Arrival, attachments: readonly IncomingAttachment[]): IncomingMessage {
  return { ...arrival.message, attachments }
}
