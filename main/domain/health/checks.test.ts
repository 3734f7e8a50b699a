import { expect, test } from 'vitest'
import type { HealthReport } from '#contract/health.ts'
import { healthChecks } from './checks.ts'
import { healthText } from './text.ts'

const now = new Date('2026-03-02T09:00:00Z')
const mail = {
  id: 'c1',
  kind: 'email',
  state: 'live',
  since: new Date('2026-03-02T07:00:00Z'),
  lastProofAt: new Date('2026-03-02T08:59:00Z'),
  fault: null,
} as const

function report(change: Partial<HealthReport> = {}): HealthReport {
  return {
    madeAt: now,
    version: '1.2.3',
    shell: 'node',
    system: 'linux x64, Node 24.21.0',
    startedAt: new Date('2026-03-01T08:00:00Z'),
    channels: [mail],
    index: { state: 'ready', done: 12, total: 12 },
    writing: null,
    searching: null,
    outbox: { queued: 0, failed: 0, uncertain: 0 },
    disk: {
      freeBytes: 50e9,
      databaseBytes: 12e6,
      attachmentBytes: 3e6,
      modelBytes: 0,
      indexBytes: 1e6,
      logBytes: 2000,
      isFull: false,
    },
    safetyCopy: null,
    problems: [],
    ...change,
  }
}

const check = (change: Partial<HealthReport>, id: string) => healthChecks(report(change)).find(one => one.id === id)

test('a shop that works has nothing bad, and is told that nobody keeps a copy elsewhere', () => {
  expect(healthChecks(report()).filter(({ tone }) => tone !== 'good')).toEqual([
    { id: 'safety-copy', tone: 'neutral', state: 'no-copy', count: 0 },
  ])
})

test('a channel that waits for the owner counts more than one that tries again by itself', () => {
  const trying = { ...mail, state: 'waiting-retry', fault: 'unreachable' } as const
  const stuck = { ...mail, state: 'needs-owner', fault: 'wrong-credentials' } as const
  expect(check({ channels: [mail, trying] }, 'channels')).toMatchObject({
    tone: 'warning',
    state: 'channel-retrying',
    count: 1,
  })
  expect(check({ channels: [trying, stuck] }, 'channels')).toMatchObject({
    tone: 'bad',
    state: 'channel-stuck',
    count: 1,
  })
  expect(check({ channels: [] }, 'channels')).toMatchObject({ tone: 'warning', state: 'no-channel' })
})

test('replies that failed, a full disk and a broken index are bad', () => {
  expect(check({ outbox: { queued: 4, failed: 1, uncertain: 2 } }, 'outbox')).toMatchObject({ tone: 'bad', count: 3 })
  expect(check({ disk: { ...report().disk, isFull: true } }, 'disk')).toMatchObject({ tone: 'bad', state: 'disk-full' })
  expect(check({ disk: { ...report().disk, freeBytes: 1e9 } }, 'disk')).toMatchObject({ state: 'disk-little' })
  expect(check({ index: { state: 'failed', done: 0, total: 9 } }, 'index')).toMatchObject({ tone: 'bad' })
})

test('only errors of the last day are counted', () => {
  const problem = { level: 'error', message: 'send failed', count: 2, firstAt: now, lastAt: now } as const
  const old = { ...problem, lastAt: new Date('2026-02-20T09:00:00Z') }
  const harmless = { ...problem, level: 'warn' } as const
  expect(check({ problems: [problem, harmless, old] }, 'problems')).toMatchObject({ tone: 'warning', count: 2 })
  expect(check({ problems: [old] }, 'problems')).toMatchObject({ tone: 'good', state: 'no-problems' })
})

test('the text for somebody who helps says what it is and how often it went wrong', () => {
  const problem = { level: 'error', message: 'send failed', count: 3, firstAt: mail.since, lastAt: now } as const
  const text = healthText(report({ problems: [problem] }))
  expect(text).toContain('Keepdesk 1.2.3, node shell, linux x64, Node 24.21.0')
  expect(text).toContain('Channel 1 (email): live since 2026-03-02 07:00, last sign 2026-03-02 08:59')
  expect(text).toContain('2026-03-02 09:00 error send failed (3 times since 2026-03-02 07:00)')
  expect(text).toContain('database 12.0 MB')
})
