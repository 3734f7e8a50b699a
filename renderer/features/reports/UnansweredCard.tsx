import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unanswered } from '#contract/report.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { goTo, hrefOf } from '#renderer/lib/route.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'

const SHOWN = 6

/** What the owner could write down once, so that nobody waits for it again. */
export function UnansweredCard({ questions }: { questions: readonly Unanswered[] }) {
  const { t } = useTranslation()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? questions : questions.slice(0, SHOWN)
  return (
    <Card
      title={t('reports.unanswered.title')}
      description={questions.length > 0 ? t('reports.unanswered.description') : t('reports.unanswered.none')}
    >
      {questions.length > 0 && (
        <ol className="flex flex-col">
          {shown.map(unanswered => (
            <Question key={unanswered.question} unanswered={unanswered} />
          ))}
        </ol>
      )}
      {questions.length > SHOWN && (
        <Button size="small" variant="ghost" className="mt-2 -ms-2.5" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('reports.fewer') : t('reports.more', { count: questions.length - SHOWN })}
        </Button>
      )}
    </Card>
  )
}

function Question({ unanswered: { question, count, lastAt, examples } }: { unanswered: Unanswered }) {
  const { t } = useTranslation()
  const date = formatDate(lastAt, currentLanguage())
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line py-3 first:pt-0 last:border-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-72">
        <p dir="auto" className="line-clamp-3 font-medium wrap-anywhere">
          {question}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <span>{t('reports.unanswered.asked', { count, date })}</span>
          {examples.slice(0, 3).map(({ conversationId, messageId, text }, index) => (
            <a
              key={messageId}
              href={hrefOf('inbox', conversationId, messageId)}
              title={text}
              className="text-accent-ink underline underline-offset-2"
            >
              {examples.length === 1
                ? t('reports.unanswered.open')
                : t('reports.unanswered.openNumber', { number: index + 1 })}
            </a>
          ))}
        </p>
      </div>
      <Button
        size="small"
        icon={<Pencil aria-hidden />}
        aria-label={t('reports.unanswered.writeFor', { question })}
        onClick={() => goTo('knowledge', 'new', question)}
      >
        {t('reports.unanswered.write')}
      </Button>
    </li>
  )
}
