import { assistantContract } from './assistant.ts'
import { channelContract } from './channel.ts'
import { contactContract } from './contact.ts'
import { conversationContract } from './conversation.ts'
import { eventsContract } from './events.ts'
import { helpContract } from './help.ts'
import { knowledgeContract } from './knowledge.ts'
import { modelContract } from './model.ts'
import { ordersContract } from './orders.ts'
import { playbookContract } from './playbook.ts'
import { rehearsalContract } from './rehearsal.ts'
import { settingsContract } from './settings.ts'
import { topicContract } from './topic.ts'

/** Everything the screen may ask of the main process. */
export const contract = {
  assistant: assistantContract,
  channel: channelContract,
  contact: contactContract,
  conversation: conversationContract,
  events: eventsContract,
  help: helpContract,
  knowledge: knowledgeContract,
  model: modelContract,
  orders: ordersContract,
  playbook: playbookContract,
  rehearsal: rehearsalContract,
  settings: settingsContract,
  topic: topicContract,
}
