import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact, Handle, RememberedFact } from '#contract/contact.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { applyContact } from './conversationStore.ts'
import { useAct } from './useAct.ts'

/** What the owner can do with a contact. */
export function useContactActions(contact: Contact) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { busy, act } = useAct()
  const actions = useMemo(() => {
    const { id } = contact
    const say = (text: string) => void showToast({ tone: 'good', text })
    const undoMerge = (mergeId: string) =>
      act('undoMerge', async () => {
        try {
          const apart = await rpc.contact.undoMerge({ mergeId })
          say(t('contacts.unmerged', { name: apart.name }))
        } catch (error) {
          if (errorCode(error) !== 'INSEPARABLE' && errorCode(error) !== 'NOT_FOUND') throw error
          showToast({ tone: 'warning', text: t('contacts.inseparable') })
        }
      })
    return {
      update: (change: Partial<Pick<Contact, 'name' | 'note' | 'language' | 'labelIds'>>) =>
        act('update', async () => applyContact(await rpc.contact.update({ id, ...change }))),
      copy: (address: string) =>
        act('copy', () => navigator.clipboard.writeText(address).then(() => say(t('contacts.copied')))),
      split: ({ id: handleId, address }: Handle) =>
        act('split', async () => {
          await rpc.contact.split({ handleId })
          say(t('contacts.splitDone', { address }))
        }),
      merge: (from: Contact) =>
        act('merge', async () => {
          const merged = await rpc.contact.merge({ into: id, from: from.id })
          applyContact(merged.contact)
          showToast({
            tone: 'good',
            text: t('contacts.merged', { from: from.name, into: contact.name }),
            action: { label: t('contacts.undo'), onSelect: () => void undoMerge(merged.mergeId) },
            timeoutMs: 10_000,
          })
        }),
      undoMerge,
      setApart: (other: Contact) =>
        act('apart', async () => {
          await rpc.contact.setApart({ one: id, other: other.id })
          say(t('contacts.proposal.apartDone'))
        }),
      forget: ({ name, value }: RememberedFact) =>
        act('forget', async () => {
          await rpc.contact.forgetFact({ id, name, value })
          say(t('contacts.facts.forgotten'))
        }),
      forgetAll: () =>
        act('forget', async () => {
          await rpc.contact.forgetFacts({ id })
          say(t('contacts.facts.forgotten'))
        }),
    }
  }, [act, rpc, contact, t])
  return { busy, actions }
}
export type ContactActions = ReturnType<typeof useContactActions>['actions']
