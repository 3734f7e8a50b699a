import { freemem } from 'node:os'
import type { FileHead } from './gguf.ts'

/** Bytes that this process may still take. */
export function freeBytes(): number {
  return Math.min(freemem(), process.availableMemory())
}

/** Beside weights and notes: what llama.cpp computes in, and the program itself. */
const roomForWork = 256 * 2 ** 20
/** Each token leaves a key and a value in each layer, in numbers of 16 bits. */
const bytesPerNumber = 2

/** About what a model takes with so many conversations of so many tokens side by side. Rather too much than too little. */
export function bytesNeeded(head: FileHead, { tokens, sequences }: { tokens: number; sequences: number }): number {
  const number = (key: string, fallback: number) => {
    const value = head.values.get(`${head.architecture}.${key}`)
    return typeof value === 'number' && value > 0 ? value : fallback
  }
  const width = number('embedding_length', 0)
  const heads = number('attention.head_count', 1)
  const sharedHeads = number('attention.head_count_kv', heads)
  const perHead = width / heads
  const keys = number('attention.key_length', perHead)
  const values = number('attention.value_length', perHead)
  const perToken = number('block_count', 0) * sharedHeads * (keys + values) * bytesPerNumber
  return head.fileBytes + perToken * tokens * sequences + roomForWork
}
