import type { Contacts } from '#main/services/contacts.ts'
import { os } from './implement.ts'

/** The people who write, and what is known of them. */
export function contactProcedures(contacts: Contacts) {
  const { contact: contract } = os
  return {
    get: contract.get.handler(({ input }) => contacts.get(input.id)),
    search: contract.search.handler(({ input }) => contacts.search(input.text, input.exceptId ?? null)),
    update: contract.update.handler(({ input: { id, name, note, language, labelIds } }) =>
      contacts.update(id, {
        ...(name !== undefined && { name }),
        ...(note !== undefined && { note }),
        ...(language !== undefined && { language }),
        ...(labelIds !== undefined && { labelIds }),
      }),
    ),
    record: contract.record.handler(({ input }) => contacts.record(input.id)),
    timeline: contract.timeline.handler(({ input: { id, channelId, cursor, limit } }) =>
      contacts.timeline(id, { channelId: channelId ?? null, cursor: cursor ?? null, limit }),
    ),
    merge: contract.merge.handler(({ input }) => contacts.merge(input.into, input.from)),
    undoMerge: contract.undoMerge.handler(({ input }) => contacts.undoMerge(input.mergeId)),
    setApart: contract.setApart.handler(({ input }) => contacts.setApart(input.one, input.other)),
    split: contract.split.handler(({ input }) => contacts.split(input.handleId)),
    forgetFact: contract.forgetFact.handler(({ input: { id, ...fact } }) => contacts.forgetFact(id, fact)),
    forgetFacts: contract.forgetFacts.handler(({ input }) => contacts.forgetFacts(input.id)),
  }
}
