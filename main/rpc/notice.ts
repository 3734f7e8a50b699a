import type { Notices } from '#main/services/notices.ts'
import type { Watching } from '#main/services/watching.ts'
import { os } from './implement.ts'

/** What the owner is told outside of the window. */
export function noticeProcedures({ notices, watching }: { notices: Notices; watching: Watching }) {
  const { notice } = os
  return {
    watching: notice.watching.handler(({ input }) => watching.note(input.pageId, input.conversationId)),
    trial: notice.trial.handler(() => notices.trial()),
  }
}
