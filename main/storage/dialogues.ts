import { z } from 'zod'
import { briefSchema, valueTagSchema, type Brief, type ValueTag } from '#contract/handover.ts'
import { factNameSchema, factSchema, moodSchema } from '#contract/understanding.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import type { DialogueStore } from '#main/ports/dialogueStore.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

const identitySchema = z.object({
  proved: z.array(z.object({ orderId: z.string(), until: z.string() })),
  pending: z
    .object({ orderId: z.string(), hash: z.string(), salt: z.string(), until: z.string(), triesLeft: z.number() })
    .nullable(),
})

const positionSchema = z.object({
  playbookId: z.string(),
  version: z.string(),
  stepId: z.string(),
  asked: z.partialRecord(factNameSchema, z.number()),
  found: z.record(z.string(), z.string()),
  path: z.array(z.string()),
})

const stateSchema = z.object({
  facts: z.array(factSchema),
  identity: identitySchema,
  playbook: positionSchema.nullable(),
  failedTurns: z.number(),
  moods: z.array(z.object({ mood: moodSchema, intensity: z.number() })),
  asking: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('clarify'), entryIds: z.array(z.string()) }),
      z.object({ kind: z.literal('fact'), name: factNameSchema }),
    ])
    .nullable(),
  promised: z.array(z.string()),
})

interface TagRow extends Omit<ValueTag, 'at' | 'code'> {
  code: string
  at: number
}

export function createDialogueStore(db: Database): DialogueStore {
  const state = db.prepare<[string], string>('select state from dialogue where conversation_id = ?').pluck()
  const putState = db.prepare<[string, string]>(
    'insert into dialogue (conversation_id, state) values (?, ?) on conflict do update set state = excluded.state',
  )
  const proposed = db.prepare<[string], string>('select state from proposed_dialogue where suggestion_id = ?').pluck()
  const propose = db.prepare<[string, string]>('insert into proposed_dialogue (suggestion_id, state) values (?, ?)')
  const proposals = db.prepare<[string], { suggestionId: string; state: string }>(`
    select p.suggestion_id as suggestionId, p.state from proposed_dialogue p
    where p.suggestion_id in (select id from suggestion where conversation_id = ?)`)
  const repropose = db.prepare<[string, string]>('update proposed_dialogue set state = ? where suggestion_id = ?')
  const addProof = db.prepare<[string, string]>(
    'insert or ignore into proved_order (conversation_id, order_id) values (?, ?)',
  )
  const proofs = db.prepare<[string], string>('select order_id from proved_order where conversation_id = ?').pluck()
  const dropProof = db.prepare<[string, string]>('delete from proved_order where conversation_id = ? and order_id = ?')
  const brief = db.prepare<[string], string>('select record from brief where conversation_id = ?').pluck()
  const putBrief = db.prepare<[string, string]>(
    'insert into brief (conversation_id, record) values (?, ?) on conflict do update set record = excluded.record',
  )
  const dropBrief = db.prepare<[string]>('delete from brief where conversation_id = ?')
  const tags = db.prepare<[string], TagRow>(
    `select id, conversation_id as conversationId, code, detail, message_id as messageId, quote, at
    from value_tag where conversation_id = ? order by no`,
  )
  const tagsSince = db.prepare<[string, number], TagRow>(
    `select id, conversation_id as conversationId, code, detail, message_id as messageId, quote, at
    from value_tag where code = ? and at >= ? order by no`,
  )
  const addTag = db.prepare<TagRow>(`
    insert into value_tag (id, conversation_id, code, detail, message_id, quote, at)
    values (@id, @conversationId, @code, @detail, @messageId, @quote, @at)`)

  function put(conversationId: string, next: DialogueState) {
    transaction(db, () => {
      putState.run(conversationId, JSON.stringify(next))
      for (const { orderId } of next.identity.proved) addProof.run(conversationId, orderId)
    })
  }

  return {
    get: conversationId => read(state.get(conversationId)),
    put,
    rewrite: (conversationId, change) =>
      transaction(db, () => {
        const record = state.get(conversationId)
        if (record !== undefined) put(conversationId, change(read(record)))
        for (const { suggestionId, state: kept } of proposals.all(conversationId)) {
          repropose.run(JSON.stringify(change(read(kept))), suggestionId)
        }
      }),
    provedOrders: conversationId => proofs.all(conversationId),
    unprove(conversationId, orderIds) {
      for (const orderId of orderIds) dropProof.run(conversationId, orderId)
    },
    proposed(suggestionId) {
      const record = proposed.get(suggestionId)
      return record === undefined ? null : read(record)
    },
    propose: (suggestionId, next) => void propose.run(suggestionId, JSON.stringify(next)),
    brief(conversationId): Brief | null {
      const record = brief.get(conversationId)
      if (record === undefined) return null
      const value: unknown = JSON.parse(record)
      return briefSchema.extend({ at: z.coerce.date() }).parse(value)
    },
    putBrief(conversationId, record) {
      if (record === null) dropBrief.run(conversationId)
      else putBrief.run(conversationId, JSON.stringify(record))
    },
    tags: conversationId => tags.all(conversationId).map(toTag),
    tagsSince: (code, since) => tagsSince.all(code, since.getTime()).map(toTag),
    addTag: tag => void addTag.run({ ...tag, at: tag.at.getTime() }),
  }
}

function toTag(row: TagRow): ValueTag {
  return valueTagSchema.parse({ ...row, at: toDate(row.at) })
}

/** One of another version that cannot be read begins anew: nothing in it is owed to anybody. */
function read(record: string | undefined): DialogueState {
  if (record === undefined) return freshDialogue
  const read = stateSchema.safeParse(JSON.parse(record))
  return read.success ? read.data : freshDialogue
}
