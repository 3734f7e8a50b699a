import { ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reading } from '#contract/understanding.ts'
import type { AnswerWords } from '#renderer/lib/answerWords.ts'
import { Badge } from '../Badge.tsx'
import { FactList } from './FactList.tsx'
import { MoodMark } from './MoodMark.tsx'

/** From here on "not about the shop" is worth a word. */
const PROBABLY_OUTSIDE = 0.5

/** What the message says, each finding with the words that show it. */
export function ReadingView({ reading, words }: { reading: Reading; words: AnswerWords }) {
  const { t } = useTranslation()
  const { intents, mood, intensity, moodQuotes, facts, risks, wantsPerson, injection, outOfScope } = reading
  const quote = (said: string) => t('reading.quote', { words: said })
  return (
    <>
      <dl className="grid grid-cols-[minmax(4.5rem,auto)_1fr] gap-x-4 gap-y-1.5 text-sm">
        <Row term={t('reading.intents')}>
          {intents.length === 0 ? (
            <span className="text-ink-soft">{t('reading.noIntent')}</span>
          ) : (
            <ul className="flex flex-col gap-0.5">
              {intents.map(({ id, score, reason }) => (
                <li key={id}>
                  {words.intent(id)} <span className="text-ink-faint tabular-nums">{words.percent(score)}</span>
                  {reason !== '' && <bdi className="ms-1.5 text-ink-faint">{quote(reason)}</bdi>}
                </li>
              ))}
            </ul>
          )}
        </Row>
        <Row term={t('reading.mood')}>
          <MoodMark mood={mood} strength={intensity} />
          {moodQuotes.map(said => (
            <bdi key={said} className="ms-1.5 text-ink-faint">
              {quote(said)}
            </bdi>
          ))}
        </Row>
        {facts.length > 0 && (
          <Row term={t('reading.facts')}>
            <FactList facts={facts} />
          </Row>
        )}
        {risks.length > 0 && (
          <Row term={t('reading.risks')}>
            <ul className="flex flex-col gap-1">
              {risks.map(({ risk, quote: said }) => (
                <li key={risk} className="flex flex-wrap items-center gap-x-1.5">
                  <Badge tone="warning" icon={<ShieldAlert aria-hidden />}>
                    {t(`reading.risk.${risk}`)}
                  </Badge>
                  {said !== '' && <bdi className="text-ink-faint">{quote(said)}</bdi>}
                </li>
              ))}
            </ul>
          </Row>
        )}
        {wantsPerson !== null && <Row term={t('reading.person')}>{quote(wantsPerson)}</Row>}
        {injection !== null && <Row term={t('reading.injection')}>{quote(injection.quote)}</Row>}
      </dl>
      {outOfScope >= PROBABLY_OUTSIDE && (
        <p className="text-sm text-ink-soft">{t('reading.outOfScope', { share: words.percent(outOfScope) })}</p>
      )}
    </>
  )
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{term}</dt>
      <dd className="min-w-0 text-ink wrap-anywhere">{children}</dd>
    </>
  )
}
