import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { channelSchema } from './channel.ts'
import { contactSchema } from './contact.ts'
import { conversationSchema, countsSchema } from './conversation.ts'
import { indexStateSchema } from './knowledge.ts'
import { labelSchema } from './label.ts'
import { messageSchema } from './message.ts'
import { modelsStateSchema } from './model.ts'
import { rehearsalRunSchema } from './rehearsal.ts'
import { noticeSchema } from './notice.ts'
import { settingsSchema } from './settings.ts'
import { snippetSchema } from './snippet.ts'
import { suggestionSchema } from './assistant.ts'

const appEventBodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('conversationChanged'), conversation: conversationSchema, counts: countsSchema }),
  z.object({ type: z.literal('conversationRemoved'), conversationId: z.string(), counts: countsSchema }),
  /** New, or changed (delivery state, for instance). */
  z.object({ type: z.literal('messageChanged'), message: messageSchema }),
  z.object({ type: z.literal('messageRemoved'), conversationId: z.string(), messageId: z.string() }),
  z.object({
    type: z.literal('suggestionsChanged'),
    conversationId: z.string(),
    suggestions: z.array(suggestionSchema),
  }),
  z.object({ type: z.literal('contactChanged'), contact: contactSchema }),
  z.object({ type: z.literal('channelChanged'), channel: channelSchema }),
  z.object({ type: z.literal('channelRemoved'), channelId: z.string() }),
  z.object({ type: z.literal('knowledgeChanged') }),
  z.object({ type: z.literal('indexStateChanged'), index: indexStateSchema }),
  z.object({ type: z.literal('ordersChanged') }),
  z.object({ type: z.literal('playbooksChanged') }),
  z.object({ type: z.literal('topicsChanged') }),
  z.object({ type: z.literal('rehearsalChanged'), run: rehearsalRunSchema }),
  z.object({ type: z.literal('modelsChanged'), models: modelsStateSchema }),
  z.object({ type: z.literal('labelsChanged'), labels: z.array(labelSchema) }),
  z.object({ type: z.literal('snippetsChanged'), snippets: z.array(snippetSchema) }),
  /** The contact is writing, as far as the channel tells; until then at the latest. */
  z.object({ type: z.literal('contactTyping'), conversationId: z.string(), until: z.date() }),
  /** For a page in a browser: the shell has no notices of its own. */
  z.object({ type: z.literal('noticeRaised'), notice: noticeSchema }),
  z.object({ type: z.literal('settingsChanged'), settings: settingsSchema }),
  /** The disk is full or not writable (true), or works again (false). */
  z.object({ type: z.literal('storageTroubleChanged'), trouble: z.boolean() }),
])
export type AppEventBody = z.infer<typeof appEventBodySchema>

export const appEventSchema = z.object({ seq: z.number(), body: appEventBodySchema })
/** `seq` rises by one; on a gap or a reconnect the screen reads its open views again. */
export type AppEvent = z.infer<typeof appEventSchema>

export const eventsContract = {
  subscribe: oc.output(eventIterator(appEventSchema)),
}
