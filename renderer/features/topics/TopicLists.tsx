import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '#contract/topic.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import { ForcedTopics } from './ForcedTopics.tsx'
import { topicDescription, topicName } from './topicName.ts'
import { groupsOf } from './topicRules.ts'
import { TopicTable } from './TopicTable.tsx'

export interface TopicListsProps {
  topics: readonly Topic[]
  threshold: number
  onMode: (topic: Topic, mode: Topic['mode']) => void
  onThreshold: (topic: Topic) => void
}

export function TopicLists({ topics, threshold, onMode, onThreshold }: TopicListsProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { own, known, forced } = groupsOf(topics, text, topic => `${topicName(topic)} ${topicDescription(topic)}`)
  const actions = { threshold, onMode, onThreshold }
  return (
    <>
      <div className="w-full max-w-96 pt-1">
        <TextField
          label={t('topics.list.search')}
          placeholder={t('topics.list.searchPlaceholder')}
          value={text}
          onChange={setText}
          maxLength={100}
        />
      </div>
      {own.length > 0 && (
        <TopicTable {...actions} title={t('topics.list.own')} description={t('topics.list.ownHelp')} topics={own} />
      )}
      {known.length > 0 && <TopicTable {...actions} title={t('topics.list.known')} topics={known} />}
      {forced.length > 0 && <ForcedTopics topics={forced} />}
      {own.length + known.length + forced.length === 0 && (
        <p role="status" className="py-8 text-center text-ink-soft">
          {t('topics.list.none')}
        </p>
      )}
    </>
  )
}
