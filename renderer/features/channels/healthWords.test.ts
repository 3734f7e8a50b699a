import { expect, test } from 'vitest'
import type { Channel, Fault, Health } from '#contract/channel.ts'
import { faultCodeSchema } from '#contract/channel.ts'
import { i18n, loadLanguage } from '#renderer/i18n/index.ts'
import { faultWords, healthWords } from './healthWords.ts'

const now = new Date(2026, 10, 22, 10, 42, 0)
await loadLanguage('en')
const english = i18n.getFixedT('en')

function health(state: Health['state'], more: Partial<Health> = {}): Pick<Channel, 'kind' | 'health'> {
  const nothing = { lastProofAt: null, nextTryAt: null, attempts: 0, fault: null }
  return { kind: 'email', health: { state, since: now, ...nothing, ...more } }
}
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const unreachable: Fault = { code: 'unreachable', detail: 'ENOTFOUND mail.flora.shop' }

test('a working channel says since when', () => {
  expect(healthWords(health('live'), now, english, 'en').text).toBe('Live since 10:42')
})

test('a broken connection says what happened and counts down to the next try', () => {
  const channel = health('waiting-retry', { fault: unreachable, nextTryAt: inSeconds(118) })
  const words = healthWords(channel, now, english, 'en')
  expect(words.text).toBe('Server not reachable. Next try in 2 min')
  expect(words).toMatchObject({ tone: 'warning', detail: 'ENOTFOUND mail.flora.shop', canRetry: true })
  expect(healthWords(channel, inSeconds(100), english, 'en').text).toBe('Server not reachable. Next try in 18 sec')
})

test('once the time has come it never shows a negative wait', () => {
  const words = healthWords(
    health('waiting-retry', { fault: unreachable, nextTryAt: inSeconds(-3) }),
    now,
    english,
    'en',
  )
  expect(words).toMatchObject({ text: 'Server not reachable. Trying again…', canRetry: false })
})

test('a wrong password asks for the owner and says what to do', () => {
  const words = healthWords(
    health('needs-owner', { fault: { code: 'wrong-credentials', detail: '' } }),
    now,
    english,
    'en',
  )
  expect(words).toMatchObject({ tone: 'bad', text: 'Wrong password', detail: null, canRetry: true })
  expect(words.advice).toContain('app password')
})

test('a Telegram bot has a token, not a password', () => {
  expect(faultWords({ code: 'wrong-credentials', detail: '' }, 'telegram', english).what).toBe('Wrong bot token')
})

test('every fault has words of its own in what, why and what to do', () => {
  const all = faultCodeSchema.options.map(code => faultWords({ code, detail: '' }, 'email', english))
  const written = all.flatMap(({ what, why, todo }) => [what, why, todo]).filter(text => !text.startsWith('fault.'))
  expect(written).toHaveLength(faultCodeSchema.options.length * 3)
})
