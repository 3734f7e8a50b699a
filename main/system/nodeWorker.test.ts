import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorkerKind } from '#main/ports/platform.ts'
import { createImporter } from '#main/importers/importer.ts'
import { startNodeWorker } from './nodeWorker.ts'

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-'))
  file = join(folder, 'worker.mjs')
  await writeFile(
    file,
    `import { writeFileSync } from 'node:fs'
    process.on('message', what => {
      if (what === 'die') process.exit(3)
      if (what === 'pid') return process.send(process.pid)
      if (what === 'env') return process.send(Object.keys(process.env))
      if (what === 'write') try { writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'x') } catch (error) { return process.send(error.code) }
      process.send(what)
    })`,
  )
})
afterAll(() => rm(folder, { recursive: true }))

function start(kind: WorkerKind = 'file-reader') {
  const worker = startNodeWorker(file, kind)
  const heard: unknown[] = []
  worker.listen({ message: message => void heard.push(message), ended: () => void heard.push('ended') })
  return { worker, heard }
}

test('the process answers, sees none of our environment and may not write', async () => {
  const { worker, heard } = start()
  worker.post(new Uint8Array([1, 2]))
  worker.post('env')
  worker.post('write')
  await expect.poll(() => heard).toEqual([new Uint8Array([1, 2]), [], 'ERR_ACCESS_DENIED'])
  worker.kill()
})

test('the process with the model writes nothing either, and goes first when memory is used up', async () => {
  const { worker, heard } = start('model')
  worker.post('env')
  worker.post('write')
  worker.post('pid')
  await expect.poll(() => heard).toEqual([[], 'ERR_ACCESS_DENIED', expect.any(Number)])
  if (process.platform === 'linux')
    expect(await readFile(`/proc/${String(heard[2])}/oom_score_adj`, 'utf8')).toBe('800\n')
  worker.kill()
})

test('a crash is told once, and so is an end that was asked for', async () => {
  const crashed = start()
  crashed.worker.post('die')
  await expect.poll(() => crashed.heard).toEqual(['ended'])
  crashed.worker.kill()
  const ended = start()
  ended.worker.kill()
  expect(ended.heard).toEqual(['ended'])
  expect(crashed.heard).toEqual(['ended'])
})

test('a file whose reader crashes is refused, and the next one gets a reader of its own', async () => {
  let started = 0
  const importer = createImporter({
    startWorker(worker, kind) {
      started += 1
      if (started > 1) return startNodeWorker(worker, kind)
      const dying = startNodeWorker(file, 'file-reader')
      return { ...dying, post: () => dying.post('die') }
    },
  })
  const csv = new TextEncoder().encode('question,answer\nDo you ship?,Yes.\n')
  expect((await importer.read('a.csv', csv)).badRows).toMatchObject([{ problem: 'unreadable' }])
  expect((await importer.read('b.csv', csv)).entries).toMatchObject([{ question: 'Do you ship?' }])
  await importer.close()
})

test('closing does not wait for a reader that hangs', async () => {
  const importer = createImporter({
    startWorker: () => ({ ...startNodeWorker(file, 'file-reader'), post: () => undefined }),
  })
  const reading = importer.read('a.csv', new Uint8Array())
  await new Promise(resolve => setTimeout(resolve, 20))
  await importer.close()
  expect((await reading).badRows).toMatchObject([{ problem: 'unreadable' }])
})
