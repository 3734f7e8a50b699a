import type { Period, Report } from '#contract/report.ts'
import { DAY_MS } from '#domain/shopClock.ts'
import { MESSAGE_KINDS, messageCode, type Facts, type MessageKind } from './facts.ts'
import { SLOT_MS, createSlotClock, dayOf, slotOf, stepsOf, weekdayOf, windowOf } from './shopDays.ts'
import { increase } from './tally.ts'

const HOUR_MS = 60 * 60_000
const SLOTS_AT_ONCE = 2048

/** Counts the messages of a period by quarter of an hour; days and hours are told from that. */
export function createTraffic(period: Period, timeZone: string) {
  const { from, to } = windowOf(period, timeZone)
  const slots = (to - from) / SLOT_MS
  const firstCode = messageCode(from, 'received')
  const amounts = new Int32Array(slots * MESSAGE_KINDS)
  const begun = new Int32Array(slots)
  const byChannel = new Map<number, number>()

  const of = (kind: MessageKind) => {
    const offset = messageCode(from, kind) - firstCode
    return (slot: number) => amounts[slot * MESSAGE_KINDS + offset] ?? 0
  }
  const [received, byOwner, edited, alone] = [
    of('received'),
    of('by-owner'),
    of('by-assistant'),
    of('by-assistant-alone'),
  ]
  const byAssistant = (slot: number) => edited(slot) + alone(slot)

  function sum(amount: (slot: number) => number): number {
    let total = 0
    for (let slot = 0; slot < slots; slot++) total += amount(slot)
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
      messagesReceived: sum(received),
      messagesByAssistant: sum(byAssistant),
      messagesByOwner: sum(byOwner),
    }),
    /** Answers that went out as the assistant wrote them. */
    repliesAlone: () => sum(alone),
    /** By the steps of the period, and received ones by weekday and hour. */
    async overTime(breathe: () => Promise<void>): Promise<Pick<Report, 'series' | 'hours'>> {
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
        const came = received(slot)
        point.conversations += begun[slot] ?? 0
        point.messagesReceived += came
        point.messagesByAssistant += byAssistant(slot)
        point.messagesByOwner += byOwner(slot)
        const hour = Math.floor((shown % DAY_MS) / HOUR_MS)
        row[hour] = (row[hour] ?? 0) + came
        if (slot % SLOTS_AT_ONCE === 0) await breathe()
      }
      return { series, hours }
    },
  }
}
export type Traffic = ReturnType<typeof createTraffic>
