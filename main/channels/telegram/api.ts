import { z } from 'zod'
import { ChannelFault } from '#main/ports/channel.ts'
import type { ChannelContext } from '#main/ports/channel.ts'
import { networkFault, refusalFault } from './faults.ts'
import type { TelegramSettings } from './settings.ts'
import { withinTime } from './timeLimit.ts'

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number(),
    description: z.string().default(''),
    parameters: z.object({ retry_after: z.number().optional() }).optional(),
  }),
])

type Params = Readonly<Record<string, unknown>>
export interface FilePart {
  field: string
  name: string
  mime: string
  content: Uint8Array
}

export interface Request<T> {
  method: string
  params: Params
  result: z.ZodType<T>
  timeoutMs: number
  /** Set when the request carries a message to a contact; called right before the first byte. */
  transmitting?: () => void
  file?: FilePart
}

/** The few calls of the Bot API that Keepdesk needs. Every answer is parsed; every failure is a ChannelFault. */
export interface BotApi {
  call<T>(request: Request<T>, signal: AbortSignal): Promise<T>
  /** Null when it is longer than `maxBytes`. */
  download(filePath: string, maxBytes: number, onProgress: () => void, signal: AbortSignal): Promise<Uint8Array | null>
}

/** Well below the watchdog's patience: a file that stalls is given up before the channel is. */
const silenceLimitMs = 20_000

export function createBotApi(context: ChannelContext<TelegramSettings>): BotApi {
  const { apiRoot, botToken } = context.settings

  return {
    async call({ method, params, result, timeoutMs, transmitting, file }, signal) {
      const sending = transmitting !== undefined
      const init = await requestOf(params, file)
      transmitting?.()
      const { status, text } = await guarded(sending, () =>
        withinTime(context.clock, timeoutMs, signal, async limited => {
          const response = await context.fetch(`${apiRoot}/bot${botToken}/${method}`, { ...init, signal: limited })
          return { status: response.status, text: await response.text() }
        }),
      )
      const answer = answerSchema.safeParse(parseJson(text))
      if (!answer.success) throw strangeAnswer(status, sending)
      if (!answer.data.ok) {
        const { error_code, description, parameters } = answer.data
        const refusal = { status: error_code, description, retryAfterSeconds: parameters?.retry_after ?? null }
        throw refusalFault(refusal, sending)
      }
      const parsed = result.safeParse(answer.data.result)
      if (!parsed.success) throw strangeAnswer(status, sending)
      return parsed.data
    },

    async download(filePath, maxBytes, onProgress, signal) {
      return guarded(false, () =>
        withinTime(context.clock, silenceLimitMs, signal, async (limited, renew) => {
          const path = filePath.split('/').map(encodeURIComponent).join('/')
          const response = await context.fetch(`${apiRoot}/file/bot${botToken}/${path}`, { signal: limited })
          if (!response.ok) {
            await response.body?.cancel()
            throw refusalFault({ status: response.status, description: '', retryAfterSeconds: null }, false)
          }
          if (!response.body) return new Uint8Array()
          return readAtMost(response.body, maxBytes, () => {
            renew()
            onProgress()
          })
        }),
      )
    },
  }
}

async function guarded<T>(sending: boolean, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof ChannelFault ? error : networkFault(error, sending)
  }
}

/** A proxy's error page, a wrong address, a Bot API of the future. */
function strangeAnswer(status: number, sending: boolean): ChannelFault {
  const refused = status >= 400 && status < 500
  return new ChannelFault(refused ? 'unreachable' : 'transient', `HTTP ${status}: not an answer of the Bot API`, {
    maybeDelivered: sending && !refused,
  })
}

async function requestOf(params: Params, file: FilePart | undefined): Promise<RequestInit> {
  if (!file) {
    return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) }
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(params)) {
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  form.set(file.field, new Blob([new Uint8Array(file.content)], { type: file.mime }), file.name)
  // Encoded here, because the lent `fetch` may not know this FormData class.
  const encoded = new Response(form)
  return {
    method: 'POST',
    headers: { 'content-type': encoded.headers.get('content-type') ?? 'multipart/form-data' },
    body: await encoded.arrayBuffer(),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number, onProgress: () => void) {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of body) {
    total += chunk.length
    if (total > maxBytes) return null
    chunks.push(chunk)
    onProgress()
  }
  return new Uint8Array(Buffer.concat(chunks))
}
