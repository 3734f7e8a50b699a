import type { Topics } from '#main/services/topics.ts'
import { os } from './implement.ts'

/** What the assistant may answer alone. */
export function topicProcedures(topics: Topics) {
  const { topic } = os
  return {
    list: topic.list.handler(() => topics.list()),
    setPolicy: topic.setPolicy.handler(({ input }) => topics.setPolicy(input)),
    update: topic.update.handler(({ input: { id, ...change } }) => topics.update(id, change)),
  }
}
