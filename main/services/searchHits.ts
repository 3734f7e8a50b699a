import type { Contact } from '#contract/contact.ts'
import type { Order } from '#contract/orders.ts'
import type { Excerpt, SearchHit } from '#contract/search.ts'
import { excerptOf, marked, type Marker } from '#domain/search/excerpt.ts'
import type { SearchTerm } from '#domain/search/query.ts'
import type { FoundMessage, FoundSubject, SearchCondition } from '#main/ports/searchStore.ts'

/** What is marked in hits of these conditions. */
export function markersOf(conditions: readonly SearchCondition[]): Marker[] {
  return conditions.flatMap(condition =>
    condition.kind !== 'words' || condition.isExcluded
      ? []
      : condition.anyOf.flatMap((phrase): Marker[] =>
          phrase.kind === 'row'
            ? [{ tokens: phrase.tokens, isPrefix: phrase.isPrefix, isInside: false }]
            : [phrase.before, phrase.after].map(tokens => ({ tokens, isPrefix: false, isInside: false })),
        ),
  )
}

/** For names and numbers: words and what they begin. */
export function plainMarkers(terms: readonly SearchTerm[]): Marker[] {
  return terms
    .filter(({ isExcluded }) => !isExcluded)
    .map(({ tokens, isExact }) => ({ tokens, isPrefix: !isExact, isInside: false }))
}

const markedOrPlain = (text: string, markers: readonly Marker[]): Excerpt =>
  marked(text, markers) ?? { text, marks: [] }

export function messageHit(found: FoundMessage, markers: readonly Marker[], like: boolean): SearchHit {
  const { text, attachmentNames } = found
  const name = marked(text, markers) ? undefined : attachmentNames.find(file => marked(file, markers))
  return {
    kind: 'message',
    messageId: found.id,
    conversationId: found.conversationId,
    contactName: found.contactName,
    channelKind: found.channelKind,
    subject: markedOrPlain(found.subject, markers),
    excerpt: excerptOf(name ?? (text.trim() === '' ? attachmentNames.join(', ') : text), markers),
    at: found.sentAt,
    author: found.author,
    hasAttachment: attachmentNames.length > 0,
    like,
  }
}

export function subjectHit(found: FoundSubject, markers: readonly Marker[]): SearchHit {
  return {
    kind: 'conversation',
    conversationId: found.conversationId,
    contactName: found.contactName,
    channelKind: found.channelKind,
    subject: markedOrPlain(found.subject, markers),
    excerpt: excerptOf(found.preview, markers),
    at: found.lastMessageAt,
  }
}

export function contactHit(contact: Contact, conversationId: string | null, markers: readonly Marker[]): SearchHit {
  return {
    kind: 'contact',
    contactId: contact.id,
    name: markedOrPlain(contact.name, markers),
    addresses: contact.handles.map(({ address }) => markedOrPlain(address, markers)),
    conversationId,
  }
}

/** What was ordered is said where nothing else shows why the order was found. */
export function orderHit(order: Order, markers: readonly Marker[]): SearchHit {
  const customer = order.customerName || (order.email ?? '')
  const isShown = marked(`${order.number} ${customer}`, markers) !== null
  const item = isShown ? undefined : order.items.find(({ name }) => marked(name, markers))
  return {
    kind: 'order',
    orderId: order.id,
    number: markedOrPlain(order.number, markers),
    customer: markedOrPlain([customer, item?.name].filter(Boolean).join(' · '), markers),
    placedAt: order.placedAt,
  }
}

/** Whole matches of a name or a number first, then those it begins. */
export function bestFirst<T>(items: readonly T[], textOf: (item: T) => string, typed: string): T[] {
  const wanted = typed.toLowerCase()
  const rank = (item: T) => {
    const text = textOf(item).toLowerCase()
    return text === wanted ? 0 : text.startsWith(wanted) ? 1 : 2
  }
  return items.toSorted((a, b) => rank(a) - rank(b))
}
