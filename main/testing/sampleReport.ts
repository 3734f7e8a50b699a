import type { Report, ReportTotals } from '#contract/report.ts'

const hour = 3_600_000
const spread = (count: number, medianMs: number, p90Ms: number) => ({ count, medianMs, p90Ms })

function totals(factor: number): ReportTotals {
  const of = (count: number) => Math.round(count * factor)
  return {
    conversations: of(412),
    contacts: of(287),
    messagesReceived: of(1204),
    messagesByAssistant: of(743),
    messagesByOwner: of(268),
    firstReply: spread(of(398), 4 * 60_000 * factor, 3.4 * hour),
    firstReplyByAssistant: spread(of(301), 9_000, 48_000),
    firstReplyByOwner: spread(of(97), 2.1 * hour, 9 * hour),
    resolution: spread(of(352), 5.5 * hour, 51 * hour),
    answeredBy: { assistant: of(253), both: of(71), owner: of(74), nobody: of(14) },
    outcomes: { confirmed: of(88), assumed: of(109), reopened: of(21), abandoned: of(18), running: of(17) },
    handoffs: of(131),
    handoffWait: spread(of(119), 1.3 * hour, 7 * hour),
    promises: { made: of(96), kept: of(81), broken: of(9), open: of(6) },
  }
}

/** A month of a shop, made up; `change` replaces parts of it. */
export function sampleReport(change: Partial<Report> = {}): Report {
  const days = Array.from({ length: 31 }, (_, index) => index)
  return {
    period: { from: '2026-03-01', to: '2026-03-31' },
    compared: { from: '2026-01-29', to: '2026-02-28' },
    timeZone: 'Europe/Berlin',
    shopName: 'Tea & Co <茶与杯>',
    madeAt: new Date('2026-04-01T07:00:00Z'),
    totals: totals(1),
    before: totals(1.14),
    saved: { replies: 612, minutesPerReply: 3.5, measuredFrom: 268, minutes: 2142 },
    savedBefore: { replies: 500, minutesPerReply: 3.5, measuredFrom: 240, minutes: 1750 },
    step: 'day',
    series: days.map(day => ({
      from: `2026-03-${String(day + 1).padStart(2, '0')}`,
      conversations: 8 + ((day * 7) % 13),
      messagesReceived: 25 + ((day * 17) % 31),
      messagesByAssistant: 14 + ((day * 11) % 23),
      messagesByOwner: 4 + ((day * 5) % 11),
    })),
    hours: Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (__, at) =>
        at < 7 ? 0 : Math.max(0, Math.round(14 - Math.abs(at - 14) * 1.6 - day)),
      ),
    ),
    handoffReasons: [
      { reason: 'no-knowledge', conversations: 48, before: 61 },
      { reason: 'asked-for-person', conversations: 31, before: 28 },
      { reason: 'owner-decides', conversations: 22, before: 25 },
      { reason: 'upset', conversations: 9, before: 12 },
    ],
    topics: [
      { topic: 'order-status', conversations: 121, before: 140, handedOver: 12 },
      { topic: 'return-item', conversations: 64, before: 60, handedOver: 22 },
      {
        topic: 'own:Wedding cups with a very long name that nobody can read in one line',
        conversations: 18,
        before: 0,
        handedOver: 9,
      },
    ],
    channels: [
      { channelId: 'c1', kind: 'email', name: 'Shop mail', conversations: 300, before: 350, messages: 900 },
      { channelId: 'c2', kind: 'telegram', name: 'Bot', conversations: 112, before: 120, messages: 304 },
    ],
    languages: [
      { language: 'en', conversations: 260, before: 300 },
      { language: 'zh', conversations: 120, before: 130 },
      { language: 'und', conversations: 32, before: 40 },
    ],
    moods: [
      { mood: 'calm', conversations: 330, before: 380 },
      { mood: 'frustrated', conversations: 22, before: 30 },
      { mood: 'angry', conversations: 5, before: 9 },
    ],
    unanswered: [
      {
        question: 'Do you ship to <b>Norway</b>? Write me at ann@example.com',
        count: 14,
        lastAt: new Date('2026-03-30T18:20:00Z'),
        examples: [
          { conversationId: 'c1', messageId: 'm1', text: 'Do you ship to Norway? My number is +49 170 1234567' },
        ],
        language: 'en',
      },
      {
        question: '可以开增值税专用发票吗？',
        count: 9,
        lastAt: new Date('2026-03-29T08:00:00Z'),
        examples: [{ conversationId: 'c2', messageId: 'm2', text: '可以开增值税专用发票吗？' }],
        language: 'zh',
      },
    ],
    value: [
      { code: 'refund-avoided', count: 7, money: [{ currency: 'EUR', minor: 31_450 }] },
      { code: 'saved-time', count: 612, money: [] },
    ],
    ...change,
  }
}

/** A shop to which nobody has written yet. */
export function emptyReport(): Report {
  const zero = totals(0)
  const none = { count: 0, medianMs: null, p90Ms: null }
  return sampleReport({
    compared: null,
    before: null,
    totals: {
      ...zero,
      firstReply: none,
      firstReplyByAssistant: none,
      firstReplyByOwner: none,
      resolution: none,
      handoffWait: none,
    },
    saved: { replies: 0, minutesPerReply: 4, measuredFrom: null, minutes: 0 },
    savedBefore: null,
    series: [],
    hours: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0)),
    handoffReasons: [],
    topics: [],
    channels: [],
    languages: [],
    moods: [],
    unanswered: [],
    value: [],
  })
}
