import { expect, test } from 'vitest'
import { summarizeProblems } from './problems.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute))
const line = (minute: number, message: string, cause: string | null = null) =>
  ({ at: at(minute), level: 'error', message, cause }) as const

test('the same problem is said once, with how often and when', () => {
  const problems = summarizeProblems([line(1, 'send failed'), line(2, 'other'), line(9, 'send failed')])
  expect(problems).toEqual([
    { level: 'error', message: 'send failed', count: 2, firstAt: at(1), lastAt: at(9) },
    { level: 'error', message: 'other', count: 1, firstAt: at(2), lastAt: at(2) },
  ])
})

test.each([
  ['Error: 535 authentication failed for ann.lee@mail.example', 'ann.lee@mail.example'],
  ["ENOENT: no such file, open '/home/annlee/.local/share/Keepdesk/keepdesk.db'", 'annlee'],
  [String.raw`EPERM: open C:\Users\Ann Lee\AppData\Keepdesk\x.db`, 'AppData'],
  ['connect ECONNREFUSED 203.0.113.9:993', '203.0.113.9'],
  ['getaddrinfo ENOTFOUND imap.annsteashop.example', 'annsteashop'],
  ['Cannot reach +49 170 1234567', '1234567'],
  ['No message has the id 0198f3c2-7b1e-7c44-9a51-1f2e3d4c5b6a', '7b1e'],
])('what could name somebody is masked: %s', (cause, secret) => {
  const [problem] = summarizeProblems([line(1, 'mail not fetched', cause)])
  expect(problem?.message).toMatch(/^mail not fetched: /)
  expect(problem?.message).not.toContain(secret)
})

test('what went wrong stays readable', () => {
  const [problem] = summarizeProblems([line(1, 'send failed', 'Error: 452 mailbox full')])
  expect(problem?.message).toBe('send failed: Error: 452 mailbox full')
})
