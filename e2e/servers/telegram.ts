import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { loadBotApiSchema } from './telegramSchema.ts'

/**
 * What goes wrong next. `timeout-after-accept`: the message is taken and the answer is lost. `silence`: nothing is ever
 * answered. `conflict` waits for the next poll, `unauthorized` for any request, the others for the next send.
 */
export type TelegramTrouble =
  'timeout-after-accept' | 'silence' | '429' | '500' | 'conflict' | 'unauthorized' | 'blocked' | 'chat-not-found'

export interface SentToContact {
  method: string
  messageId: number
  params: Readonly<Record<string, unknown>>
  file: { name: string; type: string; bytes: Uint8Array } | null
}

export interface TelegramServer {
  apiRoot: string
  /** For the set-up form. */
  token: string
  username: string
  /** Says whether the published schema is used. */
  schema: string
  /** Adds an update for the bot; throws when it breaks the schema. Returns its number. */
  push(update: Readonly<Record<string, unknown>>): number
  /** A text from a customer in a private chat. */
  pushText(text: string, from?: Customer): number
  /** Bytes that `getFile` finds; returns the file id. `gone` and `stalls` show when it is fetched. */
  addFile(content: Uint8Array | 'gone' | 'stalls'): string
  /** Messages that reached a contact, oldest first. */
  sent(): readonly SentToContact[]
  /** Names of the methods called, oldest first. */
  calls(): readonly string[]
  /** Where a request or an answer broke the schema. Must be empty at the end of a test. */
  /** What contacts saw the bot doing. */
  chatActions(): readonly { chatId: number; action: string }[]
  violations: readonly string[]
  failNext(trouble: TelegramTrouble): void
  setWebhook(url: string): void
  webhook(): string
  /** Updates that were not confirmed yet. */
  pending(): number
  stop(): Promise<void>
}

export interface Customer {
  id: number
  firstName: string
  lastName?: string
  isBot?: boolean
}

const mia: Customer = { id: 5001, firstName: 'Mia' }
const botId = 7_000_000_001
const pollSchema = z.object({
  offset: z.number().default(0),
  limit: z.number().default(100),
  timeout: z.number().default(0),
  allowed_updates: z.array(z.string()).optional(),
})

/** A Bot API server on loopback for one bot. It behaves like Telegram's, and watches that nobody breaks the rules. */
export async function startTelegramServer({
  specFile = publishedSchema(),
}: { specFile?: string | null } = {}): Promise<TelegramServer> {
  const schema = loadBotApiSchema(specFile)
  const token = `${botId}:${'TestTokenForALocalServer'.padEnd(35, 'x')}`
  const username = 'harbour_pine_bot'
  const violations: string[] = []
  const calls: string[] = []
  const sent: SentToContact[] = []
  const chatActions: { chatId: number; action: string }[] = []
  const files = new Map<string, Uint8Array | 'gone' | 'stalls'>()
  const troubles: TelegramTrouble[] = []
  let updates: { update_id: number }[] = []
  let nextUpdate = 100_001
  let nextMessage = 1
  let webhook = ''
  let endWaiting = (_reason: 'news' | 'replaced') => {}

  const takeTrouble = (...kinds: TelegramTrouble[]) => {
    const index = troubles.findIndex(trouble => kinds.includes(trouble))
    return index === -1 ? null : (troubles.splice(index, 1)[0] ?? null)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      violations.push(`the server itself failed: ${String(error)}`)
      response.destroy()
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const body = await bodyOf(request)
    const fileId = new RegExp(`^/file/bot${token}/documents/(.+)$`).exec(url.pathname)?.[1]
    if (fileId !== undefined) return sendFile(response, files.get(fileId) ?? 'gone')
    const [, givenToken, method] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? []
    if (method === undefined || !schema.knowsMethod(method)) return refuse(response, 404, 'Not Found')
    if (givenToken !== token || takeTrouble('unauthorized')) return refuse(response, 401, 'Unauthorized')
    const params = await paramsOf(request, body, name => schema.isText(method, name))
    calls.push(method)
    violations.push(...schema.requestProblems(method, params))
    if (method === 'sendChatAction')
      chatActions.push({ chatId: Number(params['chat_id']), action: String(params['action']) })
    else if (method.startsWith('send')) return send(method, params, response)
    if (method === 'getUpdates') return poll(params, response)
    return ok(method, response, resultOf(method, params), params)
  }

  function resultOf(method: string, params: Readonly<Record<string, unknown>>): unknown {
    if (method === 'getMe') return { id: botId, is_bot: true, first_name: 'Harbour & Pine', username }
    if (method === 'getWebhookInfo') {
      return { url: webhook, has_custom_certificate: false, pending_update_count: updates.length }
    }
    if (method === 'deleteWebhook') {
      webhook = ''
      return true
    }
    if (method !== 'getFile') return true
    const id = String(params['file_id'])
    if (!files.has(id)) return undefined
    return { file_id: id, file_unique_id: id, file_path: `documents/${id}`, file_size: 1 }
  }

  async function poll(params: Readonly<Record<string, unknown>>, response: ServerResponse) {
    if (webhook !== '') return refuse(response, 409, "Conflict: can't use getUpdates method while webhook is active")
    endWaiting('replaced')
    if (takeTrouble('conflict')) return refuse(response, 409, replacedWords)
    const { offset, limit, timeout, allowed_updates } = pollSchema.parse(params)
    updates = updates.filter(update => update.update_id >= offset)
    const wanted = () => updates.filter(update => allowed_updates?.some(kind => kind in update) ?? true).slice(0, limit)
    if (wanted().length === 0 && timeout > 0) {
      const reason = await new Promise<'news' | 'replaced' | 'over'>(resolve => {
        endWaiting = resolve
        const timer = setTimeout(() => resolve('over'), timeout * 1000)
        timer.unref()
        response.once('close', () => resolve('over'))
      })
      endWaiting = () => {}
      if (reason === 'replaced') return refuse(response, 409, replacedWords)
      if (takeTrouble('conflict')) return refuse(response, 409, replacedWords)
    }
    return ok('getUpdates', response, wanted(), params)
  }

  function send(method: string, params: Readonly<Record<string, unknown>>, response: ServerResponse) {
    const trouble = takeTrouble('429', '500', 'blocked', 'chat-not-found', 'silence', 'timeout-after-accept')
    if (trouble === '429') return refuse(response, 429, 'Too Many Requests: retry after 1', { retry_after: 1 })
    if (trouble === '500') return refuse(response, 500, 'Internal Server Error')
    if (trouble === 'blocked') return refuse(response, 403, 'Forbidden: bot was blocked by the user')
    if (trouble === 'chat-not-found') return refuse(response, 400, 'Bad Request: chat not found')
    if (trouble === 'silence') return
    const messageId = nextMessage++
    sent.push({ method, messageId, params, file: fileOf(params) })
    if (trouble === 'timeout-after-accept') return response.destroy()
    const chat = { id: Number(params['chat_id']), type: 'private', first_name: 'Mia' }
    return ok(method, response, { message_id: messageId, date: seconds(), chat, text: params['text'] ?? '' }, params)
  }

  function ok(method: string, response: ServerResponse, result: unknown, params: unknown) {
    if (result === undefined)
      return refuse(response, 400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
    violations.push(...schema.resultProblems(method, result).map(problem => `${problem} (${JSON.stringify(params)})`))
    respond(response, 200, { ok: true, result })
  }

  function push(update: Readonly<Record<string, unknown>>): number {
    const full = { update_id: nextUpdate++, ...update }
    const problems = schema.typeProblems('Update', full)
    if (problems.length > 0) throw new Error(`This update breaks the schema: ${problems.join('; ')}`)
    updates.push(full)
    endWaiting('news')
    return full.update_id
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')

  return {
    apiRoot: `http://127.0.0.1:${address.port}`,
    token,
    username,
    schema: schema.description,
    violations,
    push,
    pushText: (text, { id, firstName, lastName, isBot = false } = mia) => {
      const name = { first_name: firstName, ...(lastName !== undefined && { last_name: lastName }) }
      const message = { message_id: nextMessage++, date: seconds(), chat: { id, type: 'private', ...name }, text }
      return push({ message: { ...message, from: { id, is_bot: isBot, ...name } } })
    },
    addFile(content) {
      const id = `file${files.size + 1}`
      files.set(id, content)
      return id
    },
    sent: () => sent,
    chatActions: () => chatActions,
    calls: () => calls,
    failNext(trouble) {
      troubles.push(trouble)
      if (trouble === 'conflict') endWaiting('news')
    },
    setWebhook(url) {
      webhook = url
    },
    webhook: () => webhook,
    pending: () => updates.length,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const replacedWords =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'

/** Of another project, so it is not in this repository; null where it is not beside it either. */
export function publishedSchema(): string | null {
  const beside = join(import.meta.dirname, '../../../shared/specs/telegram-bot-api.json')
  const file = process.env['KEEPDESK_TELEGRAM_SPEC'] ?? beside
  return existsSync(file) ? file : null
}

function seconds(): number {
  return Math.floor(Date.now() / 1000)
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A form carries every value as text; what is not a string is JSON there. */
async function paramsOf(
  request: IncomingMessage,
  body: Buffer<ArrayBuffer>,
  isText: (name: string) => boolean,
): Promise<Record<string, unknown>> {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/'))
    return z.record(z.string(), z.unknown()).parse(JSON.parse(body.toString() || '{}'))
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const params: Record<string, unknown> = {}
  for (const [name, value] of form) {
    if (value instanceof File) bytesOf.set(value, new Uint8Array(await value.arrayBuffer()))
    params[name] = typeof value !== 'string' || isText(name) ? value : JSON.parse(value)
  }
  return params
}

const bytesOf = new WeakMap<File, Uint8Array>()

function fileOf(params: Readonly<Record<string, unknown>>): SentToContact['file'] {
  const file = Object.values(params).find(value => value instanceof File)
  return file ? { name: file.name, type: file.type, bytes: bytesOf.get(file) ?? new Uint8Array() } : null
}

function respond(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

function refuse(response: ServerResponse, status: number, description: string, parameters?: { retry_after: number }) {
  respond(response, status, { ok: false, error_code: status, description, parameters })
}

function sendFile(response: ServerResponse, content: Uint8Array | 'gone' | 'stalls') {
  response.writeHead(content === 'gone' ? 404 : 200, { 'content-type': 'application/octet-stream' })
  if (content === 'stalls') response.write('the beginning')
  else response.end(content === 'gone' ? '' : content)
}
