import { useEffect } from 'react'
import type { Thread } from '#contract/conversation.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { stopHelp, summarize } from './helpRun.ts'
import { isHelping, putSummary, useHelp } from './helpStore.ts'

/** A shorter conversation is read as fast as its summary. */
const LONG_FROM = 8

/** The summary of an open conversation, made when the owner asks for it. */
export function useSummary({ conversation: { id }, messages, hasEarlier }: Thread) {
  const rpc = useRpc()
  const summary = useHelp(({ summaries }) => summaries.get(id) ?? null)
  const canDo = useHelp(({ abilities }) => abilities !== null && abilities.summarize !== null)
  const isBusy = useHelp(state => isHelping(state, id))
  const spoken = messages.filter(({ kind }) => kind === 'message')
  const upTo = spoken.at(-1)?.id ?? ''
  const isLong = hasEarlier || spoken.length >= LONG_FROM

  // Nobody looks at what comes any more.
  useEffect(
    () => () => {
      if (useHelp.getState().summaries.get(id)?.state === 'running') stopHelp(id)
    },
    [id],
  )

  return {
    summary,
    canSummarize: canDo && isLong && !isBusy && summary === null,
    isOutdated: summary !== null && summary.upTo !== upTo,
    summarizeNow: () => void summarize(rpc, { conversationId: id, upTo }, currentLanguage()),
    closeSummary() {
      if (summary?.state === 'running') stopHelp(id)
      putSummary(id, null)
    },
  }
}
