import { z } from 'zod'

/** What one JSON value may be, read from a JSON schema. Every field of an object is written, also one that may be missing. */
export type Shape =
  | { is: 'object'; fields: readonly (readonly [name: string, shape: Shape])[] }
  | { is: 'list'; of: Shape; least: number; most: number }
  | { is: 'text'; least: number; most: number }
  | { is: 'number'; whole: boolean; least: number; most: number }
  /** One of these, as JSON. */
  | { is: 'choice'; of: readonly string[] }
  | { is: 'either'; of: readonly Shape[] }

/** A list without a limit of its own ends here. */
const mostItems = 32
/** Beyond it a bound is none: numbers of JSON are exact up to there. */
const exact = Number.MAX_SAFE_INTEGER
/** Deeper ones are no shape of ours. */
const mostDepth = 12

const count = z.number().int().min(0)
const plain = z.union([z.string(), z.number(), z.boolean(), z.null()])
const schemaSchema = z.object({
  type: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  enum: z.array(plain).min(1).optional(),
  const: plain.optional(),
  anyOf: z.array(z.unknown()).min(1).optional(),
  oneOf: z.array(z.unknown()).min(1).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  minItems: count.optional(),
  maxItems: count.optional(),
  minLength: count.optional(),
  maxLength: count.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  pattern: z.undefined().optional(),
  format: z.undefined().optional(),
  $ref: z.undefined().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  additionalProperties: z.boolean().optional(),
  multipleOf: z.undefined().optional(),
  uniqueItems: z.undefined().optional(),
})

/** Throws for schemas that say more than a shape can. */
export function readShape(schema: unknown, depth = 0): Shape {
  if (depth > mostDepth) throw new Error('The schema is too deep')
  const read = schemaSchema.parse(schema)
  const inner = (one: unknown) => readShape(one, depth + 1)
  if (read.const !== undefined) return { is: 'choice', of: [JSON.stringify(read.const)] }
  if (read.enum !== undefined) return { is: 'choice', of: read.enum.map(value => JSON.stringify(value)) }
  const either = read.anyOf ?? read.oneOf
  if (either !== undefined) return { is: 'either', of: either.map(inner) }
  if (Array.isArray(read.type)) {
    return { is: 'either', of: read.type.map(type => inner({ ...read, type })) }
  }
  switch (read.type) {
    case 'object':
      return { is: 'object', fields: Object.entries(read.properties ?? {}).map(([name, one]) => [name, inner(one)]) }
    case 'array':
      return {
        is: 'list',
        of: inner(read.items),
        least: read.minItems ?? 0,
        most: read.maxItems ?? Math.max(mostItems, read.minItems ?? 0),
      }
    case 'string':
      return { is: 'text', least: read.minLength ?? 0, most: read.maxLength ?? Infinity }
    case 'integer':
      return numberBetween(
        true,
        [read.minimum, above(read.exclusiveMinimum)],
        [read.maximum, below(read.exclusiveMaximum)],
      )
    case 'number':
      if (read.exclusiveMinimum !== undefined || read.exclusiveMaximum !== undefined) {
        throw new Error('Numbers between bounds that they never reach are not known')
      }
      return numberBetween(false, [read.minimum], [read.maximum])
    case 'boolean':
      return { is: 'choice', of: ['true', 'false'] }
    case 'null':
      return { is: 'choice', of: ['null'] }
    case undefined:
    default:
      throw new Error(`A schema of type ${read.type} is not known`)
  }
}

const above = (bound: number | undefined) => (bound === undefined ? undefined : Math.floor(bound) + 1)
const below = (bound: number | undefined) => (bound === undefined ? undefined : Math.ceil(bound) - 1)

type Bounds = readonly (number | undefined)[]

function numberBetween(whole: boolean, from: Bounds, to: Bounds): Shape {
  return {
    is: 'number',
    whole,
    least: Math.max(-exact, ...from.filter(bound => bound !== undefined)),
    most: Math.min(exact, ...to.filter(bound => bound !== undefined)),
  }
}

/**
 * The value with what a grammar cannot see put right: texts are counted here as JavaScript does, broken characters are
 * left out, and numbers stay within their bounds. Null when it is not of this shape.
 */
export function fitted(shape: Shape, value: unknown): { value: unknown } | null {
  switch (shape.is) {
    case 'choice':
      return shape.of.includes(JSON.stringify(value)) ? { value } : null
    case 'text': {
      if (typeof value !== 'string') return null
      const text = shortened(value.replaceAll('\uFFFD', ''), shape.most)
      return text.length < shape.least ? null : { value: text }
    }
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return null
      if (shape.whole && !Number.isSafeInteger(value)) return null
      return { value: Math.min(shape.most, Math.max(shape.least, value)) }
    }
    case 'list': {
      if (!Array.isArray(value) || value.length < shape.least || value.length > shape.most) return null
      const items = value.flatMap(item => fitted(shape.of, item) ?? [])
      return items.length === value.length ? { value: items.map(item => item.value) } : null
    }
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
      const given = new Map(Object.entries(value))
      const fields = shape.fields.flatMap(([name, one]) => {
        const field = given.has(name) ? fitted(one, given.get(name)) : null
        return field === null ? [] : [[name, field.value] as const]
      })
      return fields.length === shape.fields.length && given.size === fields.length
        ? { value: Object.fromEntries(fields) }
        : null
    }
    case 'either':
      return shape.of.map(one => fitted(one, value)).find(found => found !== null) ?? null
  }
}

/** At most so many units of JavaScript, without half a character. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '')
}
