const MAX_REFERENCES = 40
const KEPT_FIRST = 4

/** Every `<id>` of a References, In-Reply-To or Message-ID header, in order, each once, with its brackets. */
export function messageIdsIn(header: string): string[] {
  const found = header.match(/<[^<>\s]{1,400}>/g) ?? []
  return [...new Set(found)]
}

/** The References of an answer (RFC 5322 3.6.4): the old ones and the message itself; long ones lose their middle. */
export function referencesFor(references: readonly string[], messageId: string | null): string[] {
  const all = [...new Set([...references, ...(messageId ? [messageId] : [])])]
  if (all.length <= MAX_REFERENCES) return all
  return [...all.slice(0, KEPT_FIRST), ...all.slice(KEPT_FIRST - MAX_REFERENCES)]
}

/** The same outbox row always gives the same Message-ID, so an uncertain send can be looked up. */
export function ownMessageId(outboxId: string, address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return `<${outboxId.replace(/[^\w.-]/g, '')}@${domain}>`
}
