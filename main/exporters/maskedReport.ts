import type { Report } from '#contract/report.ts'
import { intentOf } from '#domain/understanding/intents.ts'
import type { Masking, Person } from './masking.ts'

const nobody: Person = { names: [], addresses: [] }

/** What customers and the owner wrote themselves is all in a report that can tell who somebody is. */
export function maskedReport(report: Report, masking: Masking): Report {
  if (!masking.isOn) return report
  const text = (words: string) => masking.text(words, nobody)
  return {
    ...report,
    topics: report.topics.map(one => (intentOf(one.topic) === null ? { ...one, topic: text(one.topic) } : one)),
    channels: report.channels.map(channel => ({ ...channel, name: text(channel.name) })),
    unanswered: report.unanswered.map(one => ({
      ...one,
      question: text(one.question),
      examples: one.examples.map(example => ({ ...example, text: text(example.text) })),
    })),
  }
}
