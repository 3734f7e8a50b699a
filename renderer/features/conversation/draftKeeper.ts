import type { Draft as KeptDraft } from '#contract/conversation.ts'
import { changeDraft, draftOf, useDrafts } from './draftStore.ts'

/** How long the owner pauses before what they wrote is saved. */
export const PAUSE_MS = 800

export interface DraftKeeper {
  /**
   * What the main process holds, as a read says that was begun at `askedAt`: it fills the box unless this window
   * changed it since. False when the read may be older than what this window saved.
   */
  opened(conversationId: string, kept: KeptDraft | null, askedAt: number): boolean
  /** Sent: the main process has forgotten it by itself. */
  sent(conversationId: string): void
  /** Saves after a pause. */
  changed(conversationId: string): void
  /** Saves at once what was not saved yet. */
  flush(): void
}

const nothing: KeptDraft = { text: '', kind: 'reply' }

/** Keeps what is being written with the main process, so that it is there after a restart and in other windows. */
export function createDraftKeeper(save: (id: string, draft: KeptDraft) => Promise<void>): DraftKeeper {
  /** As the main process has it, as far as this window knows. */
  const kept = new Map<string, KeptDraft>()
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const savedAt = new Map<string, number>()
  /** By the owner, in this window. */
  const changedAt = new Map<string, number>()
  let isFilling = false

  const written = (id: string): KeptDraft => {
    const { text, kind } = draftOf(useDrafts.getState(), id)
    // An empty box is no draft, whatever it was going to be.
    return text.trim() === '' ? nothing : { text, kind }
  }

  const saveNow = (id: string) => {
    clearTimeout(waiting.get(id))
    waiting.delete(id)
    const before = kept.get(id) ?? nothing
    const now = written(id)
    if (isSame(before, now)) return
    kept.set(id, now)
    savedAt.set(id, Infinity)
    save(id, now).then(
      () => savedAt.set(id, Date.now()),
      () => {
        // Nothing is known of it: the next change or the next read tries again.
        if (kept.get(id) === now) kept.set(id, before)
        savedAt.delete(id)
      },
    )
  }

  const changed = (id: string) => {
    if (isFilling) return
    changedAt.set(id, Date.now())
    saveSoon(id)
  }

  const saveSoon = (id: string) => {
    clearTimeout(waiting.get(id))
    waiting.set(
      id,
      setTimeout(() => saveNow(id), PAUSE_MS),
    )
  }

  return {
    opened(id, fresh, askedAt) {
      if (askedAt <= (savedAt.get(id) ?? -Infinity)) return false
      const before = kept.get(id) ?? nothing
      // Written and emptied again looks like before, but the owner's hand was there.
      const isUntouched = isSame(written(id), before) && askedAt > (changedAt.get(id) ?? -Infinity)
      kept.set(id, fresh ?? nothing)
      if (!isUntouched) saveSoon(id)
      else if (!isSame(fresh ?? nothing, before)) {
        isFilling = true
        changeDraft(id, fresh ?? nothing)
        isFilling = false
      }
      return true
    },
    sent(id) {
      clearTimeout(waiting.get(id))
      waiting.delete(id)
      kept.set(id, nothing)
      savedAt.set(id, Date.now())
    },
    changed,
    flush() {
      for (const id of waiting.keys()) saveNow(id)
    },
  }
}

function isSame(one: KeptDraft, other: KeptDraft): boolean {
  return one.text === other.text && one.kind === other.kind
}
