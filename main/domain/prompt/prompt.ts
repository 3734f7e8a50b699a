import { parse } from 'yaml'
import { z } from 'zod'
import { asData } from './data.ts'

const name = z.string().regex(/^[a-z][a-z-]*$/u)
const version = z.number().int().min(1)

/** A fixed part: the same, byte for byte, for every message. */
const prefixSchema = z.strictObject({ name, version, text: z.string().min(1) })

const partSchema = z.strictObject({
  text: z.string().min(1),
  /** When not all of them fit, the least needed go first; `always` must fit. */
  needed: z.union([z.literal('always'), z.number()]),
  /** A slot with several values: the part comes once for each. With none, it is left out. */
  each: z.string().optional(),
})

const promptSchema = z.strictObject({
  name,
  version,
  /** The name of the file with its fixed part. */
  prefix: name,
  temperature: z.number().min(0).max(2),
  seed: z.number().int(),
  maxTokens: z.number().int().min(1).max(512),
  parts: z.array(partSchema).min(1),
})

/** Instructions for the model, read from a file. */
export interface Prompt extends Omit<z.infer<typeof promptSchema>, 'prefix'> {
  /** Name and version as they are kept with what was written: `reply@1+shop@1`. */
  id: string
  prefix: string
}

/** What stands in the slots `{like_this}` of a prompt. All of it is data: it is cleaned, so that it cannot pass for instructions. */
export type Slots = Readonly<Record<string, string | readonly string[]>>

/** One stretch of what differs with each call; `needed` as the language model takes it. */
export interface FilledPart {
  text: string
  needed: number
}

/** Reads a prompt file with the file of its fixed part; throws when one of them is not what it should be. */
export function readPrompt(text: string, prefixText: (name: string) => string): Prompt {
  const prompt = promptSchema.parse(parse(text))
  const prefix = prefixSchema.parse(parse(prefixText(prompt.prefix)))
  return {
    ...prompt,
    id: `${prompt.name}@${prompt.version}+${prefix.name}@${prefix.version}`,
    prefix: prefix.text,
  }
}

/** The fixed part of a shop. */
export function fillPrefix({ prefix }: Prompt, slots: Slots): string {
  return fill(prefix, slots)
}

export function fillParts({ parts }: Prompt, slots: Slots): FilledPart[] {
  return parts.flatMap(({ text, needed, each }) => {
    const rank = needed === 'always' ? Infinity : needed
    if (each === undefined) return [{ text: fill(text, slots), needed: rank }]
    const values = slots[each]
    if (values === undefined) throw new Error(`Nothing is given for {${each}}`)
    return [values].flat().map(value => ({ text: fill(text, { ...slots, [each]: value }), needed: rank }))
  })
}

/** Once and from left to right, so that a slot in a value stays as it is. */
function fill(template: string, slots: Slots): string {
  return template.replace(/\{([a-z_]+)\}/gu, (_, slot: string) => {
    const value = Object.hasOwn(slots, slot) ? slots[slot] : undefined
    if (typeof value !== 'string') throw new Error(`Nothing is given for {${slot}}`)
    return asData(value)
  })
}
