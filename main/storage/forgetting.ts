import type { Fact } from '#contract/understanding.ts'
import { tells } from '#domain/dialogue/forget.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import type { Database } from './sqlite.ts'

const PROOF = 'proof'

interface Forgotten {
  name: Fact['name'] | typeof PROOF
  value: string
  /** Of the newest message then. */
  seq: number
}

/** What was forgotten in a conversation stays so until it is said again, and which orders were proved in it. */
export function createForgetting(db: Database) {
  const forgottenIn = db.prepare<[string], Forgotten>(
    'select name, value, seq from forgotten_fact where conversation_id = ?',
  )
  const add = db.prepare<[string, string, string, string]>(`
    insert or replace into forgotten_fact (conversation_id, name, value, seq)
    values (?, ?, ?, (select coalesce(max(seq), 0) from message where conversation_id = ?))`)
  const saidAgain = db
    .prepare<[string, number, string], number>(
      `select 1 from message where conversation_id = ? and seq > ? and kind = 'message' and author = 'contact'
      and instr(body, ?) > 0 limit 1`,
    )
    .pluck()
  const addProof = db.prepare<[string, string]>(
    'insert or ignore into proved_order (conversation_id, order_id) values (?, ?)',
  )
  const proofs = db.prepare<[string], string>('select order_id from proved_order where conversation_id = ?').pluck()
  const dropProof = db.prepare<[string, string]>('delete from proved_order where conversation_id = ? and order_id = ?')

  return {
    /** A thought that began before may still know it. What came from a record may come again after any word. */
    without(conversationId: string, state: DialogueState): DialogueState {
      const forgotten = forgottenIn.all(conversationId)
      if (forgotten.length === 0) return state
      const isBack = (seq: number, words: string) => saidAgain.get(conversationId, seq, words) !== undefined
      const staysGone = (fact: Fact) =>
        forgotten.some(
          ({ name, value, seq }) => name !== PROOF && tells(fact, { name, value }) && !isBack(seq, fact.quote),
        )
      const isUnproved = ({ orderId }: { orderId: string }) =>
        forgotten.some(({ name, value, seq }) => name === PROOF && value === orderId && !isBack(seq, ''))
      const { proved, pending } = state.identity
      return {
        ...state,
        facts: state.facts.filter(fact => !staysGone(fact)),
        identity: {
          proved: proved.filter(proof => !isUnproved(proof)),
          pending: pending !== null && isUnproved(pending) ? null : pending,
        },
      }
    },
    note(conversationId: string, facts: readonly Fact[], orderIds: readonly string[]) {
      for (const { name, value } of facts) add.run(conversationId, name, value, conversationId)
      for (const orderId of orderIds) {
        add.run(conversationId, PROOF, orderId, conversationId)
        dropProof.run(conversationId, orderId)
      }
    },
    addProofs(conversationId: string, { identity }: DialogueState) {
      for (const { orderId } of identity.proved) addProof.run(conversationId, orderId)
    },
    provedOrders: (conversationId: string) => proofs.all(conversationId),
  }
}
