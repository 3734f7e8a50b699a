import { UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Contact, MergeProposal } from '#contract/contact.ts'
import { Button } from '#renderer/ui/Button.tsx'

export interface ContactProposalsProps {
  proposals: readonly MergeProposal[]
  busy: boolean
  onMerge: (other: Contact) => void
  onApart: (other: Contact) => void
}

/** Others who may be the same person, and why; the owner decides. */
export function ContactProposals({ proposals, busy, onMerge, onApart }: ContactProposalsProps) {
  const { t } = useTranslation()
  return (
    <section
      aria-label={t('contacts.proposal.title')}
      className="flex flex-col gap-3 rounded-lg border border-line bg-accent-soft p-3"
    >
      <h3 className="flex items-center gap-1.5 text-sm font-semibold text-accent-ink">
        <UsersRound aria-hidden className="size-4 shrink-0" />
        {t('contacts.proposal.title')}
      </h3>
      <ul className="flex flex-col gap-3">
        {proposals.map(({ contact, shares }) => (
          <li key={contact.id} className="flex min-w-0 flex-col gap-1.5 text-sm">
            <bdi className="font-medium wrap-anywhere text-ink">{contact.name}</bdi>
            {shares.map(({ by, value }) => (
              <p key={value} className="wrap-anywhere text-ink-soft">
                {t(`contacts.proposal.why.${by}`, { value })}
              </p>
            ))}
            <div className="flex flex-wrap gap-2">
              <Button
                size="small"
                variant="primary"
                disabled={busy}
                aria-label={t('contacts.proposal.mergeName', { name: contact.name })}
                onClick={() => onMerge(contact)}
              >
                {t('contacts.proposal.merge')}
              </Button>
              <Button
                size="small"
                disabled={busy}
                aria-label={t('contacts.proposal.apartName', { name: contact.name })}
                onClick={() => onApart(contact)}
              >
                {t('contacts.proposal.apart')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
