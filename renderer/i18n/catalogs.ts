import { app as appEn } from './en/app.ts'
import { contacts as contactsEn } from './en/contacts.ts'
import { conversation as conversationEn } from './en/conversation.ts'
import { inbox as inboxEn } from './en/inbox.ts'
import { ui as uiEn } from './en/ui.ts'
import { answer as answerEn } from './en/answer.ts'
import { answerDetail as answerDetailEn } from './en/answerDetail.ts'
import { answerStep as answerStepEn } from './en/answerStep.ts'
import { channelForm as channelFormEn } from './en/channelForm.ts'
import { channelNote as channelNoteEn } from './en/channelNote.ts'
import { channels as channelsEn } from './en/channels.ts'
import { commandBar as commandBarEn } from './en/commandBar.ts'
import { common as commonEn } from './en/common.ts'
import { fault as faultEn } from './en/fault.ts'
import { handoffReason as handoffReasonEn } from './en/handoffReason.ts'
import { importProblem as importProblemEn } from './en/importProblem.ts'
import { knowledge as knowledgeEn } from './en/knowledge.ts'
import { search as searchEn } from './en/search.ts'
import { settings as settingsEn } from './en/settings.ts'
import { told as toldEn } from './en/told.ts'
import { setup as setupEn } from './en/setup.ts'
import { tryout as tryoutEn } from './en/tryout.ts'
import { brief as briefEn } from './en/brief.ts'
import { intent as intentEn } from './en/intent.ts'
import { models as modelsEn } from './en/models.ts'
import { orders as ordersEn } from './en/orders.ts'
import { playbooks as playbooksEn } from './en/playbooks.ts'
import { reading as readingEn } from './en/reading.ts'
import { rehearsal as rehearsalEn } from './en/rehearsal.ts'
import { topics as topicsEn } from './en/topics.ts'
import { reports as reportsEn } from './en/reports.ts'
import { help as helpEn } from './en/help.ts'
import { helpPage as helpPageEn } from './en/helpPage.ts'
import { health as healthEn } from './en/health.ts'
import { labels as labelsEn } from './en/labels.ts'
import { time as timeEn } from './en/time.ts'
import { app as appZh } from './zh/app.ts'
import { contacts as contactsZh } from './zh/contacts.ts'
import { conversation as conversationZh } from './zh/conversation.ts'
import { inbox as inboxZh } from './zh/inbox.ts'
import { ui as uiZh } from './zh/ui.ts'
import { answer as answerZh } from './zh/answer.ts'
import { answerDetail as answerDetailZh } from './zh/answerDetail.ts'
import { answerStep as answerStepZh } from './zh/answerStep.ts'
import { channelForm as channelFormZh } from './zh/channelForm.ts'
import { channelNote as channelNoteZh } from './zh/channelNote.ts'
import { channels as channelsZh } from './zh/channels.ts'
import { commandBar as commandBarZh } from './zh/commandBar.ts'
import { common as commonZh } from './zh/common.ts'
import { fault as faultZh } from './zh/fault.ts'
import { handoffReason as handoffReasonZh } from './zh/handoffReason.ts'
import { importProblem as importProblemZh } from './zh/importProblem.ts'
import { knowledge as knowledgeZh } from './zh/knowledge.ts'
import { search as searchZh } from './zh/search.ts'
import { settings as settingsZh } from './zh/settings.ts'
import { told as toldZh } from './zh/told.ts'
import { setup as setupZh } from './zh/setup.ts'
import { tryout as tryoutZh } from './zh/tryout.ts'
import { brief as briefZh } from './zh/brief.ts'
import { intent as intentZh } from './zh/intent.ts'
import { models as modelsZh } from './zh/models.ts'
import { orders as ordersZh } from './zh/orders.ts'
import { playbooks as playbooksZh } from './zh/playbooks.ts'
import { reading as readingZh } from './zh/reading.ts'
import { rehearsal as rehearsalZh } from './zh/rehearsal.ts'
import { topics as topicsZh } from './zh/topics.ts'
import { reports as reportsZh } from './zh/reports.ts'
import { help as helpZh } from './zh/help.ts'
import { helpPage as helpPageZh } from './zh/helpPage.ts'
import { health as healthZh } from './zh/health.ts'
import { labels as labelsZh } from './zh/labels.ts'
import { time as timeZh } from './zh/time.ts'
import { composer as composerEn } from './en/composer.ts'
import { thread as threadEn } from './en/thread.ts'
import { snippets as snippetsEn } from './en/snippets.ts'
import { composer as composerZh } from './zh/composer.ts'
import { thread as threadZh } from './zh/thread.ts'
import { snippets as snippetsZh } from './zh/snippets.ts'

/** Every text on screen; keys are typed after this one. */
export const en = {
  app: appEn,
  ui: uiEn,
  inbox: inboxEn,
  contacts: contactsEn,
  conversation: conversationEn,
  answer: answerEn,
  answerDetail: answerDetailEn,
  answerStep: answerStepEn,
  channelForm: channelFormEn,
  channelNote: channelNoteEn,
  channels: channelsEn,
  commandBar: commandBarEn,
  common: commonEn,
  fault: faultEn,
  handoffReason: handoffReasonEn,
  importProblem: importProblemEn,
  knowledge: knowledgeEn,
  search: searchEn,
  settings: settingsEn,
  told: toldEn,
  setup: setupEn,
  tryout: tryoutEn,
  brief: briefEn,
  intent: intentEn,
  models: modelsEn,
  orders: ordersEn,
  playbooks: playbooksEn,
  reading: readingEn,
  rehearsal: rehearsalEn,
  topics: topicsEn,
  help: helpEn,
  reports: reportsEn,
  helpPage: helpPageEn,
  composer: composerEn,
  thread: threadEn,
  snippets: snippetsEn,
  health: healthEn,
  labels: labelsEn,
  time: timeEn,
}

export const zh = {
  app: appZh,
  ui: uiZh,
  inbox: inboxZh,
  contacts: contactsZh,
  conversation: conversationZh,
  answer: answerZh,
  answerDetail: answerDetailZh,
  answerStep: answerStepZh,
  channelForm: channelFormZh,
  channelNote: channelNoteZh,
  channels: channelsZh,
  commandBar: commandBarZh,
  common: commonZh,
  fault: faultZh,
  handoffReason: handoffReasonZh,
  importProblem: importProblemZh,
  knowledge: knowledgeZh,
  search: searchZh,
  settings: settingsZh,
  told: toldZh,
  setup: setupZh,
  tryout: tryoutZh,
  brief: briefZh,
  intent: intentZh,
  models: modelsZh,
  orders: ordersZh,
  playbooks: playbooksZh,
  reading: readingZh,
  rehearsal: rehearsalZh,
  topics: topicsZh,
  help: helpZh,
  reports: reportsZh,
  helpPage: helpPageZh,
  composer: composerZh,
  thread: threadZh,
  snippets: snippetsZh,
  health: healthZh,
  labels: labelsZh,
  time: timeZh,
}
