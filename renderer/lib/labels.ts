import { createContext, use } from 'react'
import type { Label, LabelColor } from '#contract/label.ts'

/** The owner's labels and how to make one, for every page. The app provides it. */
export interface Labels {
  /** In the owner's order. */
  readonly list: readonly Label[]
  readonly byId: ReadonlyMap<string, Label>
  /** Null when it failed; why was said already. */
  create(name: string, color: LabelColor): Promise<Label | null>
}

const none: Labels = { list: [], byId: new Map(), create: () => Promise.resolve(null) }

export const LabelsContext = createContext<Labels>(none)

export function useLabels(): Labels {
  return use(LabelsContext)
}
