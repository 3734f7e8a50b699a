import { expect, test } from 'vitest'
import { contextBytes, isTooBig, memoryCap, roomFor, smallerRoom, smallestRoom, type Room } from './room.ts'

const GB = 1e9

test('a small model on a large computer answers eight conversations at once', () => {
  expect(roomFor(0.4 * GB, { totalBytes: 16 * GB, freeBytes: 10 * GB })).toEqual({ contextTokens: 8192, sequences: 8 })
})

test('the less is free, the less is kept in mind, and never nothing', () => {
  const tokens = [14, 8, 5, 3].map(free => {
    const { contextTokens, sequences } = roomFor(2 * GB, { totalBytes: 64 * GB, freeBytes: free * GB })
    return contextTokens * sequences
  })
  expect(tokens).toEqual([32768, 16384, 8192, 2048])
  expect(roomFor(2 * GB, { totalBytes: 16 * GB, freeBytes: 0 })).toEqual(smallestRoom)
})

test('a context of a current model is not underestimated', () => {
  // 28 layers of 1,024 keys and as many values in half precision: Llama 3.2 3B, 2 GB in four bits.
  expect(contextBytes(2 * GB, { contextTokens: 1, sequences: 1 })).toBeGreaterThan(28 * 1024 * 2 * 2)
})

test('a file that leaves the computer no memory is too big', () => {
  expect(isTooBig(5 * GB, 16 * GB)).toBe(false)
  expect(isTooBig(7 * GB, 8 * GB)).toBe(true)
})

test('what is loaded may grow, but not beyond most of the memory', () => {
  const loaded = { fileBytes: 2 * GB, room: smallestRoom }
  expect(memoryCap([loaded], 16 * GB)).toBeGreaterThan(4 * GB)
  expect(memoryCap([loaded, loaded], 16 * GB)).toBeGreaterThan(memoryCap([loaded], 16 * GB))
  expect(memoryCap([loaded, loaded, loaded], 4 * GB)).toBe(3.6 * GB)
})

test('from the largest room it goes down step by step to the smallest', () => {
  const tried: string[] = []
  for (let room: Room | null = { contextTokens: 8192, sequences: 8 }; room !== null; room = smallerRoom(room)) {
    tried.push(`${room.sequences} × ${room.contextTokens}`)
  }
  expect(tried).toEqual(['8 × 8192', '4 × 8192', '4 × 4096', '2 × 4096', '2 × 2048', '1 × 2048'])
})
