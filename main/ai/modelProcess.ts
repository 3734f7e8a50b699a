// The language models run in a process of their own: one that dies, hangs or eats the memory costs nobody anything.
import { connectToParent } from '#main/system/parent.ts'
import type { ModelReply } from './modelCalls.ts'
import { stayAlone } from './process/alone.ts'

stayAlone()
// Not before, as it would keep the way out that it found.
const { createAnswering } = await import('./process/answering.ts')

const parent = connectToParent<ModelReply>(message => answering.hear(message))
const answering = createAnswering(reply => {
  // Whoever is gone needs no answer, and this process ends with it.
  parent.send(reply).catch(() => process.exit(0))
})
process.on('disconnect', () => process.exit(0))
await parent.send({ type: 'ready' })
