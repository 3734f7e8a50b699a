import { assistantContract } from './assistant.ts'
import { channelContract } from './channel.ts'
import { contactContract } from './contact.ts'
import { conversationContract } from './conversation.ts'
import { eventsContract } from './events.ts'
import { healthContract } from './health.ts'
import { helpContract } from './help.ts'
import { knowledgeContract } from './knowledge.ts'
import { labelContract } from './label.ts'
import { modelContract } from './model.ts'
import { noticeContract } from './notice.ts'
import { ordersContract } from './orders.ts'
import { playbookContract } from './playbook.ts'
import { rehearsalContract } from './rehearsal.ts'
import { reportContract } from './report.ts'
import { searchContract } from './search.ts'
import { settingsContract } from './settings.ts'
import { timelineContract } from './timeline.ts'
import { snippetContract } from './snippet.ts'
import { topicContract } from './topic.ts'

/** Everything the screen may ask of the main process. */
export const contract = {
  assistant: assistantContract,
  channel: channelContract,
  contact: { ...contactContract, ...timelineContract },
  conversation: conversationContract,
  events: eventsContract,
  health: healthContract,
  help: helpContract,
  knowledge: knowledgeContract,
  label: labelContract,
  model: modelContract,
  notice: noticeContract,
  orders: ordersContract,
  playbook: playbookContract,
  rehearsal: rehearsalContract,
  report: reportContract,
  search: searchContract,
  settings: settingsContract,
  snippet: snippetContract,
  topic: topicContract,
}
