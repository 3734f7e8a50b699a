import { z } from 'zod'
import { briefSchema, valueTagSchema, type Brief, type ValueTag } from '#contract/handover.ts'
import { factNameSchema, factSchema, moodSchema } from '#contract/understanding.ts'
import { forget } from '#domain/dialogue/forget.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import type { DialogueStore } from '#main/ports/dialogueStore.ts'
import { toDate } from './cells.ts'
import { createForgetting } from './forgetting.ts'
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
  const conversationOf = db.prepare<[string], string>('select conversation_id from suggestion where id = ?').pluck()
  const proposedIn = db.prepare<[string], { suggestionId: string; state: string }>(`
    select p.suggestion_id as suggestionId, p.state from suggestion s
    join proposed_dialogue p on p.suggestion_id = s.id where s.conversation_id = ?`)
  const repropose = db.prepare<[string, string]>('update proposed_dialogue set state = ? where suggestion_id = ?')
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

  const forgetting = createForgetting(db)

  return {
    get: conversationId => read(state.get(conversationId)),
    put: (conversationId, next) =>
      transaction(db, () => {
        const kept = forgetting.without(conversationId, next)
        putState.run(conversationId, JSON.stringify(kept))
        forgetting.addProofs(conversationId, kept)
      }),
    proposed(suggestionId) {
      const record = proposed.get(suggestionId)
      return record === undefined ? null : read(record)
    },
    propose(suggestionId, next) {
      const conversationId = conversationOf.get(suggestionId)
      if (conversationId === undefined) throw new Error(`No suggestion has the id ${suggestionId}`)
      propose.run(suggestionId, JSON.stringify(forgetting.without(conversationId, next)))
    },
    provedOrders: conversationId => forgetting.provedOrders(conversationId),
    forget: (conversationId, goes, orderIds) =>
      transaction(db, () => {
        const record = state.get(conversationId)
        const suggested = proposedIn.all(conversationId)
        const states = [record, ...suggested.map(row => row.state)].map(read)
        forgetting.note(
          conversationId,
          states.flatMap(({ facts }) => facts.filter(goes)),
          orderIds,
        )
        const [own, ...others] = states.map(known => forget(known, goes, new Set(orderIds)))
        if (record !== undefined) putState.run(conversationId, JSON.stringify(own))
        suggested.forEach(({ suggestionId }, at) => repropose.run(JSON.stringify(others[at]), suggestionId))
      }),
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
