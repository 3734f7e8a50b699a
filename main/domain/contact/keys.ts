import type { ChannelKind } from '#contract/channel.ts'
import { assertNever } from '#domain/assertNever.ts'

/**
 * One form for all ways to write a mailbox that surely are the same: only the case of plain letters may differ. What
 * stands behind a plus is kept, as not every provider leaves it out.
 */
export function mailboxKey(address: string): string {
  return address.trim().replace(/[A-Z]+/g, letters => letters.toLowerCase())
}

/** The mailbox that a channel vouches for; a chat id is none, and no phone number either. */
export function vouchedMailbox({ channelKind, address }: { channelKind: ChannelKind; address: string }): string | null {
  switch (channelKind) {
    case 'email':
    case 'demo':
      return address.includes('@') ? mailboxKey(address) : null
    case 'telegram':
      return null
    default:
      return assertNever(channelKind)
  }
}
