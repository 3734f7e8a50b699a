import type { ContactStore } from '#main/ports/contactStore.ts'
import { selectHandles, type HandleRow } from './contactRows.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

/** More words than these nobody looks through for a quote. */
const MESSAGES_SEARCHED = 300

type Links = Pick<
  ContactStore,
  'setApart' | 'areApart' | 'withMailbox' | 'provedOrders' | 'contactsThatProved' | 'remembering' | 'saidIn'
>

/** What ties contacts to each other, to orders, and to what was said. */
export function createContactLinks(db: Database): Links {
  const pairs = db.prepare<[string, string]>(`
    insert or ignore into handle_apart (handle_id, other_id)
    select one.id, other.id from handle one join handle other where one.contact_id = ? and other.contact_id = ?`)
  const apart = db
    .prepare<[string, string], number>(
      `select 1 from handle one join handle_apart a on a.handle_id = one.id join handle other on other.id = a.other_id
      where one.contact_id = ? and other.contact_id = ? limit 1`,
    )
    .pluck()
  const byMailbox = db.prepare<[string], HandleRow>(
    `${selectHandles} where lower(h.address) = ? order by h.id limit 50`,
  )
  const proved = db
    .prepare<[string], string>(
      `select distinct p.order_id from handle h join conversation c on c.handle_id = h.id
      join proved_order p on p.conversation_id = c.id where h.contact_id = ?`,
    )
    .pluck()
  const provers = db
    .prepare<[string], string>(
      `select distinct h.contact_id from proved_order p join conversation c on c.id = p.conversation_id
      join handle h on h.id = c.handle_id where p.order_id = ?`,
    )
    .pluck()
  const remembering = db
    .prepare<[string, number], string>(
      `select c.id from handle h join conversation c on c.handle_id = h.id join dialogue d on d.conversation_id = c.id
      where h.contact_id = ? order by c.last_message_at desc, c.no desc limit ?`,
    )
    .pluck()
  const said = db
    .prepare<[string, number, string], string>(
      `select id from (
        select id, body from message where conversation_id = ? and kind = 'message' and author = 'contact'
        order by seq desc limit ?
      ) where instr(body, ?) > 0 limit 1`,
    )
    .pluck()

  return {
    /** Both ways, so that either is found by its index. */
    setApart: (one, other) =>
      transaction(db, () => {
        pairs.run(one, other)
        pairs.run(other, one)
      }),
    areApart: (one, other) => apart.get(one, other) !== undefined,
    withMailbox: mailbox => byMailbox.all(mailbox),
    provedOrders: contactId => proved.all(contactId),
    contactsThatProved: orderId => provers.all(orderId),
    remembering: (contactId, limit) => remembering.all(contactId, limit),
    saidIn: (conversationId, words) => said.get(conversationId, MESSAGES_SEARCHED, words) ?? null,
  }
}
