import { Merge } from 'lucide-react'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Thread } from '#contract/conversation.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { ContactFacts } from './ContactFacts.tsx'
import { ContactHandles } from './ContactHandles.tsx'
import { ContactHeader } from './ContactHeader.tsx'
import { ContactLabels } from './ContactLabels.tsx'
import { ContactLanguage } from './ContactLanguage.tsx'
import { ContactMerges } from './ContactMerges.tsx'
import { ContactNote } from './ContactNote.tsx'
import { ContactOrders } from './ContactOrders.tsx'
import { ContactProposals } from './ContactProposals.tsx'
import { ContactTimeline } from './ContactTimeline.tsx'
import { ValueTags } from './ValueTags.tsx'
import { useContactCommands } from './useContactCommands.ts'
import { useContactActions } from './useContactActions.ts'
import { useContactRecord } from './useContactRecord.ts'

const MergeDialog = lazy(() => import('./MergeDialog.tsx').then(({ MergeDialog: dialog }) => ({ default: dialog })))

type Tab = 'details' | 'history'
const tabs: readonly Tab[] = ['details', 'history']

export interface ContactPanelProps {
  thread: Thread
  /** A link was followed that leads to another message. */
  onFollow?: () => void
}

/** Who writes, over all their addresses: what the owner noted, what they ordered, and everything that happened. */
export function ContactPanel({ thread: { contact, conversation, tags }, onFollow }: ContactPanelProps) {
  const { t } = useTranslation()
  const { busy, actions } = useContactActions(contact)
  const record = useContactRecord(contact.id)
  const [tab, setTab] = useState<Tab>('details')
  const [isMerging, setIsMerging] = useState(false)
  const section = useRef<HTMLElement>(null)
  useContactCommands({
    onNote: useCallback(() => {
      // The field must be there to take the caret.
      flushSync(() => setTab('details'))
      section.current?.querySelector('textarea')?.focus()
    }, []),
    onHistory: useCallback(() => {
      setTab('history')
      section.current?.scrollIntoView({ block: 'start' })
    }, []),
    onMerge: useCallback(() => setIsMerging(true), []),
  })

  return (
    <section ref={section} aria-label={t('contacts.title')} className="flex flex-col gap-5">
      <ContactHeader key={contact.id} contact={contact} onRename={name => actions.update({ name })} />
      {typeof record !== 'string' && record.proposals.length > 0 && (
        <ContactProposals
          proposals={record.proposals}
          busy={busy !== null}
          onMerge={other => void actions.merge(other)}
          onApart={other => void actions.setApart(other)}
        />
      )}
      <Segmented
        label={t('contacts.tab.label')}
        hideLabel
        value={tab}
        onChange={setTab}
        options={tabs.map(value => ({ value, label: t(`contacts.tab.${value}`) }))}
      />
      {tab === 'history' ? (
        <ContactTimeline contact={contact} conversationId={conversation.id} onFollow={onFollow} />
      ) : (
        <>
          <ContactLabels labelIds={contact.labelIds} onChange={labelIds => void actions.update({ labelIds })} />
          <ContactNote key={contact.id} note={contact.note} onSave={note => actions.update({ note })} />
          <ContactOrders contactId={contact.id} />
          <ContactFacts
            name={contact.name}
            facts={typeof record === 'string' ? record : record.facts}
            busy={busy === 'forget'}
            onForget={fact => void actions.forget(fact)}
            onForgetAll={actions.forgetAll}
            onFollow={onFollow}
          />
          <ContactHandles contact={contact} onCopy={address => void actions.copy(address)} onSplit={actions.split} />
          <ContactLanguage contact={contact} onChange={language => void actions.update({ language })} />
          {tags.length > 0 && <ValueTags tags={tags} />}
          <div className="flex flex-col items-start gap-3">
            {typeof record !== 'string' && (
              <ContactMerges
                merges={record.merges}
                busy={busy !== null}
                onUndo={mergeId => void actions.undoMerge(mergeId)}
              />
            )}
            <Button size="small" icon={<Merge aria-hidden />} onClick={() => setIsMerging(true)}>
              {t('contacts.merge')}
            </Button>
          </div>
        </>
      )}
      <Suspense fallback={null}>
        {isMerging && <MergeDialog contact={contact} onMerge={actions.merge} onClose={() => setIsMerging(false)} />}
      </Suspense>
    </section>
  )
}
