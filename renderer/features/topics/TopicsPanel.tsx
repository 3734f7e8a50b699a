import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic, TopicPolicy } from '#contract/topic.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { PolicyCard } from './PolicyCard.tsx'
import { ThresholdDialog } from './ThresholdDialog.tsx'
import { TopicLists } from './TopicLists.tsx'
import { topicName } from './topicName.ts'
import { applyPolicy, applyTopic, topicsChanged, useTopics } from './topicsStore.ts'
import { useTopicsLoaded } from './useTopicsLoaded.ts'

/** What the assistant may answer by itself. */
export function TopicsPanel() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const reload = useTopicsLoaded()
  const { status, policy, topics } = useTopics()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = topics.find(({ id }) => id === chosenId)

  async function savePolicy(change: Partial<TopicPolicy>): Promise<boolean> {
    try {
      applyPolicy(await rpc.topic.setPolicy(change))
      topicsChanged()
      return true
    } catch {
      showToast({ tone: 'bad', text: t('common.saveFailed') })
      return false
    }
  }

  async function update(topic: Topic, change: { mode?: Topic['mode']; threshold?: number | null }, done: string) {
    try {
      applyTopic(await rpc.topic.update({ id: topic.id, ...change }))
      showToast({ tone: 'good', text: done })
    } catch (error) {
      const code = errorCode(error)
      if (code === 'NOT_FOUND') topicsChanged()
      const key = code === 'FORCED' ? 'topics.isForced' : code === 'NOT_FOUND' ? 'common.gone' : 'common.saveFailed'
      showToast({ tone: 'bad', text: t(key) })
    }
  }

  if (status === 'loading') {
    return (
      <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-4">
        <Skeleton className="h-44 w-full rounded-lg" />
        <Skeleton className="h-96 w-full rounded-lg" />
      </div>
    )
  }
  if (status === 'failed') return <LoadFailed onRetry={reload} />
  return (
    <div className="flex flex-col gap-4">
      <PolicyCard policy={policy} onSave={savePolicy} />
      <TopicLists
        topics={topics}
        threshold={policy.threshold}
        onMode={(topic, mode) =>
          void update(
            topic,
            { mode },
            t(mode === 'auto' ? 'topics.nowAuto' : 'topics.nowDraft', { topic: topicName(topic) }),
          )
        }
        onThreshold={({ id }) => setChosenId(id)}
      />
      {chosen && (
        <ThresholdDialog
          topic={chosen}
          shopThreshold={policy.threshold}
          onSave={async threshold => {
            await update(chosen, { threshold }, t('topics.saved'))
            setChosenId(null)
          }}
          onClose={() => setChosenId(null)}
        />
      )}
    </div>
  )
}
