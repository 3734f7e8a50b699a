import type { Contact } from '#contract/contact.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { NotFound, Refused } from './errors.ts'
import type { Publish } from './events.ts'

/** Customers, and which of their addresses belong to one person. Only the owner merges. */
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

  return {
    get,
    search: (text: string, exceptId: string | null) => stores.contacts.search(text, exceptId, 20),
    merge(into: string, from: string): Contact {
      if (into === from) throw new Refused('SAME_CONTACT')
      const other = get(from)
      get(into)
      board.transaction(() => {
        const moved = stores.conversations.ofContact(from)
        stores.contacts.merge(into, from)
        for (const { id } of moved) board.addActivity(id, 'merged', other.name, 'owner')
      })
      return changed(into)
    },
    split(handleId: string): Contact {
      const handle = stores.contacts.handle(handleId)
      if (!handle) throw new NotFound()
      const whole = get(handle.contactId)
      if (whole.handles.length < 2) throw new Refused('ONLY_HANDLE')
      const id = ids.next()
      board.transaction(() => {
        stores.contacts.split(handleId, id, clock.now())
        for (const conversation of stores.conversations.ofContact(id)) {
          board.addActivity(conversation.id, 'split', whole.name, 'owner')
        }
      })
      changed(whole.id)
      return changed(id)
    },
  }
}
export type Contacts = ReturnType<typeof createContacts>
