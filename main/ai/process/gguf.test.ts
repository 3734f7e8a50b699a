import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ModelUse } from '#contract/model.ts'
import type { LoadFailure } from '#main/ports/languageModel.ts'
import { broken, faults, type Fault } from '#main/testing/models/broken.ts'
import { embedding } from '#main/testing/models/embedding.ts'
import { ggufBytes, text, u32, type Gguf, type MetadataValue } from '#main/testing/models/gguf.ts'
import { randomLlama } from '#main/testing/models/randomLlama.ts'
import { reranker } from '#main/testing/models/reranker.ts'
import { readHead, type FileHead } from './gguf.ts'
import { bytesNeeded } from './memory.ts'
import { purposeFor } from './purpose.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'keepdesk-gguf-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function read(bytes: Uint8Array): Promise<FileHead> {
  const file = join(folder, 'model.gguf')
  writeFileSync(file, bytes)
  return readHead(file)
}

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: LoadFailure) => error.problem,
  )

const expected: Readonly<Record<Fault, string | null>> = {
  empty: 'not-a-model',
  garbage: 'not-a-model',
  'wrong-magic': 'not-a-model',
  'old-version': 'unsupported',
  'truncated-head': 'damaged',
  'truncated-tensors': 'damaged',
  // Which ones llama.cpp knows is asked of it, later.
  'unknown-architecture': null,
  'endless-metadata': 'damaged',
  'endless-tensors': 'damaged',
  'endless-text': 'damaged',
  'tensors-outside': 'damaged',
  'huge-tensor': 'damaged',
}

test.each(faults)('a file with the fault %s is taken for what it is', async fault => {
  expect(await problemOf(read(broken(randomLlama(), fault)))).toBe(expected[fault])
})

test('a file that lacks its last byte is damaged, and one that is not there is missing', async () => {
  const bytes = ggufBytes(randomLlama())
  expect(await problemOf(read(bytes))).toBeNull()
  // The end of the file is filled up to the alignment, so the last tensor may end a little before.
  expect(await problemOf(read(bytes.subarray(0, -64)))).toBe('damaged')
  expect(await problemOf(readHead(join(folder, 'none.gguf')))).toBe('missing')
})

test('the head says what is needed to choose', async () => {
  const head = await read(ggufBytes(randomLlama()))
  expect(head.architecture).toBe('llama')
  expect(head.values.get('llama.context_length')).toBe(2048)
  expect(head.values.get('general.name')).toBe('random')
  expect(head.lengths.get('tokenizer.ggml.tokens')).toBeGreaterThan(100)
})

test('more conversations and longer ones need more memory', async () => {
  const head = await read(ggufBytes(randomLlama()))
  const one = bytesNeeded(head, { tokens: 2048, sequences: 1 })
  // Two layers with keys and values of one head of 32 numbers, two bytes each.
  expect(bytesNeeded(head, { tokens: 4096, sequences: 4 }) - one).toBe((4 * 4096 - 2048) * 2 * 2 * 32 * 2)
})

function changed(model: Gguf, ...entries: (readonly [string, MetadataValue])[]): Gguf {
  const replaced = new Set(entries.map(([key]) => key))
  return { ...model, metadata: [...model.metadata.filter(([key]) => !replaced.has(key)), ...entries] }
}

test.each<[string, ModelUse, Gguf, string]>([
  ['a model that writes', 'writing', randomLlama(), 'writing'],
  ['a model with vectors', 'searching', embedding(), 'embedding'],
  ['a model that ranks', 'searching', reranker(), 'ranking'],
  [
    'a model that writes, turned into one with vectors',
    'searching',
    changed(randomLlama(), ['llama.pooling_type', u32(3)]),
    'embedding',
  ],
])('%s is known', async (_, use, model, purpose) => {
  expect(purposeFor(use, await read(ggufBytes(model)))).toBe(purpose)
})

test.each<[string, ModelUse, Gguf, string]>([
  ['a model with vectors to write', 'writing', embedding(), 'other-use'],
  ['a model that writes to search', 'searching', randomLlama(), 'other-use'],
  ['a patch for a model', 'writing', changed(randomLlama(), ['general.type', text('adapter')]), 'other-use'],
  ['the eyes of a model', 'writing', changed(randomLlama(), ['general.architecture', text('clip')]), 'other-use'],
  ['the first part of several files', 'writing', changed(randomLlama(), ['split.count', u32(3)]), 'unsupported'],
])('%s is refused', async (_, use, model, problem) => {
  const head = await read(ggufBytes(model))
  expect(await problemOf((async () => purposeFor(use, head))())).toBe(problem)
})
