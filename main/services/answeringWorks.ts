import type { WorkItem } from '#main/ports/stores.ts'
import type { Task } from './turns.ts'

/** More than these are not put into words by the model: nobody should wait for so many. */
export const MOST_IN_WORKS = 100

interface Work {
  item: WorkItem
  task: Task
  stopping: AbortController
  ended: Promise<void>
}

/** Turns that wait for the language model: one for each conversation at most. They hold up nobody else. */
export function createWorks() {
  const going = new Map<string, Work>()

  return {
    /** `ended` resolves once all of it is done and written down. */
    add(work: Work) {
      const { id } = work.task.conversation
      going.set(id, work)
      void work.ended.finally(() => {
        if (going.get(id) === work) going.delete(id)
      })
    },
    has: (conversationId: string) => going.has(conversationId),
    isFull: () => going.size >= MOST_IN_WORKS,
    conversations: (): readonly string[] => [...going.keys()],
    ofChannel: (channelId: string) => [...going.values()].filter(({ task }) => task.channel.id === channelId).length,
    /** Breaks off what need not be finished any more, at once; true when there was something. */
    breakOff(isOver: (item: WorkItem, task: Task) => boolean): boolean {
      const over = [...going.values()].filter(
        ({ item, task, stopping }) => !stopping.signal.aborted && isOver(item, task),
      )
      for (const { stopping } of over) stopping.abort()
      return over.length > 0
    },
    async end() {
      for (const { stopping } of going.values()) stopping.abort()
      await Promise.all([...going.values()].map(({ ended }) => ended))
    },
  }
}
export type Works = ReturnType<typeof createWorks>
