import { MessageSquareText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RememberedFact } from '#contract/contact.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { PanelPart } from './PanelPart.tsx'
import { factText } from './factText.ts'
import { TextButton } from './TextButton.tsx'

export interface ContactFactsProps {
  /** Of the contact. */
  name: string
  facts: readonly RememberedFact[] | 'loading' | 'failed'
  busy: boolean
  onForget: (fact: RememberedFact) => void
  onForgetAll: () => Promise<unknown>
  onFollow?: () => void
}

/** What the assistant remembers of a contact, with where it was said; all of it can be forgotten. */
export function ContactFacts({ name, facts, busy, onForget, onForgetAll, onFollow }: ContactFactsProps) {
  const { t } = useTranslation()
  const [isForgetting, setIsForgetting] = useState(false)
  return (
    <PanelPart title={t('contacts.facts.title')}>
      {facts === 'loading' && <Skeleton className="h-10 w-full" />}
      {facts === 'failed' && <p className="text-sm text-bad-ink">{t('contacts.facts.failed')}</p>}
      {typeof facts !== 'string' && facts.length === 0 && (
        <p className="text-sm text-ink-faint">{t('contacts.facts.none')}</p>
      )}
      {typeof facts !== 'string' && facts.length > 0 && (
        <>
          <ul aria-label={t('contacts.facts.title')} className="flex flex-col">
            {facts.map(fact => (
              <FactLine
                key={`${fact.name} ${fact.value}`}
                fact={fact}
                busy={busy}
                onForget={() => onForget(fact)}
                onFollow={onFollow}
              />
            ))}
          </ul>
          <div className="text-sm">
            <TextButton disabled={busy} onClick={() => setIsForgetting(true)}>
              {t('contacts.facts.forgetAll')}
            </TextButton>
          </div>
        </>
      )}
      {isForgetting && (
        <ConfirmDialog
          open
          title={t('contacts.facts.forgetAllTitle', { name })}
          body={t('contacts.facts.forgetAllBody')}
          confirmLabel={t('contacts.facts.forgetAll')}
          onConfirm={() => onForgetAll().then(() => setIsForgetting(false))}
          onClose={() => setIsForgetting(false)}
        />
      )}
    </PanelPart>
  )
}

interface FactLineProps {
  fact: RememberedFact
  busy: boolean
  onForget: () => void
  onFollow?: (() => void) | undefined
}

function FactLine({ fact, busy, onForget, onFollow }: FactLineProps) {
  const { t, i18n } = useTranslation()
  const { name, value, quote, conversationId, messageId } = fact
  const what = t(`reading.fact.${name}`)
  const shown = factText(fact, i18n.language)
  return (
    <li className="flex min-w-0 items-start gap-1 py-0.5 text-sm">
      <span className="min-w-0 flex-1 pt-1 wrap-anywhere">
        <span className="text-ink-faint">{what} </span>
        <bdi className="text-ink">{shown}</bdi>
        {quote !== '' && quote !== value && (
          <bdi className="line-clamp-2 text-xs text-ink-faint">{t('reading.quote', { words: quote })}</bdi>
        )}
      </span>
      {messageId !== null && (
        <a
          href={hrefOf('inbox', conversationId, messageId)}
          onClick={onFollow}
          aria-label={`${t('contacts.facts.from')}: ${shown}`}
          title={t('contacts.facts.from')}
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <MessageSquareText aria-hidden className="size-4" />
        </a>
      )}
      <IconButton
        size="small"
        disabled={busy}
        label={t('contacts.facts.forget', { what, value: shown })}
        icon={<Trash2 aria-hidden />}
        onClick={onForget}
      />
    </li>
  )
}
