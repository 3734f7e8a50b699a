import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ModelTransfer } from '#contract/model.ts'
import { LoadFailure } from '#main/ports/languageModel.ts'
import { StorageError } from '#main/ports/storageError.ts'
import { systemClock } from '#main/system/clock.ts'
import { ggufBytes } from '#main/testing/models/gguf.ts'
import { randomLlama } from '#main/testing/models/randomLlama.ts'
import { serveModelFile, type Behaviour } from '#main/testing/modelFileServer.ts'
import { mountSmallDisk } from '#main/testing/smallDisk.ts'
import { createModelShop, offerOf, sha256Of, type ModelShop, type ModelShopOptions } from '#main/testing/modelShop.ts'

const file = ggufBytes(randomLlama({ vocabulary: 6000, width: 256 }))

async function start(behaviours: readonly Behaviour[] = [], options: ModelShopOptions = {}) {
  const server = await serveModelFile(file)
  server.misbehave(...behaviours)
  const shop = createModelShop({ offers: [offerOf(server.url, file)], ...options })
  return { server, shop }
}

const transferOf = ({ models }: ModelShop): ModelTransfer | undefined => models.state().transfers[0]
const names = ({ before }: ModelShop) => readdirSync(join(before.folder, 'models'))

/** It is here, whole, and nothing else is. */
async function expectInstalled(shop: ModelShop) {
  await expect
    .poll(() => transferOf(shop) ?? shop.models.state().installed[0], { timeout: 15_000 })
    .toMatchObject({
      name: 'Tiny',
      sha256: sha256Of(file),
      bytes: file.length,
      inUse: true,
      problem: null,
      measured: { replyTokensPerSecond: 20 },
    })
  const [model] = shop.models.state().installed
  expect(names(shop)).toEqual([`${model?.id}.gguf`])
  expect(await shop.folder.sha256(model?.id ?? '', AbortSignal.timeout(5000))).toBe(sha256Of(file))
}

async function expectFailed(shop: ModelShop, problem: ModelTransfer['problem']) {
  await expect.poll(() => transferOf(shop), { timeout: 15_000 }).toMatchObject({ state: 'failed', problem })
  expect(shop.models.state().installed).toEqual([])
  expect(names(shop).filter(name => name.endsWith('.gguf'))).toEqual([])
}

test('a model comes, is checked, tried and used', async () => {
  const { shop } = await start()
  expect(await shop.models.download('tiny')).toMatchObject({ state: 'running', totalBytes: file.length })
  await expectInstalled(shop)
  expect(shop.loads).toEqual(['Tiny'])
})

test.each<[string, Behaviour[]]>([
  ['the line breaks twice', [{ type: 'drop', afterBytes: 100_000 }, { type: 'drop', afterBytes: 300_000 }]],
  ['the server ignores that only the rest is wanted', [{ type: 'drop', afterBytes: 100_000 }, { type: 'ignore-range' }]],
  ['the server sends another part than was asked for', [{ type: 'drop', afterBytes: 100_000 }, { type: 'content-range', value: `bytes 5-${file.length - 1}/${file.length}` }]],
  ['the server says that there is no such part', [{ type: 'drop', afterBytes: 100_000 }, { type: 'status', status: 416 }]],
  ['it ends early without a word', [{ type: 'stop', afterBytes: 200_000 }]],
  ['the server is busy', [{ type: 'status', status: 503 }, { type: 'status', status: 429, headers: { 'retry-after': '2' } }]],
  ['it lives at another path of the same server', [{ type: 'status', status: 302, headers: { location: '/elsewhere/file.gguf' } }]],
])('%s, and the model is whole all the same', async (_, behaviours) => {
  const { shop } = await start(behaviours)
  await shop.models.download('tiny')
  await expectInstalled(shop)
}) // prettier-ignore

test('after a broken line only the rest is asked for, of the same version', async () => {
  const { shop, server } = await start([{ type: 'drop', afterBytes: 100_000 }])
  await shop.models.download('tiny')
  await expectInstalled(shop)
  expect(server.requests).toMatchObject([
    { range: null, ifRange: null },
    { range: expect.stringMatching(/^bytes=[1-9]\d*-$/), ifRange: '"1"' },
  ])
})

test.each<[string, Behaviour, ModelTransfer['problem']]>([
  ['it is not there', { type: 'status', status: 404 }, 'refused-by-server'],
  ['nobody may have it', { type: 'status', status: 403 }, 'refused-by-server'],
  ['it is longer than said', { type: 'length', bytes: file.length + 9 }, 'wrong-checksum'],
['the server knows it as a shorter one', { type: 'length', bytes: file.length - 9 }, 'wrong-checksum'],
  ['the server leads to a stranger', { type: 'status', status: 302, headers: { location: 'https://evil.example/x' } }, 'refused-by-server'],
  ['the server leads to a plain line', { type: 'status', status: 302, headers: { location: 'http://cdn.models.test/x' } }, 'refused-by-server'],
])('%s: that is said, and no half file is left for a whole one', async (_, behaviour, problem) => {
  const { shop } = await start([behaviour], { domains: ['models.test'] })
  await shop.models.download('tiny')
  await expectFailed(shop, problem)
  expect(transferOf(shop)?.receivedBytes).toBe(0)
}) // prettier-ignore

test('another file under the same name is thrown away, and tried again it comes right', async () => {
  const other = Buffer.from(file)
  other[other.length - 1] = (other.at(-1) ?? 0) ^ 1
  const server = await serveModelFile(other)
  const shop = createModelShop({ offers: [offerOf(server.url, file)] })
  const { id } = await shop.models.download('tiny')
  await expectFailed(shop, 'wrong-checksum')
  expect(transferOf(shop)?.receivedBytes).toBe(0)
  server.replace(file)
  await shop.models.resume(id)
  await expectInstalled(shop)
})

test('a file that was changed on the server in between comes anew from its beginning', async () => {
  const old = Buffer.from(file).fill(7, 1000)
  const server = await serveModelFile(old)
  server.misbehave({ type: 'stall', afterBytes: 400_000 })
  const shop = createModelShop({ offers: [offerOf(server.url, file)] })
  const { id } = await shop.models.download('tiny')
  await expect.poll(() => server.requests.length).toBe(1)
  await expect.poll(() => shop.stores.models.transfer(id)?.etag).toBe('"1"')
  await shop.models.pause(id)
  server.replace(file)
  await shop.models.resume(id)
  await expectInstalled(shop)
})

test('a paused download waits, goes on where it was, and a cancelled one leaves nothing', async () => {
  const { shop, server } = await start([{ type: 'stall', afterBytes: 1_500_000 }])
  const { id } = await shop.models.download('tiny')
  await expect.poll(() => transferOf(shop)?.receivedBytes).toBeGreaterThan(1_000_000)
  const paused = await shop.models.pause(id)
  expect(paused).toMatchObject({ state: 'paused', bytesPerSecond: null })
  expect(paused.receivedBytes).toBeGreaterThan(1_000_000)
  server.misbehave({ type: 'stall', afterBytes: 10 })
  await shop.models.resume(id)
  await expect.poll(() => server.requests[1]?.range).toBe(`bytes=${paused.receivedBytes}-`)
  await shop.models.cancel(id)
  expect(shop.models.state().transfers).toEqual([])
  expect(names(shop)).toEqual([])
})

test('a download goes on after a restart of the program, with what had come', async () => {
  const { shop, server } = await start([{ type: 'stall', afterBytes: 1_500_000 }])
  await shop.models.download('tiny')
  await expect.poll(() => transferOf(shop)?.receivedBytes).toBeGreaterThan(1_000_000)
  await shop.models.stop()
  const had = transferOf(shop)?.receivedBytes
  writeFileSync(join(shop.before.folder, 'models', 'left-over.part'), 'half of something')
  writeFileSync(join(shop.before.folder, 'models', 'stranger.gguf'), 'of nobody')

  const again = createModelShop({ offers: [offerOf(server.url, file)], before: shop.before })
  again.models.start()
  await expectInstalled(again)
  expect(server.requests[1]?.range).toBe(`bytes=${had}-`)
})

test('a paused one stays paused after a restart', async () => {
  const { shop, server } = await start([{ type: 'stall', afterBytes: 1_500_000 }])
  const { id } = await shop.models.download('tiny')
  await expect.poll(() => transferOf(shop)?.receivedBytes).toBeGreaterThan(1_000_000)
  await shop.models.pause(id)
  await shop.models.stop()
  const again = createModelShop({ offers: [offerOf(server.url, file)], before: shop.before })
  again.models.start()
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(transferOf(again)).toMatchObject({ state: 'paused' })
  expect(server.requests).toHaveLength(1)
})

test('a program that ended between the file getting its name and the note of it starts no second download', async () => {
  const { shop, server } = await start([{ type: 'stall', afterBytes: 1_500_000 }])
  const { id } = await shop.models.download('tiny')
  await expect.poll(() => transferOf(shop)?.receivedBytes).toBeGreaterThan(1_000_000)
  await shop.models.stop()
  writeFileSync(shop.folder.unfinished(id), file)
  await shop.folder.finish(id)
  const again = createModelShop({ offers: [offerOf(server.url, file)], before: shop.before })
  again.models.start()
  await expectInstalled(again)
  expect(server.requests).toHaveLength(1)
})

test('without a server it gives up after some tries, keeps what came, and goes on when asked', async () => {
  const { shop, server } = await start([{ type: 'drop', afterBytes: 1_200_000 }, ...Array<Behaviour>(9).fill({ type: 'drop', afterBytes: 0 })])
  const { id } = await shop.models.download('tiny')
  await expectFailed(shop, 'offline')
  expect(transferOf(shop)?.receivedBytes).toBeGreaterThan(0)
  expect(server.requests.length).toBeLessThan(9)
  server.behaveWell()
  await shop.models.resume(id)
  await expectInstalled(shop)
}) // prettier-ignore

test('a disk without room is told before anything is fetched, with what is needed', async () => {
  const { shop, server } = await start([], { folder: real => ({ ...real, freeBytes: async () => 1000 }), roomLeftBytes: 50 })
  await expect(shop.models.download('tiny')).rejects.toMatchObject({ problem: 'disk-full', neededBytes: file.length + 50 })
  expect(server.requests).toEqual([])
  expect(shop.models.state().transfers).toEqual([])
}) // prettier-ignore

test('a disk that fills up in between is told, what came stays, and with room again it goes on', async () => {
  let isFull = true
  const { shop } = await start([], {
    folder: real => ({
      ...real,
      async open(id, signal) {
        const opened = await real.open(id, signal)
        return {
          ...opened,
          async append(piece) {
            if (isFull && opened.bytes() > 0) throw new StorageError('disk-full', 'no room')
            await opened.append(piece)
          },
        }
      },
    }),
  })
  const { id } = await shop.models.download('tiny')
  await expectFailed(shop, 'disk-full')
  const had = transferOf(shop)?.receivedBytes ?? 0
  expect(had).toBeGreaterThan(0)
  isFull = false
  await shop.models.resume(id)
  await expectInstalled(shop)
})

test('on a disk that another program really fills, it explains itself and goes on with what came', async context => {
  const dataFolder = mountSmallDisk(6)
  if (dataFolder === null) return context.skip('mounting a disk is not allowed here')
  const { shop, server } = await start([], { dataFolder, folder: real => ({ ...real, freeBytes: async () => 1e12 }) })
  writeFileSync(join(dataFolder, 'photos'), Buffer.alloc(4_000_000))
  const { id } = await shop.models.download('tiny')
  await expect
    .poll(() => transferOf(shop), { timeout: 15_000 })
    .toMatchObject({ state: 'failed', problem: 'disk-full' })
  const had = transferOf(shop)?.receivedBytes ?? 0
  expect(had).toBeGreaterThan(1_000_000)
  expect(readdirSync(join(dataFolder, 'models'))).toEqual([`${id}.part`])
  rmSync(join(dataFolder, 'photos'))
  await shop.models.resume(id)
  await expect
    .poll(() => shop.models.state().installed, { timeout: 15_000 })
    .toMatchObject([{ problem: null, inUse: true }])
  expect(server.requests[1]?.range).toBe(`bytes=${had}-`)
  expect(await shop.folder.sha256(id, AbortSignal.timeout(5000))).toBe(sha256Of(file))
})

test('a mirror is asked for the same path', async () => {
  const server = await serveModelFile(file)
  const shop = createModelShop({ offers: [offerOf('https://huggingface.co/models/a/file.gguf', file)] })
  shop.stores.settings.update({ modelMirror: `${server.origin}/mirror/` })
  await shop.models.download('tiny')
  await expectInstalled(shop)
  expect(server.requests).toMatchObject([{ url: '/mirror/models/a/file.gguf' }])
})

test('from the known domains it may come, each host opened for this one alone and closed after it', async () => {
  const server = await serveModelFile(file)
  const allowed: string[][] = []
  const shop = createModelShop({
    offers: [offerOf('https://models.test/file.gguf', file)],
    domains: ['models.test'],
    gateway: () => ({
      allow: (owner, endpoints) => void allowed.push([owner, ...endpoints.map(({ host, port }) => `${host}:${port}`)]),
      async fetch(_owner, url, init) {
        if (new URL(url).hostname === 'cdn.models.test') return fetch(server.url, init)
        return new Response(null, { status: 307, headers: { location: 'https://cdn.models.test/x?sig=1' } })
      },
    }),
  })
  await shop.models.download('tiny')
  await expectInstalled(shop)
  expect(allowed).toEqual([['models', 'models.test:443'], ['models', 'cdn.models.test:443'], ['models']])
})

test('what is on its way is begun only once, and what is here not again', async () => {
  const { shop, server } = await start([{ type: 'stall', afterBytes: 1_500_000 }])
  const first = await shop.models.download('tiny')
  expect((await shop.models.download('tiny')).id).toBe(first.id)
  await expect.poll(() => transferOf(shop)?.receivedBytes).toBeGreaterThan(1_000_000)
  server.release()
  await expectInstalled(shop)
  await expect(shop.models.download('tiny')).rejects.toThrow()
  await expect(shop.models.download('nothing like it')).rejects.toThrow()
  await expect(shop.models.pause(first.id)).rejects.toThrow()
})

test('the screen is told of progress, not more than four times a second', async () => {
  const { shop } = await start([], { clock: { now: () => new Date(), sleep: (ms, signal) => new Promise(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()))
  }) } })
  const startedAt = Date.now()
  await shop.models.download('tiny')
  await expectInstalled(shop)
  expect(shop.events.length).toBeLessThanOrEqual((Date.now() - startedAt) / 250 + 1)
  await expect.poll(() => shop.events.at(-1)).toMatchObject({ type: 'modelsChanged', models: { installed: [{ inUse: true }] } })
}) // prettier-ignore

test('a server that falls silent is left and asked again', async () => {
  const { shop, server } = await start([{ type: 'silence' }, { type: 'stall', afterBytes: 1_100_000 }], {
    clock: { now: () => new Date(), sleep: (ms, signal) => systemClock.sleep(ms === 60_000 ? 60 : ms / 1000, signal) },
  })
  await shop.models.download('tiny')
  await expectInstalled(shop)
  expect(server.requests.map(({ range }) => range)).toEqual([null, null, 'bytes=1100000-'])
})

test('what the server says about its length after a broken line is held against what is known', async () => {
  const { shop } = await start([
    { type: 'stop', afterBytes: 100_000 },
    { type: 'content-range', value: `bytes 100000-${file.length}/${file.length + 1}` },
  ])
  await shop.models.download('tiny')
  await expectFailed(shop, 'wrong-checksum')
})

test('a file that is not what the catalogue says it is for is not installed', async () => {
  const server = await serveModelFile(file)
  const shop = createModelShop({ offers: [offerOf(server.url, file, { use: 'searching' })] })
  await shop.models.download('tiny')
  await expectFailed(shop, 'other-use')
})

test('a model that came whole and does not work stays, says why, and is not in use', async () => {
  const { shop, server } = await start([{ type: 'stall', afterBytes: 10 }])
  shop.failures.use.push(new LoadFailure('unsupported'))
  await shop.models.download('tiny')
  await expect.poll(() => server.requests.length).toBe(1)
  server.release()
  await expect
    .poll(() => shop.models.state(), { timeout: 15_000 })
    .toMatchObject({
      transfers: [],
      installed: [{ problem: 'unsupported', inUse: false }],
    })
})

test('a model that cannot be noted is not lost: it waits whole, and is here as soon as there is room', async () => {
  const { shop, server } = await start()
  const { put } = shop.stores.models
  let isFull = true
  shop.stores.models.put = model => {
    if (isFull) throw new StorageError('disk-full', 'no room')
    put(model)
  }
  const { id } = await shop.models.download('tiny')
  await expectFailed(shop, 'disk-full')
  expect(transferOf(shop)?.receivedBytes).toBe(file.length)
  isFull = false
  await shop.models.resume(id)
  await expectInstalled(shop)
  expect(server.requests).toHaveLength(1)
})
