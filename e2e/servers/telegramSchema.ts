import { readFileSync } from 'node:fs'
import { z } from 'zod'

const fieldSchema = z.object({ name: z.string(), types: z.array(z.string()), required: z.boolean() })
type Field = z.infer<typeof fieldSchema>

const specSchema = z.object({
  version: z.string(),
  methods: z.record(z.string(), z.object({ returns: z.array(z.string()), fields: z.array(fieldSchema).default([]) })),
  types: z.record(
    z.string(),
    z.object({ fields: z.array(fieldSchema).default([]), subtypes: z.array(z.string()).default([]) }),
  ),
})
type Spec = z.infer<typeof specSchema>

export interface BotApiSchema {
  /** Which rules are checked, in plain words. */
  description: string
  knowsMethod(method: string): boolean
  /** In a form: this parameter is the text itself, every other one is JSON. */
  isText(method: string, parameter: string): boolean
  /** What is wrong with a request; empty when nothing is. */
  requestProblems(method: string, params: Readonly<Record<string, unknown>>): string[]
  resultProblems(method: string, result: unknown): string[]
  typeProblems(type: string, value: unknown): string[]
}

/** The published schema when the file is there, else a small table of the methods that Keepdesk calls. */
export function loadBotApiSchema(specFile: string | null): BotApiSchema {
  if (specFile === null) {
    return checker(
      builtIn,
      'the published Bot API schema is not here: requests are checked with a small built-in table',
    )
  }
  const spec = specSchema.parse(JSON.parse(readFileSync(specFile, 'utf8')))
  return checker(spec, `every request and answer is checked with the published schema of ${spec.version}`)
}

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: value => Number.isInteger(value),
  Float: value => typeof value === 'number',
  String: value => typeof value === 'string',
  Boolean: value => typeof value === 'boolean',
  True: value => value === true,
  InputFile: value => value instanceof File,
}

function checker(spec: Spec, description: string): BotApiSchema {
  function problems(value: unknown, types: readonly string[], path: string): string[] {
    const tries = types.map(type => ofType(value, type, path))
    if (tries.some(found => found.length === 0)) return []
    return types.length === 1 ? (tries[0] ?? []) : [`${path} is none of ${types.join(', ')}`]
  }

  function ofType(value: unknown, type: string, path: string): string[] {
    const primitive = primitives[type]
    if (primitive) return primitive(value) ? [] : [`${path} is no ${type}`]
    if (type.startsWith('Array of ')) {
      if (!Array.isArray(value)) return [`${path} is no array`]
      return value.flatMap((item, index) => problems(item, [type.slice('Array of '.length)], `${path}[${index}]`))
    }
    const known = spec.types[type]
    if (!known) return spec === builtIn ? [] : [`${path} has the unknown type ${type}`]
    if (known.subtypes.length > 0) return problems(value, known.subtypes, path)
    if (typeof value !== 'object' || value === null) return [`${path} is no ${type}`]
    return ofFields(Object.entries(value), known.fields, path)
  }

  function ofFields(entries: readonly [string, unknown][], fields: readonly Field[], path: string): string[] {
    const names = new Set(entries.map(([name]) => name))
    const missing = fields.filter(field => field.required && !names.has(field.name))
    return [
      ...missing.map(field => `${path}.${field.name} is missing`),
      ...entries.flatMap(([name, value]) => {
        const field = fields.find(candidate => candidate.name === name)
        return field ? problems(value, field.types, `${path}.${name}`) : [`${path}.${name} is unknown`]
      }),
    ]
  }

  return {
    description,
    knowsMethod: method => method in spec.methods,
    isText(method, parameter) {
      const types = spec.methods[method]?.fields.find(({ name }) => name === parameter)?.types
      return types?.includes('String') === true && !types.includes('Integer')
    },
    requestProblems(method, params) {
      const known = spec.methods[method]
      return known ? ofFields(Object.entries(params), known.fields, method) : [`${method} is unknown`]
    },
    resultProblems(method, result) {
      const known = spec.methods[method]
      return known ? problems(result, known.returns, `answer to ${method}`) : []
    },
    typeProblems: (type, value) => problems(value, [type], type),
  }
}

const field = (name: string, types: string, required = false): Field => ({ name, types: types.split('|'), required })
const method = (returns: string, ...fields: Field[]) => ({ returns: [returns], fields })
const target = [field('chat_id', 'Integer|String', true), field('reply_parameters', 'ReplyParameters')]

const builtIn: Spec = {
  version: 'built-in table',
  methods: {
    getMe: method('User'),
    getWebhookInfo: method('WebhookInfo'),
    deleteWebhook: method('Boolean', field('drop_pending_updates', 'Boolean')),
    getUpdates: method(
      'Array of Update',
      field('offset', 'Integer'),
      field('limit', 'Integer'),
      field('timeout', 'Integer'),
      field('allowed_updates', 'Array of String'),
    ),
    getFile: method('File', field('file_id', 'String', true)),
    sendMessage: method(
      'Message',
      ...target,
      field('text', 'String', true),
      field('link_preview_options', 'LinkPreviewOptions'),
    ),
    sendChatAction: method('Boolean', field('chat_id', 'Integer|String', true), field('action', 'String', true)),
    sendPhoto: method('Message', ...target, field('photo', 'InputFile|String', true), field('caption', 'String')),
    sendDocument: method('Message', ...target, field('document', 'InputFile|String', true), field('caption', 'String')),
  },
  types: {
    ReplyParameters: {
      subtypes: [],
      fields: [field('message_id', 'Integer', true), field('allow_sending_without_reply', 'Boolean')],
    },
    LinkPreviewOptions: { subtypes: [], fields: [field('is_disabled', 'Boolean')] },
    Update: {
      subtypes: [],
      fields: [field('update_id', 'Integer', true), field('message', 'Message'), field('edited_message', 'Message')],
    },
  },
}
