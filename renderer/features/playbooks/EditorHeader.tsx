import { ChevronLeft, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaybookDetail } from '#contract/playbook.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { WhyNot } from './savable.ts'
import type { PlaybookActions } from './usePlaybookActions.ts'

export interface EditorHeaderProps {
  /** Null for a new one. */
  detail: PlaybookDetail | null
  isChanged: boolean
  /** Why it cannot be saved now. */
  whyNot: WhyNot | null
  actions: PlaybookActions
  onSave: () => Promise<void>
}

type Question = 'reset' | 'remove' | 'discard'

/** The name, and what can be done with the text as a whole. */
export function EditorHeader({ detail, isChanged, whyNot, actions, onSave }: EditorHeaderProps) {
  const { t } = useTranslation()
  const [question, setQuestion] = useState<Question | null>(null)
  const name = detail?.name ?? t('playbooks.edit.new')

  async function confirm() {
    if (question === 'discard') actions.discard()
    else await actions.reset()
    setQuestion(null)
  }

  return (
    <header className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 pb-3">
      <div className="min-w-0 flex-1 basis-64">
        <a
          href={hrefOf('assistant', 'playbooks')}
          className="inline-flex items-center gap-1 rounded-sm text-sm text-ink-soft hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-3.5 rtl:rotate-180" />
          {t('playbooks.edit.back')}
        </a>
        <div className="flex flex-wrap items-center gap-2.5">
          <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">
            <bdi>{name}</bdi>
          </h1>
          {detail && !detail.enabled && <Badge tone="warning">{t('playbooks.list.off')}</Badge>}
          {isChanged && <Badge tone="accent">{t('playbooks.list.unsaved')}</Badge>}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <p id="why-not-savable" role="status" className="max-w-72 text-sm min-[1100px]:text-end text-ink-soft">
          {whyNot !== null && (whyNot !== 'unchanged' || isChanged) && t(`playbooks.edit.whyNot.${whyNot}`)}
        </p>
        {detail?.shipped && detail.edited && (
          <Button
            variant="ghost"
            icon={<Undo2 aria-hidden />}
            disabled={actions.busy}
            onClick={() => setQuestion('reset')}
          >
            {t('playbooks.edit.reset')}
          </Button>
        )}
        {detail && !detail.shipped && (
          <Button variant="ghost" disabled={actions.busy} onClick={() => setQuestion('remove')}>
            {t('playbooks.edit.remove')}
          </Button>
        )}
        {isChanged && (
          <Button variant="ghost" disabled={actions.busy} onClick={() => setQuestion('discard')}>
            {t('playbooks.edit.discard')}
          </Button>
        )}
        <Button
          variant="primary"
          busy={actions.busy}
          disabled={whyNot !== null}
          aria-describedby="why-not-savable"
          onClick={() => void onSave()}
        >
          {t('common.save')}
        </Button>
      </div>
      {question && (
        <ConfirmDialog
          open
          danger
          title={t(`playbooks.edit.confirm.${question}.title`, { name })}
          body={t(`playbooks.edit.confirm.${question}.body`)}
          confirmLabel={t(`playbooks.edit.confirm.${question}.confirm`)}
          onConfirm={confirm}
          onClose={() => setQuestion(null)}
        />
      )}
    </header>
  )
}
