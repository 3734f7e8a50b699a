import type { BlobStore } from '#main/ports/blobs.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createAnswerStore } from './answers.ts'
import { createChannelStore } from './channels.ts'
import { createContactStore } from './contacts.ts'
import { createConversationStore } from './conversations.ts'
import { createDialogueStore } from './dialogues.ts'
import { createDraftStore } from './drafts.ts'
import { createDutyStore } from './duty.ts'
import type { Database } from './sqlite.ts'
import { createExportStore } from './exportRows.ts'
import { createInboxRawStore } from './inboxRaw.ts'
import { createKnowledgeStore } from './knowledge.ts'
import { createLabelStore } from './labels.ts'
import { createMessageStore } from './messages.ts'
import { createModelStore } from './models.ts'
import { createNoticeStore } from './notices.ts'
import { createOrderStore } from './orders.ts'
import { createOutboxStore } from './outbox.ts'
import { createPlaybookStore } from './playbooks.ts'
import { createRehearsalStore } from './rehearsals.ts'
import { createReportStore } from './reports.ts'
import { createSearchStore } from './search.ts'
import { createSearchIndex } from './searchIndex.ts'
import { createSettingsStore } from './settings.ts'
import { createSnippetStore } from './snippets.ts'
import { withStorageErrors } from './sqliteErrors.ts'
import { createSolutionStore } from './solutions.ts'
import { createSuggestionStore } from './suggestions.ts'
import { createTopicStore } from './topics.ts'
import { transaction } from './transaction.ts'
import { createWallLog } from './wallLog.ts'
import { createWeeklyStore } from './weekly.ts'
import { createWorkStore } from './work.ts'

export function createStores(db: Database, { blobs }: { blobs: BlobStore }): Stores {
  const search = createSearchIndex(db)
  return {
    transaction: work => transaction(db, work),
    settings: guarded(createSettingsStore(db)),
    channels: guarded(createChannelStore(db)),
    contacts: guarded(createContactStore(db, search)),
    conversations: guarded(createConversationStore(db, search)),
    messages: guarded(createMessageStore(db, search)),
    inboxRaw: guarded(createInboxRawStore(db, blobs)),
    outbox: guarded(createOutboxStore(db)),
    suggestions: guarded(createSuggestionStore(db)),
    answers: guarded(createAnswerStore(db)),
    work: guarded(createWorkStore(db)),
    knowledge: guarded(createKnowledgeStore(db)),
    dialogues: guarded(createDialogueStore(db)),
    topics: guarded(createTopicStore(db)),
    orders: guarded(createOrderStore(db)),
    playbooks: guarded(createPlaybookStore(db)),
    solutions: guarded(createSolutionStore(db)),
    rehearsals: guarded(createRehearsalStore(db)),
    reports: guarded(createReportStore(db)),
    exported: guarded(createExportStore(db)),
    weekly: guarded(createWeeklyStore(db)),
    models: guarded(createModelStore(db)),
    search: guarded(createSearchStore(db)),
    labels: guarded(createLabelStore(db)),
    snippets: guarded(createSnippetStore(db)),
    drafts: guarded(createDraftStore(db)),
    notices: guarded(createNoticeStore(db)),
    duty: guarded(createDutyStore(db)),
    wallLog: guarded(createWallLog(db)),
  }
}

/** A full disk or a damaged file becomes a StorageError also outside a transaction. */
function guarded<Store extends object>(store: Store): Store {
  const guards = new Map<string | symbol, unknown>()
  return new Proxy(store, {
    get(target, name): unknown {
      const known = guards.get(name)
      if (known !== undefined) return known
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      const guard = (...values: unknown[]): unknown => withStorageErrors(() => Reflect.apply(member, target, values))
      guards.set(name, guard)
      return guard
    },
    set(target, name, value): boolean {
      guards.delete(name)
      return Reflect.set(target, name, value)
    },
  })
}
