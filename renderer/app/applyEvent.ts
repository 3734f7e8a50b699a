import type { AppEventBody } from '#contract/events.ts'
import { assertNever } from '#domain/assertNever.ts'
import * as channels from '#renderer/features/channels/channelsStore.ts'
import { contactsChanged } from '#renderer/features/conversation/contactStore.ts'
import * as conversations from '#renderer/features/conversation/conversationStore.ts'
import * as help from '#renderer/features/conversation/helpStore.ts'
import * as inbox from '#renderer/features/inbox/inboxStore.ts'
import { applyIndexState, knowledgeChanged } from '#renderer/features/knowledge/knowledgeStore.ts'
import { applyLabels } from '#renderer/features/labels/labelsStore.ts'
import { applyModels } from '#renderer/features/models/modelsStore.ts'
import { raiseNotice } from '#renderer/features/notices/raiseNotice.ts'
import { ordersChanged } from '#renderer/features/orders/ordersStore.ts'
import { playbooksChanged } from '#renderer/features/playbooks/playbooksStore.ts'
import { applyRun } from '#renderer/features/rehearsal/rehearsalStore.ts'
import { applySettings } from '#renderer/features/settings/settingsStore.ts'
import { topicsChanged } from '#renderer/features/topics/topicsStore.ts'
import { applySnippets } from '#renderer/rpc/snippetList.ts'
import { applyStorageTrouble } from './appStore.ts'

/** Gives one event to every store that keeps what it is about. */
export function applyEvent(event: AppEventBody) {
  switch (event.type) {
    case 'conversationChanged':
      inbox.applyConversation(event.conversation, event.counts)
      conversations.applyConversation(event.conversation)
      contactsChanged()
      return
    case 'conversationRemoved':
      inbox.applyConversationRemoved(event.conversationId, event.counts)
      return
    case 'messageChanged':
      conversations.applyMessage(event.message)
      return
    case 'messageRemoved':
      conversations.applyMessageRemoved(event.conversationId, event.messageId)
      return
    case 'suggestionsChanged':
      conversations.applySuggestions(event.conversationId, event.suggestions)
      return
    case 'contactChanged':
      conversations.applyContact(event.contact)
      contactsChanged()
      return
    case 'channelChanged':
      channels.applyChannel(event.channel)
      inbox.applyChannel(event.channel)
      conversations.applyChannel(event.channel)
      return
    case 'channelRemoved':
      channels.removeChannel(event.channelId)
      inbox.applyChannelRemoved(event.channelId)
      return
    case 'knowledgeChanged':
      knowledgeChanged()
      return
    case 'indexStateChanged':
      applyIndexState(event.index)
      return
    case 'ordersChanged':
      ordersChanged()
      conversations.ordersChanged()
      return
    case 'playbooksChanged':
      playbooksChanged()
      return
    case 'topicsChanged':
      topicsChanged()
      return
    case 'rehearsalChanged':
      applyRun(event.run)
      return
    case 'modelsChanged':
      applyModels(event.models)
      help.modelsChanged(event.models)
      return
    case 'contactTyping':
      conversations.applyTyping(event.conversationId, event.until)
      return
    case 'labelsChanged':
      applyLabels(event.labels)
      return
    case 'snippetsChanged':
      applySnippets(event.snippets)
      return
    case 'noticeRaised':
      raiseNotice(event.notice)
      return
    case 'settingsChanged':
      applySettings(event.settings)
      return
    case 'storageTroubleChanged':
      applyStorageTrouble(event.trouble)
      return
    default:
      assertNever(event)
  }
}
