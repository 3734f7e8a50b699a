import { create } from 'zustand'

/** Rises when something changed that a contact's panel may show. */
export const useContactChanges = create<{ readonly revision: number }>(() => ({ revision: 0 }))

export function contactsChanged() {
  useContactChanges.setState(({ revision }) => ({ revision: revision + 1 }))
}
