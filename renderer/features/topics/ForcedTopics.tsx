import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '#contract/topic.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { topicName } from './topicName.ts'

/** What the owner answers, whatever is set elsewhere. */
export function ForcedTopics({ topics }: { topics: readonly Topic[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('topics.forced.title')} description={t('topics.forced.description')}>
      <ul className="grid grid-cols-1 gap-x-8 gap-y-3 min-[1000px]:grid-cols-2">
        {topics.map(topic => (
          <li key={topic.id} className="flex items-start gap-2.5">
            <Lock aria-hidden className="mt-1 size-3.5 shrink-0 text-ink-faint" />
            <div className="min-w-0">
              <p className="font-medium">{topicName(topic)}</p>
              <p className="text-sm text-ink-soft">
                {textAt(['topics', 'forced', topic.id]) ?? t('topics.forced.generic')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
