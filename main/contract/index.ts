import { assistantContract } from './assistant.ts'
import { channelContract } from './channel.ts'
import { contactContract } from './contact.ts'
import { conversationContract } from './conversation.ts'
import { eventsContract } from './events.ts'
import { knowledgeContract } from './knowledge.ts'
import { settingsContract } from './settings.ts'

/** Everything the screen may ask of the main process. */
export const contract = {
  assistant: assistantContract,
  channel: channelContract,
  contact: contactContract,
  conversation: conversationContract,
  events: eventsContract,
  knowledge: knowledgeContract,
  settings: settingsContract,
}
