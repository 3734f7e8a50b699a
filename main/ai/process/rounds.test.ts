import { expect, test } from 'vitest'
import type { Urgency } from '#main/ports/languageModel.ts'
import { nextOf } from './order.ts'
import { createPace } from './pace.ts'
import { createRounds, type Job } from './rounds.ts'

/** A computer where a round takes `base` and `each` for every token in it. */
function createWorld({ base = 10, each = 0 }: { base?: number; each?: number } = {}) {
  let now = 0
  let inRound: string[] = []
  const rounds: string[][] = []
  const pace = createPace(512)
  const turns = createRounds({ pace: () => pace, now: () => now })

  function job(name: string, tokens: number, more: Partial<Job> = {}): Job {
    let left = tokens
    return {
      urgency: 'contact',
      doing: () => 'writing',
      async step() {
        if (inRound.length === 0) now += base
        inRound.push(name)
        now += each
        left -= 1
        await Promise.resolve()
        if (inRound.length > 0) rounds.push(inRound)
        inRound = []
        return { tokens: 1, over: left === 0 }
      },
      ...more,
    }
  }
  return { rounds, turns, job, clock: () => now }
}

function shares(rounds: readonly string[][], name: string) {
  return rounds.flat().filter(one => one === name).length
}

test('several write in the same round where that costs little', async () => {
  const { turns, job, clock } = createWorld({ base: 10, each: 1 })
  await Promise.all(['a', 'b', 'c', 'd'].map(name => turns.run(job(name, 100))))
  expect(clock()).toBeLessThan(4 * 100 * 11 * 0.5)
})

test('where writing together is slower than one after the other, it is hardly done', async () => {
  const pace = createPace(512)
  const msOf = (width: number) => (width === 1 ? 2 : width * 3)
  let together = 0
  for (let round = 0; round < 300; round++) {
    const width = pace.width(4)
    if (width > 1) together += 1
    pace.wrote(width, msOf(width))
  }
  expect(together).toBeLessThan(30)
})

test('a little that comes late does not wait for a lot', async () => {
  const { turns, job } = createWorld()
  const done: string[] = []
  const run = (name: string, tokens: number, more?: Partial<Job>) =>
    turns.run(job(name, tokens, { doing: () => 'alone', ...more })).then(() => done.push(name))
  await Promise.all([run('long', 200), run('longer', 300), run('short', 5)])
  expect(done).toEqual(['short', 'long', 'longer'])
})

test('who is more urgent gets more of the time, and nobody gets none', async () => {
  const { turns, job, rounds } = createWorld()
  const alone: Partial<Job> = { doing: () => 'alone' }
  const run = (urgency: Urgency) => turns.run(job(urgency, 200, { ...alone, urgency }))
  void run('background')
  await run('owner')
  const [owner, background] = [shares(rounds, 'owner'), shares(rounds, 'background')]
  expect(owner).toBeGreaterThan(background * 4)
  expect(background).toBeGreaterThan(5)
})

test('what is done ahead waits for everything else, and one that fails stops no other', async () => {
  const { turns, job } = createWorld()
  const done: string[] = []
  const ahead = turns.run(job('ahead', 3, { idle: () => true })).then(() => done.push('ahead'))
  const failing = turns.run(job('failing', 9, { step: () => Promise.reject(new Error('lost')) }))
  const now = turns.run(job('now', 30)).then(() => done.push('now'))
  await expect(failing).rejects.toThrow('lost')
  await Promise.all([ahead, now])
  expect(done).toEqual(['now', 'ahead'])
})

test('the most urgent is next, then the shortest, and whoever waited long before all', () => {
  const call = (urgency: Urgency, expected: number, since = 0) => ({ urgency, expected, since })
  const owner = call('owner', 900)
  const short = call('contact', 10)
  const long = call('contact', 800)
  const forgotten = call('background', 5000, -60_000)
  expect(nextOf([long, short, owner], 0)).toBe(owner)
  expect(nextOf([long, short], 0)).toBe(short)
  expect(nextOf([long, short, owner, forgotten], 0)).toBe(forgotten)
  expect(nextOf([], 0)).toBeNull()
})

test('a prompt is read in stretches that take a tenth of a second, as fast as the computer is', () => {
  const fast = createPace(512)
  for (let look = 0; look < 20; look++) fast.read(fast.stretch(true), fast.stretch(true) / 50)
  expect(fast.stretch(true)).toBe(512)
  const slow = createPace(512)
  for (let look = 0; look < 20; look++) slow.read(slow.stretch(true), slow.stretch(true) * 4)
  expect(slow.stretch(true)).toBeGreaterThan(15)
  expect(slow.stretch(true)).toBeLessThan(40)
  // One that takes long for a single token reads more at once: a stretch costs little more than a token.
  for (let look = 0; look < 5; look++) slow.wrote(1, 100)
  expect(slow.stretch(true)).toBeGreaterThan(60)
})

test('a round goes through the lanes in their order, whoever had least', async () => {
  const { rounds, turns, job } = createWorld({ each: 1 })
  await Promise.all([2, 0, 1].map(place => turns.run(job(`lane ${place}`, 50, { place }))))
  const whole = rounds.filter(({ length }) => length === 3)
  expect(whole.length).toBeGreaterThan(20)
  for (const round of whole) expect(round).toEqual(['lane 0', 'lane 1', 'lane 2'])
})

test('of what waits to be read, a round takes the first and what fits whole beside it', async () => {
  const turns = createRounds({ pace: () => createPace(512), now: () => 0 })
  const steps: string[] = []
  const reader = (name: string, tokens: number): Job => {
    let left = tokens
    return {
      urgency: 'contact',
      doing: () => 'reading',
      unread: () => left,
      async step(most) {
        const taken = Math.min(most, left)
        left -= taken
        steps.push(`${name} ${taken}`)
        return { tokens: taken, over: left === 0 }
      },
    }
  }
  // The first stretch of a model that nobody knows yet is 16 tokens.
  await Promise.all([turns.run(reader('a', 20)), turns.run(reader('b', 10)), turns.run(reader('c', 6))])
  expect(steps).toEqual(['a 16', 'a 4', 'b 10', 'c 6'])
})
