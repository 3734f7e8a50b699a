import type { IncomingMessage } from '#main/ports/channel.ts'
import { askable, type Pair } from './faq.ts'

/** So many mails come in at once. */
export const BATCH = 50

/** What only a person can answer, or nobody. */
const elsewhere = [
  'Do you know a good hotel near your shop?',
  'My neighbour says you have a cousin called Fred, is that true?',
  '你们会修自行车以外的飞机吗？',
  'Could you write a poem about the sea for my sister?',
]
const greetings = ['Hello, ', 'Hi there! ', '', 'Good morning, I have a question. ', '您好，']
const nowhere: Pair = { question: '', wording: '', answer: '' }

/**
 * Of ten messages six in the shop's words or near them, two asked politely, one with two questions at once; one that
 * only a person can answer. The same every time.
 */
export function questionsTo(known: readonly Pair[], count: number, from = 0): string[] {
  const one = (index: number) => known[(index * 6_971 + 13) % known.length] ?? nowhere
  return Array.from({ length: count }, (_, place) => {
    const index = place + from
    const ten = Math.floor(index / 10)
    const { question, wording } = one(index)
    const greeting = greetings[index % greetings.length] ?? ''
    switch (index % 10) {
      case 9:
        return `${greeting}${elsewhere[ten % elsewhere.length] ?? ''}`
      case 8:
        return `${greeting}${askable[ten % askable.length] ?? ''}`
      case 7:
        return `${greeting}${wording} ${one(index + 1).question}`
      case 6:
      case 5:
        return `${greeting}${question.replace(/[?？]$/u, '')}, please? Thank you!`
      default:
        return `${greeting}${wording}`
    }
  })
}

const statusWords = [
  'Where is my order {n}?',
  'Hello, has my order {n} been shipped? I ordered a while ago. Thank you!',
  '请问我的订单{n}到哪了？',
  'When will my parcel {n} arrive?',
  'Hi, any update on order {n} please',
]

/** Of the customer of that order. */
export function statusQuestion(order: number): string {
  return (statusWords[order % statusWords.length] ?? '').replace('{n}', orderNumber(order))
}

export const orderNumber = (order: number) => `#W${1_000_000 + order}`
export const customerAddress = (order: number) => `customer${order}@mail.test`

const others = [
  'Thank you so much, that helped!',
  'I want to talk to a human please.',
  'This is unacceptable, the lamp arrived broken and nobody answers!',
  'ok',
]

/** A day's mail: four of ten ask where their order is, five about the shop, one says thanks or needs a person. */
export function dayOfMail(known: readonly Pair[], orders: number, count: number): { text: string; order: number }[] {
  const questions = questionsTo(known, count)
  return Array.from({ length: count }, (_, index) => {
    const order = (index * 37) % orders
    if (index % 10 === 9) return { order, text: others[Math.floor(index / 10) % others.length] ?? '' }
    return { order, text: index % 5 < 2 ? statusQuestion(order) : (questions[index] ?? '') }
  })
}

export function mailOf(text: string, order: number, number: number): IncomingMessage {
  const address = customerAddress(order)
  const id = `<bench-${number}@mail.test>`
  return {
    dedupeKeys: [id, `uid-${number}`],
    remoteId: id,
    threadRefs: [],
    ownRefs: [id],
    from: { address, name: `Customer ${order}` },
    subject: `Question ${number}`,
    text,
    quoted: null,
    html: null,
    sentAt: new Date(),
    automated: null,
    attachments: [],
    replyContext: { messageId: id, replyTo: { address, name: '' } },
    raw: Buffer.from(`From: ${address}\r\nMessage-ID: ${id}\r\nSubject: Question ${number}\r\n\r\n${text}\r\n`),
  }
}

/** The order book of these customers as a web shop exports it. */
export function ordersCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const date = `2026-0${1 + (index % 9)}-1${index % 10}`
    return `${orderNumber(index)},${customerAddress(index)},shipped,${date},${index % 500}.90,EUR,DHL,JD${index},Lamp ${index % 700},SKU-${index % 700},1`
  })
  return `order number,email,status,date,total,currency,carrier,tracking number,item,sku,quantity\n${rows.join('\n')}\n`
}
