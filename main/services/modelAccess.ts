import type { Urgency } from '#main/ports/languageModel.ts'

/** How a language model may be used for one turn. */
export interface ModelAccess {
  /** Breaks the writing off at once. */
  signal?: AbortSignal
  /** The model is asked from here on, which may take its time. Called at most twice. */
  onModel?(): void
  /** The draft as it comes, not checked yet. */
  onDraft?(text: string): void
  /** How often this was tried before; when it is said, a crash is thrown as long as another try is left. */
  triesBefore?: number
  urgency?: Urgency
}
