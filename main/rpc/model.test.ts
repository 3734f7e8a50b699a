import { createRouterClient, ORPCError } from '@orpc/server'
import { expect, test } from 'vitest'
import type { ModelProblem } from '#contract/model.ts'
import { ggufBytes } from '#main/testing/models/gguf.ts'
import { randomLlama } from '#main/testing/models/randomLlama.ts'
import { createModelShop, offerOf } from '#main/testing/modelShop.ts'
import { NotFound, OutOfOrder, Unusable } from '#main/services/errors.ts'
import { os } from './implement.ts'
import { modelProcedures } from './model.ts'

const file = ggufBytes(randomLlama())
const clientOf = (shop: ReturnType<typeof createModelShop>) =>
  createRouterClient(os.model.router(modelProcedures(shop.models)))

test('the whole way of a file over the wire: begun, sent in pieces, finished, used, measured, removed', async () => {
  const shop = createModelShop()
  const client = clientOf(shop)
  const { id } = await client.beginFile({ name: 'Mine.gguf', bytes: file.length })
  expect(await client.addPiece({ id, offset: 0, base64: file.toString('base64') })).toEqual({
    receivedBytes: file.length,
  })
  expect(await client.finishFile({ id })).toMatchObject({ id, name: 'Mine', inUse: true })
  expect((await client.useBuiltIn({ use: 'writing' })).installed).toMatchObject([{ inUse: false }])
  expect((await client.use({ id })).installed).toMatchObject([{ inUse: true }])
  expect(await client.measure({ id })).toMatchObject({ measured: { answerSeconds: 7 } })
  expect((await client.tryGraphicsAgain()).engine.writing.gpuFailed).toBe(false)
  await client.remove({ id })
  expect((await client.state()).installed).toEqual([])
})

test('hardware and catalogue come as the contract says', async () => {
  const client = clientOf(createModelShop({ offers: [offerOf('https://a.test/x.gguf', file)] }))
  expect(await client.hardware()).toMatchObject({ cores: 4 })
  expect(await client.catalogue()).toMatchObject([{ model: { id: 'tiny' }, fit: 'good', recommended: true }])
})

async function refusal(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    if (error instanceof ORPCError) return { code: error.code, defined: error.defined, data: error.data }
    throw error
  }
  throw new Error('nothing was refused')
}

test.each<[Error, { code: string; data?: unknown }]>([
  [new NotFound(), { code: 'NOT_FOUND' }],
  [new OutOfOrder(7), { code: 'OUT_OF_ORDER', data: { receivedBytes: 7 } }],
  ...(['damaged', 'disk-full', 'offline'] satisfies ModelProblem[]).map(
    (problem): [Error, { code: string; data: unknown }] => [
      new Unusable(problem, { neededBytes: 5 }),
      { code: 'UNUSABLE', data: { problem, neededBytes: 5 } },
    ],
  ),
])('%s reaches the screen as an error of the contract', async (error, expected) => {
  const { models } = createModelShop()
  const procedures = modelProcedures({ ...models, addPiece: () => Promise.reject(error) })
  const client = createRouterClient(os.model.router(procedures))
  expect(await refusal(client.addPiece({ id: 'x', offset: 0, base64: '' }))).toEqual({ defined: true, data: undefined, ...expected })
}) // prettier-ignore

test('what is not there is not found', async () => {
  const client = clientOf(createModelShop())
  const id = 'nothing'
  for (const work of [client.pause({ id }), client.resume({ id }), client.cancel({ id }), client.use({ id }), client.remove({ id }), client.finishFile({ id }), client.measure({ id }), client.download({ catalogueId: id })]) {
    expect(await refusal(work)).toMatchObject({ code: 'NOT_FOUND', defined: true })
  }
}) // prettier-ignore
