import { create } from 'zustand'
import type { Citation } from '#contract/assistant.ts'
import type { Abilities, Helper, NoHelpReason, RewriteHow } from '#contract/help.ts'
import type { ModelsState } from '#contract/model.ts'

export type HelpKind = 'suggest' | 'rewrite' | 'translate'

/** What the owner can ask for. `language`: BCP 47 primary tag. */
export type HelpWish =
  | { readonly kind: 'suggest' }
  | { readonly kind: 'rewrite'; readonly how: RewriteHow }
  | { readonly kind: 'translate'; readonly language: string }

/** Why nothing came of it; `offline`: the connection is gone. */
export interface HelpProblem {
  readonly reason: NoHelpReason | 'offline'
  readonly values: readonly string[]
}

/** What came of a help for the composer. */
export type HelpNote =
  | { readonly state: 'running'; readonly kind: HelpKind }
  | { readonly state: 'stopped'; readonly kind: HelpKind; readonly other: string }
  | { readonly state: 'failed'; readonly kind: HelpKind; readonly problem: HelpProblem }
  | {
      readonly state: 'done'
      readonly kind: HelpKind
      readonly by: Helper
      readonly citations: readonly Citation[]
      readonly leftOut: readonly string[]
      /** The other of the two texts: what the owner had before, or what came, once they have their words back. */
      readonly other: string
      readonly isRestored: boolean
    }

export interface Translation {
  readonly conversationId: string
  readonly state: 'running' | 'done'
  readonly text: string
  readonly problem: HelpProblem | null
}

export interface Summary {
  readonly state: 'running' | 'done'
  readonly text: string
  readonly by: Helper | null
  readonly problem: HelpProblem | null
  /** The last message it knows of. */
  readonly upTo: string
}

export interface HelpState {
  /** Null until they are known: nothing is offered that may not work. */
  readonly abilities: Abilities | null
  /** Tells the BCP 47 primary tag of a text, `und` where it cannot; null until it is fetched. */
  readonly languageOf: ((text: string) => string) | null
  /** Rises when another model writes, so that the abilities are read again. */
  readonly revision: number
  readonly writer: string
  /** By conversation. */
  readonly notes: ReadonlyMap<string, HelpNote>
  /** By message. */
  readonly translations: ReadonlyMap<string, Translation>
  /** By conversation. */
  readonly summaries: ReadonlyMap<string, Summary>
}

export const useHelp = create<HelpState>(() => ({
  abilities: null,
  languageOf: null,
  revision: 0,
  writer: '',
  notes: new Map(),
  translations: new Map(),
  summaries: new Map(),
}))

export function putAbilities(abilities: Abilities) {
  useHelp.setState({ abilities })
}

export function putLanguageOf(languageOf: (text: string) => string) {
  useHelp.setState({ languageOf })
}

/** Downloads are told of many times a second; only the model that writes matters here. */
export function modelsChanged({ engine: { writing } }: ModelsState) {
  const writer = `${writing.modelId ?? ''} ${writing.stage}`
  useHelp.setState(state => (state.writer === writer ? state : { writer, revision: state.revision + 1 }))
}

export function putNote(conversationId: string, note: HelpNote | null) {
  useHelp.setState(({ notes }) => ({ notes: changed(notes, conversationId, note) }))
}

/** The owner emptied the box: what is said of its text is over, unless there is another one to bring back. */
export function textGone(conversationId: string) {
  const note = useHelp.getState().notes.get(conversationId)
  const hasOther = note !== undefined && 'other' in note && note.other.trim() !== ''
  if (note?.state !== 'running' && !hasOther) putNote(conversationId, null)
}

export function putTranslation(messageId: string, translation: Translation | null) {
  useHelp.setState(({ translations }) => ({ translations: changed(translations, messageId, translation) }))
}

export function putSummary(conversationId: string, summary: Summary | null) {
  useHelp.setState(({ summaries }) => ({ summaries: changed(summaries, conversationId, summary) }))
}

/** Something is being written for this conversation; one thing at a time. */
export function isHelping({ notes, translations, summaries }: HelpState, conversationId: string): boolean {
  return (
    notes.get(conversationId)?.state === 'running' ||
    summaries.get(conversationId)?.state === 'running' ||
    [...translations.values()].some(one => one.conversationId === conversationId && one.state === 'running')
  )
}

function changed<Value>(map: ReadonlyMap<string, Value>, id: string, value: Value | null): Map<string, Value> {
  const copy = new Map(map)
  if (value === null) copy.delete(id)
  else copy.set(id, value)
  return copy
}
