// node-llama-cpp in a plain process, without anything of Keepdesk's: what the engine is compared with.
import { getLlama, LlamaLogLevel, type LlamaContext, type LlamaModel } from 'node-llama-cpp'
import { z } from 'zod'

const requestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('load'), file: z.string(), threads: z.number(), contextTokens: z.number() }),
  z.object({ type: z.literal('write'), tokens: z.number(), limitMs: z.number() }),
  z.object({ type: z.literal('count'), text: z.string() }),
])

/** From the first token to the last one; `tokens` as asked for, or less at the limit. */
export interface Written {
  tokens: number
  ms: number
}

const PROMPT = 'Where is my order? It should have come last week, and I need it on Friday.'
const llama = await getLlama({ gpu: false, build: 'never', progressLogs: false, logLevel: LlamaLogLevel.error })
let model: LlamaModel | null = null
let context: LlamaContext | null = null
let round = 0

async function write(tokens: number, limitMs: number): Promise<Written> {
  if (!model || !context) throw new Error('nothing is loaded')
  const sequence = context.getSequence()
  const prompt = model.tokenize(`<|im_start|>user\n${++round} ${PROMPT}<|im_end|>\n<|im_start|>assistant\n`, true)
  let [firstAt, lastAt, count] = [0, 0, 0]
  let text = ''
  for await (const token of sequence.evaluate(prompt, { temperature: 0 })) {
    text += model.detokenize([token])
    lastAt = performance.now()
    if (count === 0) firstAt = lastAt
    count += 1
    if (count === tokens || lastAt - firstAt > limitMs) break
  }
  await sequence.dispose()
  if (text === '') throw new Error('nothing was written')
  return { tokens: count, ms: lastAt - firstAt }
}

process.on('message', async message => {
  const request = requestSchema.parse(message)
  switch (request.type) {
    case 'load': {
      const { file, threads, contextTokens } = request
      await model?.dispose()
      llama.maxThreads = threads
      model = await llama.loadModel({ modelPath: file })
      context = await model.createContext({ contextSize: contextTokens, sequences: 1, threads, batchSize: 512 })
      return process.send?.({ loaded: true })
    }
    case 'write':
      return process.send?.(await write(request.tokens, request.limitMs))
    case 'count':
      return process.send?.({ count: model?.tokenize(request.text).length ?? 0 })
  }
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
