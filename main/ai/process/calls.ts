import { z } from 'zod'
import type { ModelCall } from '#main/ai/modelCalls.ts'

const id = z.number()
const work = {
  id,
  prefix: z.string(),
  parts: z.array(z.object({ text: z.string(), needed: z.number().or(z.literal(Infinity)) })),
  maxTokens: z.number().int().min(1),
  urgency: z.enum(['owner', 'contact', 'background']),
  temperature: z.number().min(0),
  seed: z.number(),
}

export const modelCallSchema: z.ZodType<ModelCall> = z.discriminatedUnion('type', [
  z.object({
    id,
    type: z.literal('load'),
    use: z.enum(['writing', 'searching']),
    file: z.string(),
    gpu: z.boolean(),
    threads: z.number().int().min(1),
    contextTokens: z.number().int().nullable(),
    sequences: z.number().int().min(1),
  }),
  z.object({ id, type: z.literal('unload'), use: z.enum(['writing', 'searching']) }),
  z.object({ ...work, type: z.literal('draft') }),
  z.object({ ...work, type: z.literal('complete'), schema: z.record(z.string(), z.unknown()) }),
  z.object({ id, type: z.literal('prepare'), prefix: z.string() }),
  z.object({ id, type: z.literal('embed'), texts: z.array(z.string()) }),
  z.object({ id, type: z.literal('rank'), question: z.string(), texts: z.array(z.string()) }),
  z.object({ id, type: z.literal('measure') }),
  z.object({ id, type: z.literal('cancel') }),
  z.object({ id, type: z.literal('beat'), threads: z.number().int().min(1) }),
])
