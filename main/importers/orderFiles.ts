import { fileURLToPath } from 'node:url'
import type { OrderProblem } from '#contract/orders.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { OrderFile, OrderFileOptions, OrderFiles } from '#main/ports/orderFiles.ts'
import type { WorkerProcess } from '#main/ports/platform.ts'
import { largestFile } from './formats.ts'
import { orderReplySchema } from './messages.ts'
import { startNodeWorker } from './nodeWorker.ts'
import { refusedFile } from './orders/readOrderFile.ts'
import { noDrafts } from './orders/table.ts'

const longestReadMs = 120_000

/** Reads files of orders one after the other, each in a process of its own that ends with it. */
export function createOrderFiles({
  startWorker = startNodeWorker,
  workerFile = fileURLToPath(new URL('./worker.ts', import.meta.url)),
}: { startWorker?: ((file: string) => WorkerProcess) | undefined; workerFile?: string } = {}): OrderFiles {
  let queue: Promise<unknown> = Promise.resolve()
  let active: WorkerProcess | null = null

  async function readNow(name: string, bytes: Uint8Array, options: OrderFileOptions): Promise<OrderFile> {
    if (bytes.length > largestFile) return refusedFile('too-big', options)
    const child = startWorker(workerFile)
    active = child
    const file = await exchange(child, name, bytes, options)
    active = null
    child.kill()
    return file ?? refusedFile('unreadable', options)
  }

  return {
    read(name, bytes, options) {
      const result = queue.then(() => readNow(name, bytes, options))
      queue = result.catch(() => undefined)
      return result
    },
    async close() {
      active?.kill()
      await queue
    },
  }
}

/** Null when the process failed, took too long, or said something unexpected. */
function exchange(
  child: WorkerProcess,
  name: string,
  bytes: Uint8Array,
  options: OrderFileOptions,
): Promise<OrderFile | null> {
  const drafts = noDrafts()
  const problems: OrderProblem[] = []
  return new Promise(resolve => {
    const finish = (result: OrderFile | null) => {
      clearTimeout(timer)
      resolve(result)
    }
    const timer = setTimeout(() => finish(null), longestReadMs)
    child.listen({
      ended: () => finish(null),
      message(message) {
        const reply = orderReplySchema.safeParse(message)
        if (!reply.success) return finish(null)
        switch (reply.data.type) {
          case 'drafts':
            drafts.orders.push(...reply.data.drafts.orders)
            drafts.products.push(...reply.data.drafts.products)
            drafts.warranties.push(...reply.data.drafts.warranties)
            drafts.coupons.push(...reply.data.drafts.coupons)
            break
          case 'problems':
            problems.push(...reply.data.problems)
            break
          case 'read': {
            const { type: _, ...about } = reply.data
            finish({ ...about, drafts, problems })
            break
          }
          default:
            assertNever(reply.data)
        }
      },
    })
    child.post({ name, bytes, orders: options })
  })
}
