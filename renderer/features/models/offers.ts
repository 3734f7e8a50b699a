import type { CatalogueModel, Fit, ModelsState, ModelUse } from '#contract/model.ts'

export interface OfferedModel {
  model: CatalogueModel
  fit: Fit
  answerSeconds: number | null
  recommended: boolean
}

/** What the button beside an offer can be for. */
export type OfferState = 'free' | 'installed' | 'on-the-way'

const places: Readonly<Record<Fit, number>> = { good: 0, slow: 1, tight: 2, 'too-big': 3 }

/**
 * For one use, the recommended one first, then by how well they fit; of equals those that know the owner's language, and
 * then the larger, which writes better.
 */
export function offersFor(offers: readonly OfferedModel[], use: ModelUse, language: string): OfferedModel[] {
  const lacks = ({ model }: OfferedModel) => !model.languages.includes(language.slice(0, 2))
  return offers
    .filter(({ model }) => model.use === use)
    .toSorted(
      (a, b) =>
        Number(b.recommended) - Number(a.recommended) ||
        places[a.fit] - places[b.fit] ||
        Number(lacks(a)) - Number(lacks(b)) ||
        b.model.parameters - a.model.parameters,
    )
}

export function stateOf({ installed, transfers }: ModelsState, id: string): OfferState {
  if (installed.some(({ catalogueId }) => catalogueId === id)) return 'installed'
  return transfers.some(({ catalogueId }) => catalogueId === id) ? 'on-the-way' : 'free'
}

const ENOUGH = 4

/** A few that fit, and every one that the owner has begun with; of offers in order. */
export function firstOffers(offers: readonly OfferedModel[], models: ModelsState): OfferedModel[] {
  const fitting = offers.filter(({ fit }) => fit !== 'too-big').slice(0, ENOUGH)
  return offers.filter(offer => fitting.includes(offer) || stateOf(models, offer.model.id) !== 'free')
}
