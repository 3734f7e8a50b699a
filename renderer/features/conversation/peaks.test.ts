import { expect, test } from 'vitest'
import { clockOf, peaksOf } from './peaks.ts'

test('each bar shows the loudest moment of its stretch, also below zero, and the loudest bar is full', () => {
  const samples = new Float32Array(100)
  samples[5] = 0.25
  samples[30] = -0.5
  samples[99] = 0.125
  expect(peaksOf(samples, 4)).toEqual([0.5, 1, 0, 0.25])
})

test('a recording shorter than its bars, an empty one and the noise of a silent line draw no nonsense', () => {
  expect(peaksOf(new Float32Array([0.5]), 4).filter(height => height > 0)).toEqual([1])
  expect(peaksOf(new Float32Array(0), 3)).toEqual([0, 0, 0])
  expect(peaksOf(new Float32Array(9).fill(0.0005), 3)).toEqual([0, 0, 0])
})

test('times read as on a clock', () => {
  expect([0, 7.9, 65, 760, 3723].map(clockOf)).toEqual(['0:00', '0:07', '1:05', '12:40', '1:02:03'])
})
