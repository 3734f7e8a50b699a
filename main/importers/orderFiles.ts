import type { OrderProblem } from '#contract/orders.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { OrderFile, OrderFiles } from '#main/ports/orderFiles.ts'
import { largestFile } from './formats.ts'
import { orderReplySchema, type OrderReply } from './messages.ts'
import { createOneByOne, type WorkerOptions } from './oneByOne.ts'
import { refusedFile } from './orders/readOrderFile.ts'
import { noDrafts } from './orders/table.ts'

const longestReadMs = 120_000

/** Files of orders, read in another process. */
export function createOrderFiles(worker: WorkerOptions = {}): OrderFiles {
  const readings = createOneByOne(worker)
  return {
    async read(name, bytes, options) {
      if (bytes.length > largestFile) return refusedFile('too-big', options)
      const request = { name, bytes, orders: options }
      const file = await readings.read({ request, schema: orderReplySchema, limitMs: longestReadMs, take: gathered() })
      return file ?? refusedFile('unreadable', options)
    },
    close: readings.close,
  }
}

function gathered(): (reply: OrderReply) => OrderFile | null {
  const drafts = noDrafts()
  const problems: OrderProblem[] = []
  return reply => {
    switch (reply.type) {
      case 'drafts':
        drafts.orders.push(...reply.drafts.orders)
        drafts.products.push(...reply.drafts.products)
        drafts.warranties.push(...reply.drafts.warranties)
        drafts.coupons.push(...reply.drafts.coupons)
        return null
      case 'problems':
        problems.push(...reply.problems)
        return null
      case 'read': {
        const { type: _, ...about } = reply
        return { ...about, drafts, problems }
      }
      default:
        return assertNever(reply)
    }
  }
}
