import type { AppEventBody } from '#contract/events.ts'
import type { Notice } from '#contract/notice.ts'
import type { Settings } from '#contract/settings.ts'
import { previewOf } from '#domain/conversation/preview.ts'
import { isOpen, type Opening } from '#domain/hours/opening.ts'
import { isQuiet } from '#domain/hours/quiet.ts'
import { decideNotice } from '#domain/notice/decide.ts'
import { MOST_STEPS, stepsDue } from '#domain/notice/escalate.ts'
import { promiseStage, PROMISE_NEAR_MS } from '#domain/notice/promiseStage.ts'
import { noticeWords, type Told } from '#domain/notice/words.ts'
import { DAY_MS, daysBetween, onShopClock } from '#domain/shopClock.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { NoticeDue } from '#main/ports/noticeStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createLoop } from './loop.ts'
import { shopZone } from './shopZone.ts'
import type { Watching } from './watching.ts'

const MINUTE_MS = 60_000
const LOOK_AGAIN_MS = 1000
const LOOK_FOR_WAITS_MS = 15_000
/** What was waited for longer is known by now, or given up. */
const LONGEST_WAIT_MS = 14 * DAY_MS
const MOST_AT_ONCE = 500
const SLICE = 100
/** More messages than these are told in one notice. */
const MOST_ALONE = 3
const LOOK_BACK = 20
/** What came before that is no news when the program starts; who still waits is told of as waiting. */
const OLD_NEWS_MS = DAY_MS

export interface NoticesDeps {
  stores: Stores
  settings(): Settings
  watching: Pick<Watching, 'isWatched'>
  raise(notice: Notice): void
  clock: Clock
  log: Log
}

interface Telling {
  due: NoticeDue
  contactId: string
}

/** Tells the owner who wrote, who still waits and what was promised, once each, as the settings say. */
export function createNotices({ stores, settings, watching, raise, clock, log }: NoticesDeps) {
  let isIdle = false
  /** Looking costs more than most messages. */
  let waitsLookedAt = 0

  function tell(told: Told, conversationId: string | null) {
    const { language, notifyHideContent, notifySound } = settings()
    raise({ ...noticeWords(told, language, notifyHideContent), conversationId, sound: notifySound })
  }

  const nameOf = (conversationId: string) => stores.conversations.get(conversationId)?.contactName ?? ''
  const contactsOf = (ids: readonly string[]) =>
    new Set(ids.map(id => stores.conversations.get(id)?.contactId ?? id)).size

  /** What the contact wrote last. */
  function lastWords(conversationId: string): string {
    const { messages } = stores.messages.page(conversationId, null, LOOK_BACK)
    const last = messages.findLast(({ kind, direction }) => kind === 'message' && direction === 'incoming')
    return last === undefined
      ? ''
      : previewOf(
          last.text,
          last.attachments.map(({ name }) => name),
        )
  }

  /** Sorts out one slice; true when there is something to look at again soon. */
  function sortOut(slice: readonly NoticeDue[], quiet: boolean, telling: Telling[]): boolean {
    const { notify } = settings()
    const now = clock.now()
    let soon = false
    stores.transaction(() => {
      for (const due of slice) {
        const { conversationId: id } = due
        const conversation = stores.conversations.get(id)
        const thinking = stores.work.ofConversation(id).length > 0
        const watched = watching.isWatched(id)
        const decision = conversation
          ? decideNotice({ notify, conversation, untold: due, thinking, watched, quiet, now })
          : 'drop'
        if (decision === 'hold' && !due.held) stores.notices.hold(id)
        if (decision === 'drop') stores.notices.drop(id)
        if (decision === 'tell' && conversation) telling.push({ due, contactId: conversation.contactId })
        soon ||= decision === 'later'
      }
    })
    return soon
  }

  /** Before anything is raised, so that nothing is told twice. */
  function markTold(telling: readonly Telling[], now: Date, opening: Opening) {
    const { escalateMinutes } = settings()
    stores.transaction(() => {
      for (const { due } of telling) {
        stores.notices.drop(due.conversationId)
        const since = stores.conversations.get(due.conversationId)?.waitingSince ?? null
        const steps = since === null ? 0 : stepsDue(since, now, escalateMinutes, opening)
        if (since !== null && steps > 0) stores.notices.toldAgain(due.conversationId, since, steps)
      }
    })
  }

  async function tellMessages(quiet: boolean, opening: Opening): Promise<boolean> {
    const telling: Telling[] = []
    let soon = false
    let after: NoticeDue | null = null
    for (;;) {
      const slice: NoticeDue[] = stores.notices.due(after, SLICE)
      soon = sortOut(slice, quiet, telling) || soon
      after = slice.at(-1) ?? null
      if (slice.length < SLICE) break
      await new Promise(resolve => setImmediate(resolve))
    }
    if (telling.length === 0) return soon
    markTold(telling, clock.now(), opening)
    const contacts = new Set(telling.map(({ contactId }) => contactId)).size
    const wasQuiet = telling.some(({ due }) => due.held)
    if (contacts > (wasQuiet ? 1 : MOST_ALONE)) {
      tell({ about: 'messages', contacts, wasQuiet }, null)
      return soon
    }
    for (const { due } of telling) {
      const { conversationId: id, messages } = due
      tell({ about: 'message', from: nameOf(id), text: lastWords(id), messages }, id)
    }
    return soon
  }

  /** Those who have waited for the owner for too long, while somebody could answer them. */
  function tellWaits(now: Date, opening: Opening) {
    const { escalateMinutes } = settings()
    if (escalateMinutes === 0 || !isOpen(now, opening)) return
    const latest = new Date(now.getTime() - escalateMinutes * MINUTE_MS)
    const awaited = stores.notices.awaited(new Date(now.getTime() - LONGEST_WAIT_MS), latest, MOST_AT_ONCE)
    const late = awaited.flatMap(one => {
      if (one.steps >= MOST_STEPS || watching.isWatched(one.conversationId)) return []
      const due = stepsDue(one.since, now, escalateMinutes, opening)
      return due > one.steps ? [{ ...one, due }] : []
    })
    const [first] = late
    if (first === undefined) return
    stores.transaction(() => {
      for (const { conversationId, since, due } of late) stores.notices.toldAgain(conversationId, since, due)
    })
    if (late.length > 1) {
      tell({ about: 'wait', contacts: contactsOf(late.map(one => one.conversationId)) }, null)
      return
    }
    const { conversationId: id, since } = first
    const minutes = Math.floor((now.getTime() - since.getTime()) / MINUTE_MS)
    tell({ about: 'waits', from: nameOf(id), text: lastWords(id), minutes }, id)
  }

  function tellPromises(now: Date, opening: Opening) {
    const [from, to] = [now.getTime() - LONGEST_WAIT_MS, now.getTime() + PROMISE_NEAR_MS]
    const news = stores.notices.promises(new Date(from), new Date(to), MOST_AT_ONCE).flatMap(one => {
      const reached = promiseStage(one.promisedBy, now)
      const isNews = reached !== 0 && reached > one.stage && !watching.isWatched(one.conversationId)
      return isNews ? [{ ...one, reached }] : []
    })
    stores.transaction(() => {
      for (const { conversationId, promisedBy, reached } of news) {
        stores.notices.promiseTold(conversationId, promisedBy, reached)
      }
    })
    for (const stage of [2, 1] as const) {
      const some = news.filter(({ reached }) => reached === stage)
      const [first] = some
      if (first === undefined) continue
      if (some.length > 1) {
        const contacts = contactsOf(some.map(one => one.conversationId))
        tell({ about: stage === 2 ? 'promises-broken' : 'promises-near', contacts }, null)
        continue
      }
      const by = timeWords(first.promisedBy, now, opening.timeZone)
      const about = stage === 2 ? 'promise-broken' : 'promise-near'
      tell({ about, from: nameOf(first.conversationId), by }, first.conversationId)
    }
  }

  /** `16:30`, with the day when it is another one. */
  function timeWords(moment: Date, now: Date, timeZone: string): string {
    const isToday = daysBetween(onShopClock(now, timeZone), onShopClock(moment, timeZone)) === 0
    const day = isToday ? {} : ({ weekday: 'short', day: 'numeric', month: 'short' } as const)
    return new Intl.DateTimeFormat(settings().language, {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...day,
    }).format(moment)
  }

  /** Tells what is to be told now; returns how long nothing new can happen by itself, in milliseconds. */
  async function look(): Promise<number> {
    isIdle = false
    const shop = settings()
    const timeZone = shopZone(shop)
    const opening = { ...shop, timeZone }
    const quiet = isQuiet(shop.quietHours, clock.now(), timeZone)
    const soon = await tellMessages(quiet, opening)
    const now = clock.now()
    const isTime = Math.abs(now.getTime() - waitsLookedAt) >= LOOK_FOR_WAITS_MS
    if (isTime && !quiet && shop.notify !== 'none') {
      waitsLookedAt = now.getTime()
      tellPromises(now, opening)
      tellWaits(now, opening)
    }
    isIdle = !soon
    return soon ? LOOK_AGAIN_MS : LOOK_FOR_WAITS_MS
  }

  const loop = createLoop({ name: 'notices', clock, log, step: look })

  return {
    look,
    /** Something happened that may have to be told. */
    hear({ type }: AppEventBody) {
      if (isIdle && (type === 'conversationChanged' || type === 'settingsChanged')) loop.wake()
    },
    trial: () => tell({ about: 'trial' }, null),
    start() {
      stores.notices.dropOlder(new Date(clock.now().getTime() - OLD_NEWS_MS))
      loop.start()
    },
    stop: loop.stop,
  }
}
export type Notices = ReturnType<typeof createNotices>
