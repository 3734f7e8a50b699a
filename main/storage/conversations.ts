import type { Conversation } from '#contract/conversation.ts'
import type { Json } from '#main/ports/channel.ts'
import type { ConversationStore } from '#main/ports/stores.ts'
import { createUpdate } from './cells.ts'
import { createConversationList, createCounts } from './conversationList.ts'
import { selectConversation, toConversation, type ConversationRow } from './conversationRow.ts'
import type { Database } from './sqlite.ts'
import type { SearchIndex } from './searchIndex.ts'
import { transaction } from './transaction.ts'

export function createConversationStore(db: Database, search: SearchIndex): ConversationStore {
  const byId = db.prepare<[string], ConversationRow>(`${selectConversation()} where c.id = ?`)
  const ofContact = db.prepare<[string], ConversationRow>(
    `${selectConversation()} where c.handle_id in (select id from handle where contact_id = ?)
    order by c.last_message_at desc, c.id desc`,
  )
  const dueSnoozes = db.prepare<[number], ConversationRow>(
    `${selectConversation('conversation_snoozed')} where c.status = 'snoozed' and c.snoozed_until is not null and c.snoozed_until <= ?
    order by c.snoozed_until`,
  )
  const insert = db.prepare<[string, string, string, string, string, number, number]>(`
    insert into conversation (id, channel_id, handle_id, subject, status, handler, unread, last_message_at, preview,
      reply_context, created_at)
    values (?, ?, ?, ?, 'open', ?, 0, ?, '', 'null', ?)`)
  const remove = db.prepare<[string]>('delete from conversation where id = ?')
  const update = createUpdate(db, 'conversation')
  const hidden = db.prepare<[string], { handleId: string; replyContext: string }>(
    'select handle_id as handleId, reply_context as replyContext from conversation where id = ?',
  )
  const byRefs = db
    .prepare<[string, string, string], string>(
      `select c.id from conversation_ref r join conversation c on c.id = r.conversation_id
      where r.channel_id = ? and r.ref in (select value from json_each(?)) and c.handle_id = ?
      order by c.last_message_at desc, c.no desc limit 1`,
    )
    .pluck()
  const addRef = db.prepare<[string, string, string]>(
    'insert or ignore into conversation_ref (channel_id, ref, conversation_id) values (?, ?, ?)',
  )

  const newestOf = db
    .prepare<[string], string>('select id from conversation where handle_id = ? order by last_message_at desc limit 1')
    .pluck()
  const languages = db
    .prepare<[], string>('select language from language_tally where amount > 0 order by amount desc, language')
    .pluck()
  const setLabels = db.prepare<[string, string]>(`
    update conversation set labels = (
      select coalesce(sum(1 << bit), 0) from label
      where removing = 0 and id in (select value from json_each(?))
    ) where id = ?`)

  function mustGet(id: string): Conversation {
    const row = byId.get(id)
    if (!row) throw new Error(`No conversation has the id ${id}`)
    return toConversation(row)
  }

  function mustHidden(id: string) {
    const row = hidden.get(id)
    if (!row) throw new Error(`No conversation has the id ${id}`)
    return row
  }

  return {
    get(id) {
      const row = byId.get(id)
      return row ? toConversation(row) : null
    },
    insert: ({ id, channelId, handleId, subject, handler, createdAt }) =>
      transaction(db, () => {
        insert.run(id, channelId, handleId, subject, handler, createdAt.getTime(), createdAt.getTime())
        search.putConversation(id)
        return mustGet(id)
      }),
    update(id, { replyContext, ...change }) {
      const cells = { ...change, replyContext: replyContext === undefined ? undefined : JSON.stringify(replyContext) }
      if (change.subject === undefined) update(id, cells)
      else {
        transaction(db, () => {
          update(id, cells)
          search.putConversation(id)
        })
      }
      return mustGet(id)
    },
    remove: id =>
      transaction(db, () => {
        search.removeConversation(id)
        remove.run(id)
      }),
    replyContext(id) {
      const context: Json = JSON.parse(mustHidden(id).replyContext)
      return context
    },
    handleId: id => mustHidden(id).handleId,
    newestOf: handleId => newestOf.get(handleId) ?? null,
    findByRefs: (channelId, handleId, refs) => byRefs.get(channelId, JSON.stringify(refs), handleId) ?? null,
    addRefs(channelId, conversationId, refs) {
      transaction(db, () => {
        for (const ref of refs) addRef.run(channelId, ref, conversationId)
      })
    },
    list: createConversationList(db),
    counts: createCounts(db),
    languages: () => languages.all(),
    setLabels: (id, labelIds) => void setLabels.run(JSON.stringify(labelIds), id),
    dueSnoozes: now => dueSnoozes.all(now.getTime()).map(toConversation),
    ofContact: contactId => ofContact.all(contactId).map(toConversation),
  }
}
