import type { Entity, WireMessage } from './wire.ts'

/** Shown for a message whose content this version cannot read; the owner sees it whatever the language of the screen. */
export const unreadableNote = '[This kind of Telegram message cannot be shown here · 此类 Telegram 消息无法在此显示]'

/** Everything in the message that can be said in words, without any mark-up. Empty when it has only files. */
export function readableText(message: WireMessage): string {
  const written =
    message.text === undefined
      ? withLinks(message.caption ?? '', message.caption_entities)
      : withLinks(message.text, message.entities)
  return [written, ...spokenParts(message)].filter(part => part !== '').join('\n')
}

/** A link behind other words would be lost in plain text. Entities count in UTF-16 units, as strings here do. */
function withLinks(text: string, entities: readonly Entity[] = []): string {
  return entities
    .filter(entity => entity.type === 'text_link' && entity.url !== undefined)
    .toSorted((a, b) => b.offset - a.offset)
    .reduce((changed, { offset, length, url }) => {
      const end = offset + length
      return `${changed.slice(0, end)} (${url})${changed.slice(end)}`
    }, text)
}

function spokenParts({ sticker, dice, location, venue, contact, poll, checklist }: WireMessage): string[] {
  const parts: string[] = []
  if (sticker) parts.push(sticker.emoji ?? '🖼️')
  if (dice) parts.push(`${dice.emoji} ${dice.value}`)
  // A venue message carries its location a second time.
  if (venue) parts.push(`📍 ${venue.title}, ${venue.address}\n${mapLink(venue.location)}`)
  else if (location) parts.push(`📍 ${mapLink(location)}`)
  if (contact) parts.push(`👤 ${fullName(contact)} ${contact.phone_number}`)
  if (poll) parts.push(listed('📊', poll.question, poll.options))
  if (checklist) parts.push(listed('☑️', checklist.title, checklist.tasks))
  return parts
}

function mapLink({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
}

function listed(mark: string, title: string, items: readonly { text: string }[]): string {
  return [`${mark} ${title}`, ...items.map(item => `• ${item.text}`)].join('\n')
}

export function fullName({ first_name, last_name }: { first_name: string; last_name?: string | undefined }): string {
  return [first_name, last_name].filter(Boolean).join(' ')
}
