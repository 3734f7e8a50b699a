import { create } from 'zustand'
import type { Topic, TopicPolicy } from '#contract/topic.ts'
import { ANSWER_FROM } from '#domain/reply/choose.ts'

export interface TopicsState {
  status: 'loading' | 'ready' | 'failed'
  policy: TopicPolicy
  topics: readonly Topic[]
  /** Rises whenever topics changed in the main process, so that the open page reads again. */
  revision: number
}

export const emptyTopics: TopicsState = {
  status: 'loading',
  policy: { approvalsNeeded: 0, threshold: ANSWER_FROM },
  topics: [],
  revision: 0,
}

export const useTopics = create<TopicsState>(() => emptyTopics)

export function showTopics(policy: TopicPolicy, topics: readonly Topic[]) {
  useTopics.setState({ status: 'ready', policy, topics })
}

/** What is on screen stays there: it is old, but not wrong. */
export function topicsFailed() {
  useTopics.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }))
}

export function topicsLoading() {
  useTopics.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'loading' }))
}

export function topicsChanged() {
  useTopics.setState(({ revision }) => ({ revision: revision + 1 }))
}

export function applyPolicy(policy: TopicPolicy) {
  useTopics.setState({ policy })
}

export function applyTopic(changed: Topic) {
  useTopics.setState(({ topics }) => ({ topics: topics.map(topic => (topic.id === changed.id ? changed : topic)) }))
}
