import { SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '#contract/topic.ts'
import { formatPercent } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import type { TableColumn } from '#renderer/ui/Table.tsx'
import { topicDescription, topicName } from './topicName.ts'
import { WhyMode } from './WhyMode.tsx'

export interface TopicTableProps {
  title: string
  description?: string
  topics: readonly Topic[]
  /** What holds where a topic has no threshold of its own. */
  threshold: number
  onMode: (topic: Topic, mode: Topic['mode']) => void
  onThreshold: (topic: Topic) => void
}

export function TopicTable({ title, description, topics, threshold, onMode, onThreshold }: TopicTableProps) {
  const { t } = useTranslation()
  const columns: TableColumn<Topic>[] = [
    {
      key: 'topic',
      title: t('topics.list.topic'),
      cell: topic => (
        <div className="min-w-40 pt-1">
          <span dir="auto" className="block font-medium text-ink">
            {topicName(topic)}
          </span>
          <span className="block text-sm text-ink-faint">{topicDescription(topic)}</span>
        </div>
      ),
    },
    {
      key: 'mode',
      title: t('topics.list.mode'),
      width: '10rem',
      cell: topic => (
        <div className="min-w-max whitespace-nowrap">
          <Segmented
            label={t('topics.list.modeOf', { topic: topicName(topic) })}
            hideLabel
            value={topic.mode}
            onChange={mode => onMode(topic, mode)}
            options={[
              { value: 'draft', label: t('topics.list.draft') },
              { value: 'auto', label: t('topics.list.auto') },
            ]}
          />
        </div>
      ),
    },
    { key: 'why', title: t('topics.list.why'), width: '15rem', cell: topic => <WhyMode topic={topic} /> },
    {
      key: 'sure',
      title: t('topics.list.sure'),
      width: '7rem',
      align: 'end',
      cell: topic => (
        <Button
          variant="ghost"
          size="small"
          className="-me-2.5"
          icon={<SlidersHorizontal aria-hidden />}
          onClick={() => onThreshold(topic)}
        >
          <span className="sr-only">{t('topics.list.sureOf', { topic: topicName(topic) })}</span>
          <span className={topic.threshold === null ? undefined : 'font-semibold text-ink'}>
            {formatPercent(topic.threshold ?? threshold, currentLanguage())}
          </span>
          {topic.threshold !== null && <span className="text-ink-faint">{t('topics.override.ownMark')}</span>}
        </Button>
      ),
    },
  ]
  return (
    <Card title={title} description={description} flush>
      <Table label={title} columns={columns} rows={topics} rowKey={({ id }) => id} />
    </Card>
  )
}
