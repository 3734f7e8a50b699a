import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { embedding } from '#main/testing/models/embedding.ts'
import { ggufBytes, parameters, text, u32, type Gguf } from '#main/testing/models/gguf.ts'
import { randomLlama } from '#main/testing/models/randomLlama.ts'
import { testFolder } from '#main/testing/storage.ts'
import { readModel } from './modelReader.ts'

function read(bytes: Uint8Array) {
  const file = join(testFolder(), 'model.gguf')
  writeFileSync(file, bytes)
  return readModel(file)
}
const llama = randomLlama({ name: 'My shop', heads: 4, keyHeads: 2, width: 128, layers: 3 })
const changed = (...entries: Gguf['metadata']) => {
  const keys = new Set(entries.map(([key]) => key))
  return ggufBytes({ ...llama, metadata: [...llama.metadata.filter(([key]) => !keys.has(key)), ...entries] })
}

test('a model that writes is told from its header, with what its memory depends on', async () => {
  expect(await read(ggufBytes(llama))).toMatchObject({
    use: 'writing',
    name: 'My shop',
    architecture: 'llama',
    parameters: parameters(llama) / 1e9,
    quantization: 'Q8_0',
    contextTokens: 2048,
    hasChatTemplate: true,
    shape: { layers: 3, keyWidth: 64, width: 128 },
  })
})

test('a model that searches is told from one that writes, also when both are of the same architecture', async () => {
  expect(await read(ggufBytes(embedding()))).toMatchObject({ use: 'searching' })
  expect(await read(changed(['llama.pooling_type', u32(3)]))).toMatchObject({ use: 'searching' })
})

test('what a file does not say is not guessed', async () => {
  const facts = await read(changed(['general.file_type', u32(9999)], ['general.name', text('')]))
  expect(facts).toMatchObject({ quantization: null, name: null })
})

test('a file that is gone is missing', async () => {
  await expect(readModel(join(testFolder(), 'gone.gguf'))).rejects.toMatchObject({ problem: 'missing' })
})
