import type { Answer } from '#contract/assistant.ts'
import type { Message } from '#contract/message.ts'
import type { Breathe } from './breath.ts'
import type { ConversationExport } from './conversationExport.ts'
import type { Masking, Person } from './masking.ts'

/** Names stand in the details of these. */
const naming: ReadonlySet<string> = new Set(['merged', 'split', 'unmerged'])

/** One conversation as it may leave: without private notes, without personal data, as asked. `number` is the contact's. */
export async function conversationToGive(
  data: ConversationExport,
  number: number,
  { notes, masking, breathe }: { notes: boolean; masking: Masking; breathe: Breathe },
): Promise<ConversationExport> {
  const messages = notes ? data.messages : data.messages.filter(({ activity }) => activity?.code !== 'note')
  if (!masking.isOn) return { ...data, messages }
  const { conversation, contact } = data
  const person = personOf(data)
  const name = masking.contact(number, contact.name)
  const text = (words: string) => masking.text(words, person)
  const given: Message[] = []
  for (const message of messages) {
    given.push(masked(message, masking, text))
    await breathe()
  }
  const answers = new Map<string, Answer>()
  for (const [id, answer] of data.answers) {
    answers.set(id, { ...answer, question: text(answer.question) })
    await breathe()
  }
  return {
    conversation: {
      ...conversation,
      contactName: name,
      address: masking.address(conversation.address),
      subject: text(conversation.subject),
      preview: '',
    },
    contact: {
      ...contact,
      name,
      handles: contact.handles.map(handle => ({ ...handle, name: '', address: masking.address(handle.address) })),
    },
    messages: given,
    answers,
  }
}

function personOf({ conversation, contact }: ConversationExport): Person {
  const names = [contact.name, conversation.contactName, ...contact.handles.map(({ name }) => name)]
  const addresses = [conversation.address, ...contact.handles.map(({ address }) => address)]
  return { names: [...new Set(names.filter(Boolean))], addresses: [...new Set(addresses)] }
}

function masked(message: Message, masking: Masking, text: (words: string) => string): Message {
  const { activity, delivery } = message
  return {
    ...message,
    text: text(message.text),
    quoted: message.quoted === null ? null : text(message.quoted),
    attachments: message.attachments.map(attachment => ({ ...attachment, name: masking.file(attachment.name) })),
    delivery: delivery && { ...delivery, error: delivery.error === null ? null : text(delivery.error) },
    activity: activity && {
      ...activity,
      detail: naming.has(activity.code) || activity.detail === null ? null : text(activity.detail),
    },
  }
}
