import type { Period, Report } from '#contract/report.ts'
import { DAY_MS } from '#domain/shopClock.ts'
import { MESSAGE_KINDS, messageCode, type Facts, type MessageKind } from './facts.ts'
import { SLOT_MS, createSlotClock, dayOf, slotOf, stepsOf, weekdayOf, windowOf } from './shopDays.ts'
import { increase } from './tally.ts'

const HOUR_MS = 60 * 60_000

/** Counts the messages of a period by quarter of an hour; days and hours are told from that. */
export function createTraffic(period: Period, timeZone: string) {
  const { from, to } = windowOf(period, timeZone)
  const slots = (to - from) / SLOT_MS
  const firstCode = messageCode(from, 'received')
  const amounts = new Int32Array(slots * MESSAGE_KINDS)
  const begun = new Int32Array(slots)
  const byChannel = new Map<number, number>()

  const amount = (slot: number, kind: MessageKind) => amounts[messageCode(from + slot * SLOT_MS, kind) - firstCode] ?? 0
  const byAssistant = (slot: number) => amount(slot, 'by-assistant') + amount(slot, 'by-assistant-alone')

  function sum(of: (slot: number) => number): number {
    let total = 0
    for (let slot = 0; slot < slots; slot++) total += of(slot)
    return total
  }

  return {
    add({ firstAt, messages, channelNo }: Pick<Facts, 'firstAt' | 'messages' | 'channelNo'>) {
      let counted = 0
      for (const code of messages) {
        const place = code - firstCode
        if (place < 0 || place >= amounts.length) continue
        amounts[place] = (amounts[place] ?? 0) + 1
        counted += 1
      }
      if (counted > 0) increase(byChannel, channelNo, counted)
      if (firstAt === null || firstAt < from || firstAt >= to) return
      const slot = slotOf(firstAt) - slotOf(from)
      begun[slot] = (begun[slot] ?? 0) + 1
    },
    /** Messages of all kinds. */
    byChannel,
    totals: () => ({
      messagesReceived: sum(slot => amount(slot, 'received')),
      messagesByAssistant: sum(byAssistant),
      messagesByOwner: sum(slot => amount(slot, 'by-owner')),
    }),
    /** Answers that went out as the assistant wrote them. */
    repliesAlone: () => sum(slot => amount(slot, 'by-assistant-alone')),
    /** By the steps of the period, and received ones by weekday and hour. */
    overTime(): Pick<Report, 'series' | 'hours'> {
      const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
      const steps = stepsOf(period)
      const series = steps.map(day => ({
        from: day,
        conversations: 0,
        messagesReceived: 0,
        messagesByAssistant: 0,
        messagesByOwner: 0,
      }))
      const clock = createSlotClock(timeZone)
      const ends = steps.slice(1).map(day => dayOf(day).getTime())
      let step = 0
      for (let slot = 0; slot < slots; slot++) {
        const shown = clock(slotOf(from) + slot)
        while (shown >= (ends[step] ?? Infinity)) step += 1
        const point = series[step]
        const row = hours[weekdayOf(new Date(shown))]
        if (point === undefined || row === undefined) continue
        const received = amount(slot, 'received')
        point.conversations += begun[slot] ?? 0
        point.messagesReceived += received
        point.messagesByAssistant += byAssistant(slot)
        point.messagesByOwner += amount(slot, 'by-owner')
        const hour = Math.floor((shown % DAY_MS) / HOUR_MS)
        row[hour] = (row[hour] ?? 0) + received
      }
      return { series, hours }
    },
  }
}
export type Traffic = ReturnType<typeof createTraffic>
