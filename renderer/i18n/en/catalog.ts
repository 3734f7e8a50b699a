import { answer } from './answer.ts'
import { answerDetail } from './answerDetail.ts'
import { answerStep } from './answerStep.ts'
import { app } from './app.ts'
import { brief } from './brief.ts'
import { channelForm } from './channelForm.ts'
import { channelNote } from './channelNote.ts'
import { channels } from './channels.ts'
import { commandBar } from './commandBar.ts'
import { common } from './common.ts'
import { composer } from './composer.ts'
import { contacts } from './contacts.ts'
import { conversation } from './conversation.ts'
import { fault } from './fault.ts'
import { handoffReason } from './handoffReason.ts'
import { health } from './health.ts'
import { help } from './help.ts'
import { helpPage } from './helpPage.ts'
import { importProblem } from './importProblem.ts'
import { inbox } from './inbox.ts'
import { intent } from './intent.ts'
import { knowledge } from './knowledge.ts'
import { labels } from './labels.ts'
import { models } from './models.ts'
import { orders } from './orders.ts'
import { playbooks } from './playbooks.ts'
import { reading } from './reading.ts'
import { rehearsal } from './rehearsal.ts'
import { reports } from './reports.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { snippets } from './snippets.ts'
import { thread } from './thread.ts'
import { time } from './time.ts'
import { told } from './told.ts'
import { topics } from './topics.ts'
import { tryout } from './tryout.ts'
import { ui } from './ui.ts'

/** Every text on screen; keys are typed after this one. */
export const en = {
  answer,
  answerDetail,
  answerStep,
  app,
  brief,
  channelForm,
  channelNote,
  channels,
  commandBar,
  common,
  composer,
  contacts,
  conversation,
  fault,
  handoffReason,
  health,
  help,
  helpPage,
  importProblem,
  inbox,
  intent,
  knowledge,
  labels,
  models,
  orders,
  playbooks,
  reading,
  rehearsal,
  reports,
  search,
  settings,
  setup,
  snippets,
  thread,
  time,
  told,
  topics,
  tryout,
  ui,
}
