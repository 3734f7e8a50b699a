import type { Draft } from '#contract/conversation.ts'
import type { Label, LabelColor } from '#contract/label.ts'
import type { Snippet } from '#contract/snippet.ts'

export interface LabelStore {
  /** In the owner's order. */
  list(): Label[]
  get(id: string): Label | null
  /** Capital letters, and ways to write the same letter, make no difference. */
  findByName(name: string): Label | null
  /** At the end of the list. False while no more fit beside those that are being removed. */
  insert(label: { id: string; name: string; color: LabelColor }): boolean
  update(id: string, change: { name: string; color: LabelColor }): void
  /** Those that are not named keep their order behind the others. */
  reorder(ids: readonly string[]): void
  /** From here on nobody sees it; `removeSome` takes it off. */
  hide(id: string): void
  /** Takes hidden labels off up to so many conversations; true while some are left. */
  removeSome(limit: number): boolean
}

export interface SnippetStore {
  /** Most used first. */
  list(): Snippet[]
  get(id: string): Snippet | null
  /** Capital letters, and ways to write the same letter, make no difference. */
  findByShortcut(shortcut: string): Snippet | null
  insert(snippet: Omit<Snippet, 'uses'>): void
  update(id: string, change: Omit<Snippet, 'id' | 'uses'>): void
  /** False when there is none. */
  remove(id: string): boolean
  countUse(id: string): void
}

/** What the owner has begun to write, one text for each conversation. */
export interface DraftStore {
  get(conversationId: string): Draft | null
  /** An empty text forgets it. */
  put(conversationId: string, draft: Draft): void
  remove(conversationId: string): void
}
