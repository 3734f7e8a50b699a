import type { ChannelKind } from '#contract/channel.ts'
import type { Period, Report, Saved } from '#contract/report.ts'
import { createPace, PACE_DAYS, type Pace } from '#domain/report/ownerPace.ts'
import { periodBefore, stepOf, windowOf, type Window } from '#domain/report/shopDays.ts'
import { createTally, type Tally } from '#domain/report/tally.ts'
import { createTraffic, type Traffic } from '#domain/report/traffic.ts'
import { DAY_MS } from '#domain/shopClock.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createSlices } from './knowledgeSlices.ts'
import { createReportFacts } from './reportFacts.ts'
import { shopZone } from './shopZone.ts'
import { createUnansweredQuestions, type UnansweredDeps } from './unansweredQuestions.ts'
import { valueIn } from './reportValue.ts'

/** Conversation numbers read at once. */
const SLICE = 250

export interface ReportsDeps extends Omit<UnansweredDeps, 'stores'> {
  stores: Stores
  clock: Clock
  log: Log
}

interface Stretch {
  period: Period
  window: Window
  tally: Tally
  traffic: Traffic
  pace: ReturnType<typeof createPace>
  /** The owner's pace is measured from here up to the end. */
  paceFrom: number
}

/** Counts what happened in a period. */
export function createReports({ stores, clock, log, ...deps }: ReportsDeps) {
  const facts = createReportFacts({ stores, clock, log })
  const unanswered = createUnansweredQuestions({ stores, ...deps })

  function stretchOf(period: Period, timeZone: string, now: number): Stretch {
    const window = windowOf(period, timeZone)
    return {
      period,
      window,
      tally: createTally(window, now),
      traffic: createTraffic(period, timeZone),
      pace: createPace(),
      paceFrom: Math.min(window.from, window.to - PACE_DAYS * DAY_MS),
    }
  }

  /** Each conversation once, a few at a time. */
  async function count(stretches: readonly Stretch[], breathe: () => Promise<void>) {
    const since = Math.min(...stretches.map(({ window, paceFrom }) => Math.min(window.from, paceFrom)))
    const last = stores.reports.lastNumber()
    for (let from = 1; from <= last; from += SLICE) {
      for (const one of stores.reports.facts(from, from + SLICE - 1, since)) {
        for (const { tally, traffic, pace, paceFrom, window } of stretches) {
          tally.add(one)
          traffic.add(one)
          for (const work of one.ownerWork) if (work.at >= paceFrom && work.at < window.to) pace.add(work)
        }
      }
      await breathe()
    }
  }

  async function totalsOf({ tally, traffic }: Stretch, breathe: () => Promise<void>) {
    const totals = await tally.totals(breathe)
    return { ...totals, ...traffic.totals() }
  }

  function savedOf({ traffic, pace }: Stretch): Saved {
    const measured: Pace | null = pace.pace()
    const minutesPerReply = measured?.minutesPerReply ?? stores.settings.get().minutesPerReply
    const replies = traffic.repliesAlone()
    const minutes = Math.round(replies * minutesPerReply * 10) / 10
    return { replies, minutesPerReply, measuredFrom: measured?.replies ?? null, minutes }
  }

  function channelsOf({ tally, traffic }: Stretch, before: Stretch | null): Report['channels'] {
    const known = stores.reports.channels()
    return known
      .map(({ no, id: channelId, kind, name }) => ({
        channelId,
        kind: kind satisfies ChannelKind,
        name,
        conversations: tally.shares.channels.get(no) ?? 0,
        before: before && (before.tally.shares.channels.get(no) ?? 0),
        messages: traffic.byChannel.get(no) ?? 0,
      }))
      .filter(one => one.conversations > 0 || one.messages > 0 || (one.before ?? 0) > 0)
      .toSorted((a, b) => b.conversations - a.conversations || b.messages - a.messages)
  }

  return {
    start: facts.start,
    stop: facts.stop,
    upToDate: facts.upToDate,
    counting: () => ({ left: stores.reports.staleCount() }),

    /** `compare`: with the same number of days right before. */
    async period({ period, compare }: { period: Period; compare: boolean }): Promise<Report> {
      const breathe = createSlices()
      const { shopName, ...settings } = stores.settings.get()
      const timeZone = shopZone(settings)
      await facts.upToDate()
      const madeAt = clock.now()
      const stretch = stretchOf(period, timeZone, madeAt.getTime())
      const before = compare ? stretchOf(periodBefore(period), timeZone, madeAt.getTime()) : null
      await count(before === null ? [stretch] : [stretch, before], breathe)
      const { shares } = stretch.tally
      const others = before?.tally.shares ?? null
      return {
        period,
        compared: before?.period ?? null,
        timeZone,
        shopName,
        madeAt,
        totals: await totalsOf(stretch, breathe),
        before: before && (await totalsOf(before, breathe)),
        saved: savedOf(stretch),
        savedBefore: before && savedOf(before),
        step: stepOf(period),
        ...(await stretch.traffic.overTime(breathe)),
        handoffReasons: sharesOf(shares.reasons, others?.reasons ?? null).map(([reason, share]) => ({
          reason,
          ...share,
        })),
        topics: sharesOf(shares.topics, others?.topics ?? null).map(([topic, share]) => ({
          topic,
          ...share,
          handedOver: shares.topicsHandedOver.get(topic) ?? 0,
        })),
        channels: channelsOf(stretch, before),
        languages: sharesOf(shares.languages, others?.languages ?? null).map(([language, share]) => ({
          language,
          ...share,
        })),
        moods: sharesOf(shares.moods, others?.moods ?? null).map(([mood, share]) => ({ mood, ...share })),
        unanswered: await unanswered(stretch.window, breathe),
        value: await valueIn(stores, stretch.window, breathe),
      }
    },
  }
}
export type Reports = ReturnType<typeof createReports>

/** Most frequent first, those of equal number by name; what occurred only before comes last. */
function sharesOf<Key extends string>(
  counts: ReadonlyMap<Key, number>,
  before: ReadonlyMap<Key, number> | null,
): [Key, { conversations: number; before: number | null }][] {
  const keys = new Set([...counts.keys(), ...(before?.keys() ?? [])])
  return [...keys]
    .map((key): [Key, { conversations: number; before: number | null }] => [
      key,
      { conversations: counts.get(key) ?? 0, before: before && (before.get(key) ?? 0) },
    ])
    .toSorted(
      ([a, one], [b, other]) =>
        other.conversations - one.conversations || (other.before ?? 0) - (one.before ?? 0) || a.localeCompare(b, 'en'),
    )
}
