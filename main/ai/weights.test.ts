import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { testFolder } from '#main/testing/storage.ts'
import { encodeWeights, loadWeights, toFloats, toInt8, WeightsError } from './weights.ts'

const about = z.object({ labels: z.array(z.string()) })
const numbers = Float32Array.from({ length: 30 }, (_, index) => Math.sin(index) / 3)

function written() {
  const file = join(testFolder(), 'sample.bin')
  const tensors = [
    toInt8('table', [3, 10], numbers),
    { name: 'starts', shape: [2], scale: 1, values: Float32Array.of(0.25, -7.5) },
  ]
  writeFileSync(file, encodeWeights({ name: 'sample', about: { labels: ['一', 'two'] }, tensors }))
  return file
}

function kindOf(read: () => unknown): string {
  try {
    read()
    return 'read'
  } catch (error) {
    return error instanceof WeightsError ? error.kind : String(error)
  }
}

test('tables come back as they were, int8 ones within half a step', () => {
  const weights = loadWeights(written(), 'sample', about)
  expect(weights.about.labels).toEqual(['一', 'two'])
  expect([...weights.tensor('starts').values]).toEqual([0.25, -7.5])
  const table = weights.tensor('table')
  for (const [index, value] of toFloats(table).entries())
    expect(Math.abs(value - (numbers[index] ?? 0))).toBeLessThanOrEqual(table.scale / 2 + 1e-6)
})

test('a file that is missing, cut off, altered or of another model is refused by kind', () => {
  const file = written()
  const bytes = readFileSync(file)
  const read = (name = 'sample') => kindOf(() => loadWeights(file, name, about))
  expect(kindOf(() => loadWeights(`${file}.gone`, 'sample', about))).toBe('missing')
  expect([read(), read('other')]).toEqual(['read', 'damaged'])
  writeFileSync(file, bytes.subarray(0, bytes.length - 9))
  expect(read()).toBe('damaged')
  const altered = Uint8Array.from(bytes)
  altered[bytes.length - 3] = (altered[bytes.length - 3] ?? 0) ^ 1
  writeFileSync(file, altered)
  expect(read()).toBe('damaged')
  writeFileSync(file, '')
  expect(read()).toBe('damaged')
})
