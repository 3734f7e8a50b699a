import type { HealthReport } from '#contract/health.ts'

/** Below this a shop's database, its log and a mail with pictures may not find room for long. */
const LITTLE_ROOM_BYTES = 2 * 1024 ** 3
const DAY_MS = 24 * 60 * 60_000

export type CheckTone = 'good' | 'neutral' | 'warning' | 'bad'

const states = [
  'no-channel',
  'channel-stuck',
  'channel-retrying',
  'channels-off',
  'channels-work',
  'replies-to-look-at',
  'replies-queued',
  'nothing-queued',
  'index-failed',
  'index-building',
  'index-ready',
  'no-model',
  'model-failed',
  'model-restarting',
  'model-works',
  'disk-full',
  'disk-little',
  'disk-room',
  'no-copy',
  'update-copy',
  'no-problems',
  'some-problems',
] as const
export type CheckState = (typeof states)[number]

/** One line of the health page; its words are chosen by `id` and `state`. */
export interface HealthCheck {
  id: 'channels' | 'outbox' | 'index' | 'writing' | 'searching' | 'disk' | 'safety-copy' | 'problems'
  tone: CheckTone
  state: CheckState
  /** What the words count. */
  count: number
}

/** What is well and what is not, in the order of the page. */
export function healthChecks(report: HealthReport): HealthCheck[] {
  return [
    channelCheck(report),
    outboxCheck(report),
    indexCheck(report),
    modelCheck('writing', report.writing),
    modelCheck('searching', report.searching),
    diskCheck(report),
    safetyCopyCheck(report),
    problemCheck(report),
  ]
}

function channelCheck({ channels }: HealthReport): HealthCheck {
  const working = channels.filter(({ state }) => state !== 'off')
  const stuck = working.filter(({ state }) => state === 'needs-owner')
  const trying = working.filter(({ fault, state }) => fault !== null && state !== 'needs-owner')
  if (channels.length === 0) return { id: 'channels', tone: 'warning', state: 'no-channel', count: 0 }
  if (stuck.length > 0) return { id: 'channels', tone: 'bad', state: 'channel-stuck', count: stuck.length }
  if (trying.length > 0) return { id: 'channels', tone: 'warning', state: 'channel-retrying', count: trying.length }
  if (working.length === 0) return { id: 'channels', tone: 'warning', state: 'channels-off', count: channels.length }
  return { id: 'channels', tone: 'good', state: 'channels-work', count: working.length }
}

function outboxCheck({ outbox: { queued, failed, uncertain } }: HealthReport): HealthCheck {
  if (failed + uncertain > 0)
    return { id: 'outbox', tone: 'bad', state: 'replies-to-look-at', count: failed + uncertain }
  if (queued > 0) return { id: 'outbox', tone: 'good', state: 'replies-queued', count: queued }
  return { id: 'outbox', tone: 'good', state: 'nothing-queued', count: 0 }
}

function indexCheck({ index: { state, done, total } }: HealthReport): HealthCheck {
  if (state === 'failed') return { id: 'index', tone: 'bad', state: 'index-failed', count: 0 }
  if (state === 'building') return { id: 'index', tone: 'warning', state: 'index-building', count: total - done }
  return { id: 'index', tone: 'good', state: 'index-ready', count: total }
}

function modelCheck(id: 'writing' | 'searching', model: HealthReport['writing']): HealthCheck {
  if (model === null) return { id, tone: 'good', state: 'no-model', count: 0 }
  if (model.problem !== null || model.stage === 'failed') return { id, tone: 'bad', state: 'model-failed', count: 0 }
  if (model.stage === 'restarting') return { id, tone: 'warning', state: 'model-restarting', count: 0 }
  return { id, tone: 'good', state: 'model-works', count: 0 }
}

function diskCheck({ disk }: HealthReport): HealthCheck {
  if (disk.isFull) return { id: 'disk', tone: 'bad', state: 'disk-full', count: 0 }
  if (disk.freeBytes < LITTLE_ROOM_BYTES) return { id: 'disk', tone: 'warning', state: 'disk-little', count: 0 }
  return { id: 'disk', tone: 'good', state: 'disk-room', count: 0 }
}

/** The copy lies on the same disk: it helps against a failed update, not against a lost computer. */
function safetyCopyCheck({ safetyCopy }: HealthReport): HealthCheck {
  return { id: 'safety-copy', tone: 'neutral', state: safetyCopy === null ? 'no-copy' : 'update-copy', count: 0 }
}

function problemCheck({ problems, madeAt }: HealthReport): HealthCheck {
  const fresh = problems.filter(
    ({ level, lastAt }) => level === 'error' && madeAt.getTime() - lastAt.getTime() < DAY_MS,
  )
  const count = fresh.reduce((sum, problem) => sum + problem.count, 0)
  if (count === 0) return { id: 'problems', tone: 'good', state: 'no-problems', count }
  return { id: 'problems', tone: 'warning', state: 'some-problems', count }
}
