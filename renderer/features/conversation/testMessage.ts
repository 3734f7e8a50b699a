import type { Message } from '#contract/message.ts'

/** A plain incoming message; tests say only what matters to them. */
export function testMessage(seq: number, change: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    conversationId: 'c1',
    kind: 'message',
    direction: 'incoming',
    author: 'contact',
    text: `Message ${seq}`,
    quoted: null,
    hasHtml: false,
    sentAt: new Date(2026, 0, 1, 12, seq),
    receivedAt: new Date(2026, 0, 1, 12, seq),
    seq,
    automated: null,
    attachments: [],
    delivery: null,
    answerId: null,
    activity: null,
    ...change,
  }
}
