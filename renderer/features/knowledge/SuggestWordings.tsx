import { Plus, Sparkles, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noHelpSchema } from '#contract/help.ts'
import type { EntryDraft } from '#contract/knowledge.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode, errorData } from '#renderer/rpc/errors.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useOffersWordings } from './useOffersWordings.ts'

export interface SuggestWordingsProps {
  draft: EntryDraft
  onTake: (wording: string) => void
}

type Proposed =
  | { state: 'none' }
  | { state: 'thinking' }
  | { state: 'failed'; reason: string }
  | { state: 'here'; wordings: string[] }

/** Other ways to ask, proposed by the language model: each becomes part of the entry only when the owner takes it. Nothing without a model. */
export function SuggestWordings({ draft, onTake }: SuggestWordingsProps) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const isOffered = useOffersWordings()
  const [proposed, setProposed] = useState<Proposed>({ state: 'none' })
  const work = useRef<AbortController | null>(null)

  useEffect(() => () => work.current?.abort(), [])

  if (!isOffered) return null

  async function suggest() {
    const own = new AbortController()
    work.current = own
    setProposed({ state: 'thinking' })
    const { question, answer, wordings: known } = draft
    try {
      const { wordings } = await rpc.help.wordings({ question, answer, known }, { signal: own.signal })
      setProposed({ state: 'here', wordings })
    } catch (error) {
      if (own.signal.aborted) return
      const told = errorCode(error) === 'NO_HELP' ? noHelpSchema.safeParse(errorData(error)) : null
      setProposed({ state: 'failed', reason: told?.success === true ? told.data.reason : 'failed' })
    }
  }

  function stop() {
    work.current?.abort()
    setProposed({ state: 'none' })
  }

  function leave(wording: string) {
    setProposed(before =>
      before.state === 'here' ? { ...before, wordings: before.wordings.filter(one => one !== wording) } : before,
    )
  }

  function words(reason: string): string {
    if (reason === 'busy' || reason === 'no-model' || reason === 'nothing-known') {
      return t(`knowledge.wordings.problem.${reason}`)
    }
    return t('knowledge.wordings.problem.failed')
  }

  const isThinking = proposed.state === 'thinking'
  return (
    <div className="-mt-1.5 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          variant="ghost"
          busy={isThinking}
          disabled={draft.question === ''}
          icon={<Sparkles aria-hidden />}
          onClick={() => void suggest()}
        >
          {t(isThinking ? 'knowledge.wordings.thinking' : 'knowledge.wordings.suggest')}
        </Button>
        {isThinking && (
          <Button size="small" variant="ghost" onClick={stop}>
            {t('knowledge.wordings.stop')}
          </Button>
        )}
      </div>
      <div aria-live="polite" className="text-sm text-ink-soft">
        {proposed.state === 'failed' && <p>{words(proposed.reason)}</p>}
        {proposed.state === 'here' && proposed.wordings.length > 0 && (
          <>
            <p>{t('knowledge.wordings.note')}</p>
            <ul className="mt-1.5 flex flex-wrap gap-1.5">
              {proposed.wordings.map(wording => (
                <li key={wording} className="flex max-w-full items-center rounded-md border border-line bg-sunken">
                  <button
                    type="button"
                    dir="auto"
                    className="flex min-w-0 items-center gap-1.5 rounded-md py-1 ps-2 text-start text-ink hover:text-accent"
                    onClick={() => {
                      onTake(wording)
                      leave(wording)
                    }}
                  >
                    <Plus aria-hidden className="size-3.5 shrink-0" />
                    <span className="min-w-0 wrap-anywhere">{wording}</span>
                  </button>
                  <IconButton
                    size="small"
                    label={t('knowledge.wordings.leave', { wording })}
                    icon={<X aria-hidden />}
                    onClick={() => leave(wording)}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
