import { z } from 'zod'
import { catalogueModelSchema, type CatalogueModel } from '#contract/model.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const https = z.url({ protocol: /^https$/ })

const entrySchema = catalogueModelSchema.extend({
  id: z.string().regex(/^[a-z0-9.-]+$/),
  name: z.string().min(1),
  parameters: z.number().positive(),
  bytes: z.number().int().positive(),
  memoryBytes: z.number().int().positive(),
  contextTokens: z.number().int().positive(),
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/)).min(1),
  licence: z.object({ name: z.string().min(1), url: https }),
  url: https,
  sha256,
  shape: z.object({
    layers: z.number().int().positive(),
    keyWidth: z.number().int().positive(),
    vocabulary: z.number().int().positive(),
    width: z.number().int().positive(),
  }),
  /** Where size and checksum can be looked up, besides the address itself. */
  from: z.string().min(1),
})

export const catalogueFileSchema = z.object({
  /** Of hosts that the addresses lead on to; their subdomains count. */
  downloadDomains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)),
  models: z.array(entrySchema),
})

export interface Catalogue {
  downloadDomains: readonly string[]
  models: readonly CatalogueModel[]
}

/** Throws when the file is not as it must be. */
export function readCatalogue(json: unknown): Catalogue {
  const { downloadDomains, models } = catalogueFileSchema.parse(json)
  return { downloadDomains, models: models.map(({ shape: _shape, from: _from, ...model }) => model) }
}
