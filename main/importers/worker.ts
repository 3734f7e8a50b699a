// Reads files in a process of its own: what a hostile file does to it, the shop's inbox does not feel.
import { Socket } from 'node:net'
import { languageOf } from '#domain/text/language.ts'
import type { OrderFile } from '#main/ports/orderFiles.ts'
import type { SolutionFile } from '#main/ports/solutionReader.ts'
import { connectToParent } from '#main/system/parent.ts'
import { requestSchema, type OrderReply, type Reply, type SolutionReply } from './messages.ts'
import { readOrderFile } from './orders/readOrderFile.ts'
import { readFile } from './readFile.ts'
import { readSolutions } from './solutions.ts'

const pieceSize = 250

function refuseNetwork(): never {
  throw new Error('A file being read may not use the network')
}
Socket.prototype.connect = refuseNetwork
globalThis.fetch = refuseNetwork

const parent = connectToParent<Reply | OrderReply | SolutionReply>(message => void answer(message))

async function answer(message: unknown) {
  const { name, bytes, orders, solutions } = requestSchema.parse(message)
  if (orders !== undefined) {
    await answerOrders(readOrderFile(name, bytes, orders))
    return
  }
  if (solutions) {
    await answerSolutions(readSolutions({ name, bytes }))
    return
  }
  const { entries, badRows, format } = await readFile(name, bytes)
  for (let start = 0; start < entries.length; start += pieceSize) {
    const piece = entries.slice(start, start + pieceSize).map(entry => ({
      ...entry,
      wordings: [...entry.wordings],
      tags: [...entry.tags],
      language: entry.language ?? languageOf(`${entry.question}\n${entry.answer}`),
    }))
    await parent.send({ type: 'entries', entries: piece })
  }
  for (let start = 0; start < badRows.length; start += pieceSize) {
    await parent.send({ type: 'badRows', badRows: badRows.slice(start, start + pieceSize) })
  }
  await parent.send({ type: 'done', format })
}

async function answerOrders({ drafts, problems, columns, fields, sample, ...about }: OrderFile) {
  const empty = { orders: [], products: [], warranties: [], coupons: [] }
  for (const kind of ['orders', 'products', 'warranties', 'coupons'] as const) {
    for (let start = 0; start < drafts[kind].length; start += pieceSize) {
      const piece = drafts[kind].slice(start, start + pieceSize)
      await parent.send({ type: 'drafts', drafts: { ...empty, [kind]: piece } })
    }
  }
  for (let start = 0; start < problems.length; start += pieceSize) {
    await parent.send({ type: 'problems', problems: problems.slice(start, start + pieceSize) })
  }
  await parent.send({
    type: 'read',
    ...about,
    columns: [...columns],
    fields: [...fields],
    sample: sample.map(row => ({ ...row })),
  })
}

async function answerSolutions({ solutions, badRows }: SolutionFile) {
  for (let start = 0; start < solutions.length; start += pieceSize) {
    const piece = solutions.slice(start, start + pieceSize)
    await parent.send({ type: 'solutions', solutions: piece.map(one => ({ ...one, wordings: [...one.wordings] })) })
  }
  for (let start = 0; start < badRows.length; start += pieceSize) {
    await parent.send({ type: 'badSolutionRows', badRows: badRows.slice(start, start + pieceSize) })
  }
  await parent.send({ type: 'solutionsRead' })
}
