import { NOTE_MAX, type Contact, type ContactRecord } from '#contract/contact.ts'
import type { FactName } from '#contract/understanding.ts'
import { handlesToGoBack, type ContactParts } from '#domain/contact/merge.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { createContactFacts } from './contactFacts.ts'
import { createContactProposals } from './contactProposals.ts'
import { createContactTimeline } from './contactTimeline.ts'
import { NotFound, Refused, TooLong } from './errors.ts'
import type { Publish } from './events.ts'

/** Conversations whose change is published one by one. */
const MOST_TOLD = 200

/** Customers, what is known of them, and which of their addresses belong to one person. Only the owner merges. */
export function createContacts({
  stores,
  board,
  publish,
  clock,
  ids,
}: {
  stores: Stores
  board: Board
  publish: Publish
  clock: Clock
  ids: Ids
}) {
  const proposalsFor = createContactProposals(stores)
  const facts = createContactFacts({ stores, board })
  const timeline = createContactTimeline({ stores })

  function get(id: string): Contact {
    const contact = stores.contacts.get(id)
    if (!contact) throw new NotFound()
    return contact
  }

  function changed(id: string): Contact {
    const contact = get(id)
    publish({ type: 'contactChanged', contact })
    return contact
  }

  /** A line in each conversation that has changed hands. */
  function note(conversations: readonly { id: string }[], code: 'merged' | 'unmerged' | 'split', name: string) {
    for (const { id } of conversations) board.addActivity(id, code, name, 'owner')
  }

  return {
    get,
    search: (text: string, exceptId: string | null) => stores.contacts.search(text, exceptId, 20),

    update(id: string, change: Partial<ContactParts>): Contact {
      const before = get(id)
      const max = Math.max(NOTE_MAX, before.note.length)
      if (change.note !== undefined && change.note.length > max) throw new TooLong(max)
      board.transaction(() => {
        stores.contacts.update(id, change)
        if (change.name === undefined || change.name === before.name) return
        // Lists show the name; the rest of a very long history is read with it anyway.
        for (const conversation of stores.conversations.ofContact(id).slice(0, MOST_TOLD)) {
          board.conversationChanged(conversation.id)
        }
      })
      return changed(id)
    },

    record(id: string): ContactRecord {
      const contact = get(id)
      const merges = stores.contacts
        .mergesInto(id)
        .filter(({ record }) => handlesToGoBack(record, contact.handles).length > 0)
      return {
        proposals: proposalsFor(contact),
        merges: merges.map(({ id: mergeId, at, record }) => ({ id: mergeId, name: record.from.name, at })),
        facts: facts.list(contact),
      }
    },

    timeline: (id: string, query: { channelId: string | null; cursor: string | null; limit: number }) =>
      timeline(get(id), query),

    merge(into: string, from: string): { contact: Contact; mergeId: string } {
      if (into === from) throw new Refused('SAME_CONTACT')
      const other = get(from)
      get(into)
      const mergeId = ids.next()
      board.transaction(() => {
        const moved = stores.conversations.ofContact(from)
        stores.contacts.merge({ id: mergeId, into, from, at: clock.now() })
        note(moved, 'merged', other.name)
      })
      return { contact: changed(into), mergeId }
    },

    undoMerge(mergeId: string): Contact {
      const merge = stores.contacts.mergeOf(mergeId)
      const whole = merge && stores.contacts.get(merge.intoId)
      if (!merge || !whole) throw new NotFound()
      const handleIds = handlesToGoBack(merge.record, whole.handles)
      if (handleIds.length === 0) throw new Refused('INSEPARABLE')
      board.transaction(() => {
        stores.contacts.undoMerge(merge, handleIds, clock.now())
        note(stores.conversations.ofContact(merge.fromId), 'unmerged', whole.name)
      })
      changed(whole.id)
      return changed(merge.fromId)
    },

    setApart(one: string, other: string): void {
      if (one === other) throw new Refused('SAME_CONTACT')
      const both = [get(one), get(other)]
      board.transaction(() => stores.contacts.setApart(one, other))
      for (const { id } of both) changed(id)
    },

    split(handleId: string): Contact {
      const handle = stores.contacts.handle(handleId)
      if (!handle) throw new NotFound()
      const whole = get(handle.contactId)
      if (whole.handles.length < 2) throw new Refused('ONLY_HANDLE')
      const id = ids.next()
      board.transaction(() => {
        stores.contacts.split(handleId, id, clock.now())
        note(stores.conversations.ofContact(id), 'split', whole.name)
      })
      changed(whole.id)
      return changed(id)
    },

    forgetFact(id: string, fact: { name: FactName; value: string }): void {
      facts.forget(get(id), fact)
      changed(id)
    },
    forgetFacts(id: string): void {
      facts.forget(get(id), null)
      changed(id)
    },
  }
}
export type Contacts = ReturnType<typeof createContacts>
