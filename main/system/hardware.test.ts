import { expect, test } from 'vitest'
import { coresIn, createMachine, freeIn, nvidiaIn } from './hardware.ts'

test('this computer is told in figures that can be', async () => {
  const { processor, cores, memoryBytes, freeMemoryBytes } = await createMachine().facts()
  expect(processor).not.toBe('')
  expect(cores).toBeGreaterThanOrEqual(1)
  expect(memoryBytes).toBeGreaterThan(5e8)
  expect(freeMemoryBytes).toBeGreaterThan(0)
  expect(freeMemoryBytes).toBeLessThanOrEqual(memoryBytes)
})

test('the speed of the memory lies between that of an old phone and that of a server', async () => {
  const speed = await createMachine().measureMemorySpeed()
  expect(speed).toBeGreaterThan(0.2e9)
  expect(speed).toBeLessThan(1000e9)
})

test('two threads of one core are one core, cores of two processors are not', () => {
  const block = (physical: number, core: number) => `processor : 1\nphysical id\t: ${physical}\ncore id\t\t: ${core}`
  expect(coresIn([block(0, 0), block(0, 1), block(0, 0), block(0, 1)].join('\n\n'))).toBe(2)
  expect(coresIn([block(0, 0), block(1, 0)].join('\n\n'))).toBe(2)
  expect(coresIn('Hardware : BCM2835')).toBeNull()
})

test('graphics cards are told with their memory', () => {
  expect(nvidiaIn('NVIDIA GeForce RTX 4060, 8188\nNVIDIA H200, 143771\n')).toEqual([
    { name: 'NVIDIA GeForce RTX 4060', memoryBytes: 8188 * 1024 * 1024 },
    { name: 'NVIDIA H200', memoryBytes: 143_771 * 1024 * 1024 },
  ])
  expect(nvidiaIn('NVIDIA-SMI has failed because it could not talk to the driver')).toEqual([])
})

test('on a Mac memory that nobody looked at for long is free', () => {
  const told = `Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                               10000.
Pages active:                            200000.
Pages inactive:                           50000.
Pages speculative:                         1000.
Pages purgeable:                            500.`
  expect(freeIn(told)).toBe(61_500 * 16_384)
  expect(freeIn('')).toBeNull()
})
