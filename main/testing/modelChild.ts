import { fileURLToPath } from 'node:url'
import { modelReplySchema, type ModelCall, type ModelReply } from '#main/ai/modelCalls.ts'
import { startNodeWorker } from '#main/system/nodeWorker.ts'

type WithoutId<Call> = Call extends unknown ? Omit<Call, 'id'> : never
export type Asked = WithoutId<ModelCall>
export type Answer = Exclude<ModelReply, { type: 'ready' | 'text' }>

export interface Call {
  answer: Promise<Answer>
  /** The pieces so far. */
  pieces: string[]
  /** The next piece. */
  piece(): Promise<void>
  cancel(): void
}

/** The process with the models, as the host starts it, without anything of the host. */
export async function startModelChild() {
  const worker = startNodeWorker(fileURLToPath(new URL('../ai/modelProcess.ts', import.meta.url)), 'model')
  const waiting = new Map<number, { answered(answer: Answer): void; said(text: string): void }>()
  let lastId = 0
  await new Promise<void>((resolve, reject) => {
    worker.listen({
      message(message) {
        const reply = modelReplySchema.parse(message)
        if (reply.type === 'ready') resolve()
        else if (reply.type === 'text') waiting.get(reply.id)?.said(reply.text)
        else waiting.get(reply.id)?.answered(reply)
      },
      ended: () => reject(new Error('The process with the models ended')),
    })
  })

  function ask(asked: Asked): Call {
    const id = (lastId += 1)
    const pieces: string[] = []
    const awaiting: (() => void)[] = []
    const answer = new Promise<Answer>(resolve => {
      waiting.set(id, {
        answered: resolve,
        said(text) {
          pieces.push(text)
          for (const tell of awaiting.splice(0)) tell()
        },
      })
    })
    worker.post({ id, ...asked })
    return {
      answer,
      pieces,
      piece: () => new Promise(resolve => void awaiting.push(resolve)),
      cancel: () => worker.post({ id, type: 'cancel' }),
    }
  }
  return { ask, kill: () => worker.kill() }
}

export type ModelChild = Awaited<ReturnType<typeof startModelChild>>
