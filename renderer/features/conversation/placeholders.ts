import { fillSnippet, type Gap } from '#domain/snippet/fill.ts'

const nothingKnown = { contact: null, firstName: null, shop: null, order: null, today: null }

/** The variables of snippets that stand in a text as they are, first one first. */
export function placeholdersIn(text: string): Gap[] {
  return fillSnippet(text, nothingKnown).gaps
}
