import type { AppEventBody } from '#contract/events.ts'
import type { About } from '#contract/settings.ts'
import type { Assistant } from '#main/services/assistant.ts'
import type { Channels } from '#main/services/channels.ts'
import type { Contacts } from '#main/services/contacts.ts'
import type { Events } from '#main/services/events.ts'
import type { HealthReportService } from '#main/services/healthReport.ts'
import type { Help } from '#main/services/help.ts'
import type { Models } from '#main/services/models.ts'
import type { Knowledge } from '#main/services/knowledge.ts'
import type { Labels } from '#main/services/labels.ts'
import type { Notices } from '#main/services/notices.ts'
import type { Orders } from '#main/services/orders.ts'
import type { Playbooks } from '#main/services/playbooks.ts'
import type { Rehearsal } from '#main/services/rehearsal.ts'
import type { Reports } from '#main/services/reports.ts'
import type { Search } from '#main/services/search.ts'
import type { SettingsService } from '#main/services/settings.ts'
import type { StartAtLoginService } from '#main/services/startAtLogin.ts'
import type { Snippets } from '#main/services/snippets.ts'
import type { Topics } from '#main/services/topics.ts'
import type { Watching } from '#main/services/watching.ts'
import type { WritingService } from '#main/services/writing.ts'
import type { Answer } from '#contract/assistant.ts'
import { contactProcedures } from './contact.ts'
import { os } from './implement.ts'
import { healthProcedures } from './health.ts'
import { conversationProcedures, type ConversationServices } from './conversation.ts'
import { helpProcedures } from './help.ts'
import { labelProcedures } from './label.ts'
import { modelProcedures } from './model.ts'
import { noticeProcedures } from './notice.ts'
import { ordersProcedures } from './orders.ts'
import { topicProcedures } from './topic.ts'
import { playbookProcedures } from './playbook.ts'
import { rehearsalProcedures } from './rehearsal.ts'
import { searchProcedures } from './search.ts'
import { reportProcedures } from './report.ts'
import { reportFileProcedures, type ReportFileParts } from './reportFiles.ts'
import { snippetProcedures } from './snippet.ts'

export interface RouterDeps extends ConversationServices {
  about: About
  assistant: Assistant
  channels: Channels
  contacts: Contacts
  events: Events
  health: HealthReportService
  help: Help
  models: Models
  labels: Labels
  knowledge: Knowledge
  orders: Orders
  playbooks: Playbooks
  rehearsal: Rehearsal
  search: Search
  reports: Reports
  reportFiles: ReportFileParts
  notices: Notices
  settings: SettingsService
  startAtLogin: StartAtLoginService
  snippets: Snippets
  topics: Topics
  watching: Watching
  /** What a screen that opens now must know. */
  news(): readonly AppEventBody[]
  /** Throws NotFound. */
  answerById(id: string): Answer
  replay: WritingService['replay']
}

const filesOf = (uploads: readonly { name: string; base64: string }[]) =>
  uploads.map(({ name, base64 }) => ({ name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }))

/** The contract, implemented: one line per procedure. */
export function createRouter(deps: RouterDeps) {
  const { about, assistant, channels, events, knowledge, settings } = deps
  return os.router({
    assistant: {
      tryQuestion: os.assistant.tryQuestion.handler(({ input }) => assistant.tryQuestion(input.text)),
      answer: os.assistant.answer.handler(({ input }) => deps.answerById(input.id)),
      replay: os.assistant.replay.handler(({ input, signal }) =>
        deps.replay(deps.answerById(input.answerId).writing, signal),
      ),
    },
    channel: {
      kinds: os.channel.kinds.handler(() => channels.kinds()),
      list: os.channel.list.handler(() => channels.list()),
      check: os.channel.check.handler(({ input }) => channels.check(input.kind, input.settings, input.id)),
      create: os.channel.create.handler(({ input }) => channels.create(input.kind, input.name, input.settings)),
      update: os.channel.update.handler(({ input }) => channels.update(input.id, input.name, input.settings)),
      setMode: os.channel.setMode.handler(({ input }) => channels.setMode(input.id, input.mode)),
      setSchedule: os.channel.setSchedule.handler(({ input }) => channels.setSchedule(input.id, input.schedule)),
      setEnabled: os.channel.setEnabled.handler(({ input }) => channels.setEnabled(input.id, input.enabled)),
      retryNow: os.channel.retryNow.handler(({ input }) => channels.retryNow(input.id)),
      remove: os.channel.remove.handler(({ input }) => channels.remove(input.id)),
    },
    contact: contactProcedures(deps.contacts),
    conversation: conversationProcedures(deps),
    events: {
      subscribe: os.events.subscribe.handler(({ signal }) => events.subscribe(signal, deps.news())),
    },
    health: healthProcedures(deps.health),
    help: helpProcedures(deps.help),
    label: labelProcedures(deps.labels),
    model: modelProcedures(deps.models),
    knowledge: {
      sources: os.knowledge.sources.handler(() => knowledge.sources()),
      entries: os.knowledge.entries.handler(({ input }) =>
        knowledge.entries({ ...input, sourceId: input.sourceId ?? null, text: input.text ?? '' }),
      ),
      entry: os.knowledge.entry.handler(({ input }) => knowledge.entry(input.id)),
      preview: os.knowledge.preview.handler(({ input }) => knowledge.preview(filesOf(input.uploads))),
      import: os.knowledge.import.handler(({ input }) => knowledge.importPreview(input.previewId)),
      createEntry: os.knowledge.createEntry.handler(({ input }) => knowledge.createEntry(input)),
      updateEntry: os.knowledge.updateEntry.handler(({ input: { id, ...draft } }) => knowledge.updateEntry(id, draft)),
      deleteEntry: os.knowledge.deleteEntry.handler(({ input }) => knowledge.deleteEntry(input.id)),
      deleteSource: os.knowledge.deleteSource.handler(({ input }) => knowledge.deleteSource(input.id)),
      indexState: os.knowledge.indexState.handler(() => knowledge.indexState()),
      pauseModelIndex: os.knowledge.pauseModelIndex.handler(({ input }) => knowledge.pauseModelIndex(input.paused)),
    },
    notice: noticeProcedures(deps),
    orders: ordersProcedures(deps.orders),
    playbook: playbookProcedures(deps.playbooks),
    rehearsal: rehearsalProcedures(deps.rehearsal),
    search: searchProcedures(deps.search),
    report: { ...reportProcedures(deps.reports), ...reportFileProcedures(deps.reportFiles) },
    snippet: snippetProcedures(deps.snippets),
    topic: topicProcedures(deps.topics),
    settings: {
      get: os.settings.get.handler(() => settings.get()),
      update: os.settings.update.handler(({ input }) => settings.update(input)),
      setStartAtLogin: os.settings.setStartAtLogin.handler(({ input }) => deps.startAtLogin.set(input.on)),
      about: os.settings.about.handler(() => about),
    },
  })
}
export type Router = ReturnType<typeof createRouter>
