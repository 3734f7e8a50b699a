import { useTranslation } from 'react-i18next'
import type { ChannelKind, CheckResult } from '#contract/channel.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { faultWords } from './healthWords.ts'

/** What the Test button found, in plain words. */
export function CheckOutcome({ kind, result }: { kind: ChannelKind; result: CheckResult }) {
  const { t } = useTranslation()
  if (result.ok) {
    return (
      <Banner tone="good" title={t('channels.form.testOk', { account: result.account })}>
        {result.notes.map(note => (
          <p key={note} className="mt-0.5">
            {textAt(['channelNote', note]) ?? note}
          </p>
        ))}
      </Banner>
    )
  }
  const words = faultWords(result.fault, kind, t)
  return (
    <Banner tone="bad" title={t('channels.form.testFailed', { what: words.what })}>
      <p className="mt-0.5">{t('channels.health.advice', { why: words.why, todo: words.todo })}</p>
      {words.detail && (
        <details className="mt-1 text-sm">
          <summary className="w-fit rounded-sm">{t('channels.health.details')}</summary>
          <p className="mt-1 font-mono text-xs wrap-anywhere">{words.detail}</p>
        </details>
      )}
    </Banner>
  )
}
