import type { TFunction } from 'i18next'
import type { Channel, Fault } from '#contract/channel.ts'
import { assertNever } from '#domain/assertNever.ts'
import { formatMoment, formatWait } from '#renderer/i18n/format.ts'
import { textAt } from '#renderer/i18n/textAt.ts'

export interface HealthWords {
  tone: 'neutral' | 'accent' | 'good' | 'warning' | 'bad'
  text: string
  /** Why it happened and what the owner can do; null when all is well. */
  advice: string | null
  /** The remote side's own words. */
  detail: string | null
  canRetry: boolean
}

/** How the connection stands, in the owner's words; `now` drives the countdown. */
export function healthWords(
  channel: Pick<Channel, 'kind' | 'health'>,
  now: Date,
  t: TFunction,
  language: string,
): HealthWords {
  const { health, kind } = channel
  const words = health.fault && faultWords(health.fault, kind, t)
  const calm = { advice: null, detail: null, canRetry: false }
  switch (health.state) {
    case 'off':
      return { tone: 'neutral', text: t('channels.health.off'), ...calm }
    case 'connecting':
      return { tone: 'accent', text: t('channels.health.connecting'), ...calm }
    case 'catching-up':
      return { tone: 'accent', text: t('channels.health.catching-up'), ...calm }
    case 'live':
      return {
        tone: 'good',
        text: t('channels.health.live', { time: formatMoment(health.since, now, language) }),
        ...calm,
      }
    case 'waiting-retry': {
      const what = words?.what ?? t('channels.health.waiting-retry')
      const waitMs = health.nextTryAt ? health.nextTryAt.getTime() - now.getTime() : 0
      const text =
        waitMs > 0
          ? t('channels.health.withNextTry', { what, wait: formatWait(waitMs, language) })
          : t('channels.health.tryingNow', { what })
      return {
        tone: 'warning',
        text,
        advice: words && t('channels.health.advice', { why: words.why, todo: words.todo }),
        detail: words?.detail ?? null,
        canRetry: waitMs > 0,
      }
    }
    case 'needs-owner': {
      const text = words?.what ?? t('channels.health.needs-owner')
      return {
        tone: 'bad',
        text,
        advice: words && t('channels.health.advice', { why: words.why, todo: words.todo }),
        detail: words?.detail ?? null,
        canRetry: true,
      }
    }
    default:
      return assertNever(health.state)
  }
}

export interface FaultWords {
  what: string
  why: string
  todo: string
  detail: string | null
}

/** A channel kind may have words of its own for a fault: a token instead of a password. */
export function faultWords(fault: Fault, kind: Channel['kind'], t: TFunction): FaultWords {
  const words = (part: 'what' | 'why' | 'todo') =>
    textAt(['fault', fault.code, kind, part]) ?? t(`fault.${fault.code}.${part}`)
  return {
    what: words('what'),
    why: words('why'),
    todo: words('todo'),
    detail: fault.detail === '' ? null : fault.detail,
  }
}
