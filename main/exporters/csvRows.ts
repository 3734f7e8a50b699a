import { intentOf } from '#domain/understanding/intents.ts'
import type { Language } from '#contract/settings.ts'
import { MESSAGE_KINDS, type Facts } from '#domain/report/facts.ts'
import type { ReportFormat } from '#domain/report/format.ts'
import { onShopClock } from '#domain/shopClock.ts'
import type { ExportedConversation, ExportedMessage } from '#main/ports/exportStore.ts'
import { exportWords } from './conversationWords.ts'
import type { CsvValue } from './csv.ts'
import type { Masking, Person } from './masking.ts'
import { reportWords } from './reportWords.ts'
import { topicName } from './topicNames.ts'

export interface RowSettings {
  language: Language
  timeZone: string
  format: ReportFormat
  masking: Masking
  /** What counts as decided by then. */
  now: Date
}

/** Of `conversationColumns`, in their order. */
export function conversationRow(facts: Facts, conversation: ExportedConversation, settings: RowSettings): CsvValue[] {
  const { language, format, masking } = settings
  const [words, report] = [exportWords(language), reportWords(language)]
  const person = personOf(conversation)
  const lastHandoff = facts.handoffs.at(-1)
  const by = (who: 'assistant' | 'owner') => words.authors[who]
  const [received = 0, byOwner = 0, ...byAssistant] = countsOf(facts.messages)
  return [
    conversation.id,
    facts.firstAt === null ? null : wallClock(new Date(facts.firstAt), settings),
    wallClock(new Date(facts.lastAt), settings),
    words.channels[conversation.channelKind],
    masking.text(conversation.channelName, nobody),
    masking.contact(conversation.contactNumber, conversation.contactName || conversation.address),
    masking.address(conversation.address),
    masking.text(conversation.subject, person),
    words.statuses[conversation.status],
    by(conversation.handler),
    report.answeredByWays[facts.answeredBy],
    minutes(facts.firstReplyMs),
    facts.firstReplyBy === null ? null : by(facts.firstReplyBy),
    minutes(facts.resolutionMs),
    outcomeWord(facts, settings),
    facts.handoffs.length,
    lastHandoff === undefined ? null : words.handoffReasons[lastHandoff.reason],
    minutes(lastHandoff?.waitMs ?? null),
    facts.topics.map(topic => topicWord(topic, language, masking)).join('; '),
    format.language(facts.language) ?? report.unknownLanguage,
    report.mood[facts.mood],
    conversation.labels.map(label => masking.text(label, person)).join('; '),
    received,
    byAssistant.reduce((sum, count) => sum + count, 0),
    byOwner,
  ]
}

/** Of `messageColumns`, in their order. */
export function messageRow(
  message: ExportedMessage,
  conversation: ExportedConversation,
  settings: RowSettings,
): CsvValue[] {
  const { language, masking } = settings
  const words = exportWords(language)
  return [
    message.id,
    conversation.id,
    wallClock(message.at, settings),
    words.channels[conversation.channelKind],
    masking.contact(conversation.contactNumber, conversation.contactName || conversation.address),
    masking.address(conversation.address),
    words.authors[message.author],
    message.kind === 'note' ? words.activities.note : words.message,
    masking.text(message.text, personOf(conversation)),
    message.attachments.map(name => masking.file(name)).join('; '),
    message.delivery === null ? null : words.deliveries[message.delivery],
    message.automated === null ? null : words.automated[message.automated],
  ]
}

export function personOf({ contactName, address }: Pick<ExportedConversation, 'contactName' | 'address'>): Person {
  return { names: contactName === '' ? [] : [contactName], addresses: [address] }
}

const nobody: Person = { names: [], addresses: [] }

function topicWord(topic: string, language: Language, masking: Masking): string {
  const name = topicName(topic, language)
  return intentOf(topic) === null ? masking.text(name, nobody) : name
}

function outcomeWord({ outcome, answeredBy }: Facts, { language, now }: RowSettings): string | null {
  if (outcome === null || answeredBy === 'owner') return null
  return reportWords(language).outcome[outcome.from <= now.getTime() ? outcome.kind : 'running'][0]
}

/** With a tenth. */
function minutes(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 6000) / 10
}

function wallClock(moment: Date, { timeZone }: RowSettings): string {
  return onShopClock(moment, timeZone).toISOString().slice(0, 19).replace('T', ' ')
}

function countsOf(codes: Uint32Array): number[] {
  const counts = Array.from({ length: MESSAGE_KINDS }, () => 0)
  for (const code of codes) counts[code % MESSAGE_KINDS] = (counts[code % MESSAGE_KINDS] ?? 0) + 1
  return counts
}
