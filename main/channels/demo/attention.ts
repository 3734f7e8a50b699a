import type { Receipt } from '#main/ports/channel.ts'

const DELIVERED_AFTER_MS = 800
const SEEN_AFTER_MS = 3000
/** How long a customer is seen writing before a line comes. */
export const TYPES_FOR_MS = 4000

/** What customers do with a reply besides answering it: their phone gets it, then they look at it. */
export function createAttention() {
  let coming: { address: string; receipt: Receipt }[] = []

  return {
    got(address: string, remoteId: string, now: Date) {
      const after = (ms: number) => new Date(now.getTime() + ms)
      coming.push({ address, receipt: { remoteId, state: 'delivered', at: after(DELIVERED_AFTER_MS) } })
      coming.push({ address, receipt: { remoteId, state: 'seen', at: after(SEEN_AFTER_MS) } })
    },
    /** Those whose time has come, and all of a customer who writes now. */
    take(now: Date, writing: string | null): Receipt[] {
      const isDue = ({ address, receipt }: (typeof coming)[number]) => receipt.at <= now || address === writing
      const due = coming.filter(isDue)
      coming = coming.filter(one => !isDue(one))
      return due.map(({ receipt }) => (receipt.at > now ? { ...receipt, at: now } : receipt))
    },
    /** Milliseconds until the next one; infinite when none is coming. */
    nextInMs: (now: Date) => Math.min(...coming.map(({ receipt }) => receipt.at.getTime() - now.getTime())),
  }
}
