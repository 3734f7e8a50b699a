import { describe, expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import type { Conversation } from '#contract/conversation.ts'
import { activityCodeSchema, deliveryStateSchema, type Attachment, type Message } from '#contract/message.ts'
import { handoffReasonSchema } from '#contract/assistant.ts'
import type { ConversationExport, ConversationExportOptions } from './conversationExport.ts'
import { conversationHtml } from './conversationHtml.ts'
import { conversationDocument, conversationJson } from './conversationJson.ts'
import { exportWords } from './conversationWords.ts'
import { escapeHtml, escapeName } from './escapeHtml.ts'

const at = new Date('2026-03-02T09:30:00Z')

function createMessage(change: Partial<Message>): Message {
  return {
    id: 'm1',
    conversationId: 'c1',
    kind: 'message',
    direction: 'incoming',
    author: 'contact',
    text: 'Do you ship to Norway?',
    quoted: null,
    hasHtml: false,
    sentAt: at,
    receivedAt: at,
    seq: 1,
    automated: null,
    attachments: [],
    delivery: null,
    answerId: null,
    activity: null,
    ...change,
  }
}

function createAttachment(change: Partial<Attachment>): Attachment {
  return {
    id: 'a1',
    name: 'photo.jpg',
    mime: 'image/jpeg',
    bytes: 3_200_000,
    contentId: null,
    inline: false,
    missing: null,
    mismatch: false,
    ...change,
  }
}

const conversation: Conversation = {
  id: 'c1',
  channelId: 'ch1',
  channelKind: 'email',
  contactId: 'p1',
  contactName: 'Ann',
  address: 'ann@example.com',
  subject: 'Shipping',
  status: 'open',
  handler: 'owner',
  handoffReason: null,
  unread: false,
  snoozedUntil: null,
  waitingSince: at,
  promisedBy: null,
  mood: null,
  lastMessageAt: at,
  preview: '',
  language: null,
  labelIds: [],
  hasDraft: false,
  scheduledFor: null,
  hasSuggestion: false,
  hasSendProblem: false,
}

const answer: Answer = {
  id: 'an1',
  messageId: 'm1',
  createdAt: at,
  question: 'Do you ship to Norway?',
  action: 'reply',
  reply: 'Yes.',
  citations: [
    {
      entryId: 'e1',
      entry: 'ship-7',
      sourceName: 'faq.csv',
      question: 'Where do you ship?',
      quote: 'We ship to all of Europe.',
    },
  ],
  candidates: [],
  confidence: 0.91,
  threshold: 0.5,
  grounded: true,
  language: 'en',
  handoffReason: null,
  steps: [],
  reading: null,
  playbook: null,
  evidence: [],
  topic: null,
  codeFor: null,
  assistant: 'built-in',
  writing: null,
  ms: 12,
}

const unseen = { scheduled: false, deliveredAt: null, seenAt: null }
const sent = { state: 'sent', notBefore: at, attempts: 1, error: null, ...unseen } as const
const reply = createMessage({
  id: 'm2',
  seq: 2,
  direction: 'outgoing',
  author: 'assistant',
  text: 'We ship to all of Europe.',
  delivery: sent,
  answerId: 'an1',
})

function createExport(
  messages: readonly Message[],
  change: Partial<Conversation> = {},
  name = 'Ann',
): ConversationExport {
  return {
    conversation: { ...conversation, ...change },
    contact: {
      id: 'p1',
      name,
      createdAt: at,
      handles: [
        { id: 'h1', contactId: 'p1', channelId: 'ch1', channelKind: 'email', address: 'ann@example.com', name },
      ],
      note: '',
      language: null,
      writesIn: null,
      labelIds: [],
    },
    messages,
    answers: new Map([['an1', answer]]),
  }
}

const english: ConversationExportOptions = {
  language: 'en',
  shopName: 'Tea & Co',
  exportedAt: at,
  includeHtmlMail: false,
  timeZone: 'Europe/Berlin',
}
const html = (messages: readonly Message[], options = english) => conversationHtml(createExport(messages), options)

describe('the page', () => {
  test('names who wrote, when, whether it arrived, and what an answer rests on', () => {
    const page = html([createMessage({}), reply])
    expect(page).toContain('<h1>Conversation with Ann</h1>')
    expect(page).toContain('<bdi>Tea &amp; Co</bdi>')
    expect(page).toContain('<strong>Assistant of the shop</strong>')
    expect(page).toMatch(/<time datetime="2026-03-02T09:30:00.000Z">Mar 2, 2026, 10:30\sAM<\/time>/)
    expect(page).toContain('<span class="state sent">Sent</span>')
    expect(page).toContain('We ship to all of Europe.</q>')
    expect(page).toContain('Entry <bdi>ship-7</bdi>')
    expect(page).toContain('2 messages')
    expect(page).toContain('Europe/Berlin')
  })

  test('says so when an assistant’s message has no source, instead of leaving it out', () => {
    expect(html([{ ...reply, answerId: 'gone' }])).toContain('No source from the shop’s knowledge is recorded')
    expect(html([createMessage({})])).not.toContain('No source')
  })

  test('loads nothing and runs nothing, wherever it is opened', () => {
    const page = html([createMessage({ hasHtml: true }), reply])
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(page).not.toMatch(/<script|<img|<link|<iframe|<a |src=|href=|url\(|@import|https?:/)
  })

  test('speaks Chinese where the owner does, with Chinese dates', () => {
    const page = html(
      [reply, createMessage({ kind: 'activity', activity: { code: 'handed-off', detail: 'sensitive' } })],
      {
        ...english,
        language: 'zh-CN',
      },
    )
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('与 Ann 的对话')
    expect(page).toContain('2026年3月2日')
    expect(page).toContain('助手把对话交给了店铺：这件事应由店铺亲自回复')
  })

  test('lists attachments with their size and what is wrong with them', () => {
    const page = html([
      createMessage({
        attachments: [
          createAttachment({}),
          createAttachment({ name: 'big.zip', bytes: 30_000_000, missing: 'too-big' }),
          createAttachment({ name: 'bill.pdf', bytes: 900, mismatch: true }),
        ],
      }),
    ])
    expect(page).toContain('<bdi>photo.jpg</bdi> <span>3.2 MB</span>')
    expect(page).toContain('<bdi>big.zip</bdi> <span>30 MB · too big, left with the provider</span>')
    expect(page).toContain('<bdi>bill.pdf</bdi> <span>900 bytes · not what its name says</span>')
  })

  test('shows what happened between the messages, with its reason, date or name', () => {
    const activity = (code: NonNullable<Message['activity']>['code'], detail: string | null) =>
      createMessage({ kind: 'activity', activity: { code, detail } })
    const page = html([
      activity('handed-off', 'asked-for-person'),
      activity('snoozed', '2026-03-05T08:00:00.000Z'),
      activity('merged', 'failed'),
      activity('resolved', null),
    ])
    expect(page).toContain('passed the conversation to the shop: the customer asked for a person')
    expect(page).toContain('Snoozed: <time datetime="2026-03-05T08:00:00.000Z">')
    // A contact may be called like a reason.
    expect(page).toContain('Merged with another contact: <bdi>failed</bdi>')
    expect(page).toContain('Resolved</p>')
    expect(page).toContain('0 messages')
  })

  test('an uncertain or failed reply cannot be taken for one that arrived', () => {
    for (const state of deliveryStateSchema.options) {
      const page = html([
        { ...reply, delivery: { ...sent, state, error: state === 'failed' ? 'mailbox <full>' : null } },
      ])
      expect(page).toContain(`<span class="state ${state}">${exportWords('en').deliveries[state]}</span>`)
      if (state === 'failed') expect(page).toContain('mailbox &lt;full&gt;')
    }
  })

  test('keeps line breaks and lets every text run in its own direction', () => {
    const page = html([createMessage({ text: 'مرحبا\r\nשלום\n你好 👩‍👩‍👧' })])
    expect(page).toContain('<p class="text" dir="auto">مرحبا\nשלום\n你好 👩‍👩‍👧</p>')
  })

  test('a message without text, with quoted text, from a machine', () => {
    const page = html([createMessage({ text: ' ', quoted: '> earlier', automated: 'auto-reply' })])
    expect(page).toContain('This message has no text.')
    expect(page).toContain('<blockquote dir="auto">&gt; earlier</blockquote>')
    expect(page).toContain('<span class="state">Automatic reply</span>')
  })
})

describe('hostile text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><script>alert(1)</script>',
    '</title><svg onload=alert(1)>',
    '<!--',
    ']]>',
    '&lt;script&gt;',
    '<a href="javascript:alert(1)">x</a>',
    '{{constructor.constructor("alert(1)")()}}',
    '\u0000<b>\u0008',
    '<ｓcript>',
    '\ud800<i>',
  ]

  test.each(hostile)('%j is only ever text, in every place where the outside can put it', text => {
    const inside = createMessage({
      text,
      quoted: text,
      attachments: [createAttachment({ name: text })],
      delivery: { ...sent, state: 'failed', error: text },
    })
    const data = createExport(
      [
        inside,
        { ...reply, text },
        createMessage({ kind: 'activity', activity: { code: 'split', detail: text } }),
        createMessage({ kind: 'activity', activity: { code: 'handed-off', detail: text } }),
        createMessage({ kind: 'activity', activity: { code: 'snoozed', detail: text } }),
      ],
      { subject: text, address: text, contactName: text },
      text,
    )
    const citation = { entryId: text, entry: text, sourceName: text, question: text, quote: text }
    const page = conversationHtml(
      { ...data, answers: new Map([['an1', { ...answer, citations: [citation] }]]) },
      { ...english, shopName: text },
    )
    const calm = conversationHtml(
      {
        ...createExport(
          [
            createMessage({
              ...inside,
              text: 'x',
              quoted: 'x',
              attachments: [createAttachment({ name: 'x' })],
              delivery: { ...sent, state: 'failed', error: 'x' },
            }),
            { ...reply, text: 'x' },
            createMessage({ kind: 'activity', activity: { code: 'split', detail: 'x' } }),
            createMessage({ kind: 'activity', activity: { code: 'handed-off', detail: 'x' } }),
            createMessage({ kind: 'activity', activity: { code: 'snoozed', detail: 'x' } }),
          ],
          { subject: 'x', address: 'x', contactName: 'x' },
          'x',
        ),
        answers: new Map([
          ['an1', { ...answer, citations: [{ ...citation, entry: 'x', sourceName: 'x', question: 'x', quote: 'x' }] }],
        ]),
      },
      { ...english, shopName: 'x' },
    )
    const tags = (markup: string) => markup.match(/<[^>]*>/g)
    expect(tags(page)).toEqual(tags(calm))
    expect(page).not.toContain('\u0000')
    expect(page.isWellFormed()).toBe(true)
  })

  test('a file name that reads backwards is shown for what it is', () => {
    expect(escapeName('photo\u202egpj.exe')).toBe('photo\ufffdgpj.exe')
  })

  test('line endings become one kind and other control characters become visible', () => {
    expect(escapeHtml('a\r\nb\rc\td\u001b[31m\u0085')).toBe('a\nb\nc\td\ufffd[31m\ufffd')
  })
})

describe('the JSON file', () => {
  const data = createExport([createMessage({ attachments: [createAttachment({})] }), reply])

  test('keeps its shape, because other programs read it', () => {
    expect(conversationDocument(data, english)).toMatchInlineSnapshot(`
      {
        "contact": {
          "handles": [
            {
              "address": "ann@example.com",
              "channel": "email",
              "name": "Ann",
            },
          ],
          "id": "p1",
          "name": "Ann",
        },
        "conversation": {
          "address": "ann@example.com",
          "channel": "email",
          "handler": "owner",
          "handoffReason": null,
          "id": "c1",
          "lastMessageAt": "2026-03-02T09:30:00.000Z",
          "snoozedUntil": null,
          "status": "open",
          "subject": "Shipping",
          "waitingSince": "2026-03-02T09:30:00.000Z",
        },
        "exportedAt": "2026-03-02T09:30:00.000Z",
        "format": "keepdesk.conversation",
        "messages": [
          {
            "activity": null,
            "answer": null,
            "attachments": [
              {
                "bytes": 3200000,
                "mime": "image/jpeg",
                "missing": null,
                "name": "photo.jpg",
              },
            ],
            "author": "contact",
            "automated": null,
            "delivery": null,
            "direction": "incoming",
            "id": "m1",
            "kind": "message",
            "quoted": null,
            "receivedAt": "2026-03-02T09:30:00.000Z",
            "sentAt": "2026-03-02T09:30:00.000Z",
            "seq": 1,
            "text": "Do you ship to Norway?",
          },
          {
            "activity": null,
            "answer": {
              "assistant": "built-in",
              "citations": [
                {
                  "entry": "ship-7",
                  "question": "Where do you ship?",
                  "quote": "We ship to all of Europe.",
                  "source": "faq.csv",
                },
              ],
              "confidence": 0.91,
              "grounded": true,
              "id": "an1",
              "language": "en",
              "question": "Do you ship to Norway?",
            },
            "attachments": [],
            "author": "assistant",
            "automated": null,
            "delivery": {
              "attempts": 1,
              "error": null,
              "state": "sent",
            },
            "direction": "outgoing",
            "id": "m2",
            "kind": "message",
            "quoted": null,
            "receivedAt": "2026-03-02T09:30:00.000Z",
            "sentAt": "2026-03-02T09:30:00.000Z",
            "seq": 2,
            "text": "We ship to all of Europe.",
          },
        ],
        "shop": "Tea & Co",
        "version": 1,
      }
    `)
  })

  test('is one well-formed document that carries any text back unchanged', () => {
    const text = '"\\ \u2028 </script> 你好 👩‍👩‍👧 \u0000'
    const data = createExport([createMessage({ text }), createMessage({ id: 'm2' })])
    const written = [...conversationJson(data, english)].join('')
    expect(JSON.parse(written)).toMatchObject({ messages: [{ text }, {}] })
    expect(written).toBe(`${JSON.stringify(conversationDocument(data, english), null, 2)}\n`)
    const none = createExport([])
    const empty = `${JSON.stringify(conversationDocument(none, english), null, 2)}\n`
    expect([...conversationJson(none, english)].join('')).toBe(empty)
  })
})

test('both languages have a word for everything that can happen', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const words = exportWords(language)
    expect(activityCodeSchema.options.filter(code => !words.activities[code])).toEqual([])
    expect(handoffReasonSchema.options.filter(reason => !words.handoffReasons[reason])).toEqual([])
  }
  const latin = Object.entries(exportWords('zh-CN').activities).filter(([, text]) => !/\p{Script=Han}/u.test(text))
  expect(latin).toEqual([])
})
