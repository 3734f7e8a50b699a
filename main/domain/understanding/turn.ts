import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import { flat } from '#domain/text/flat.ts'

export interface TurnMessage {
  author: 'contact' | 'assistant' | 'owner'
  text: string
  at: Date
}

export interface JoinedTurn {
  /** What the contact said in one go, oldest first, one message a line; greetings around a question are left out. */
  text: string
  /** Index of its first message: everything before is history. */
  from: number
}

/** People send a thought in several messages; after a longer pause it is another thought. */
const LONGEST_PAUSE_MS = 10 * 60_000
const MOST_JOINED = 20

/** Courtesy that is also a yes to what was asked. */
const answers =
  /^(?:ok(?:ay|ey)?|sure|alright|fine|perfect|vale|de acuerdo|perfecto|d'accord|parfait|alles klar|in ordnung|passt|gut|好的?(?:吧|呀|哒)?|可以|行|嗯|はい|了解(?:です)?|تمام|حسنا)[.!。！]*$/u

/** The contact's messages at the end of a conversation that nobody has answered and that belong together. */
export function joinTurn(messages: readonly TurnMessage[]): JoinedTurn {
  let from = messages.length
  while (from > 0 && messages.length - from < MOST_JOINED && belongs(messages, from - 1)) from -= 1
  const texts = messages.slice(from).map(message => message.text.trim())
  return { text: joined(texts), from }
}

function belongs(messages: readonly TurnMessage[], index: number): boolean {
  const message = messages[index]
  const next = messages[index + 1]
  if (message?.author !== 'contact') return false
  return next === undefined || next.at.getTime() - message.at.getTime() <= LONGEST_PAUSE_MS
}

function joined(texts: readonly string[]): string {
  const different = texts.filter((text, index) => text !== '' && texts.indexOf(text) === index)
  const matters = different.filter(text => courtesyIn(text) === null || answers.test(flat(text)))
  return (matters.some(text => courtesyIn(text) === null) ? matters : different).join('\n')
}
