import { expect, test } from 'vitest'
import { whileWorking } from './whileWorking.ts'

async function read(work: AsyncGenerator<string, string>) {
  const said: string[] = []
  for (;;) {
    const next = await work.next()
    if (next.done === true) return { said, result: next.value }
    said.push(next.value)
  }
}
const later = () => new Promise(resolve => setImmediate(resolve))

test('nothing that was said gets lost, however fast it comes and however late it is read', async () => {
  const work = whileWorking<string, string>(async say => {
    say('a')
    say('b')
    await later()
    say('c')
    await later()
    say('d')
    return 'done'
  })
  await later()
  expect(await read(work)).toEqual({ said: ['a', 'b', 'c', 'd'], result: 'done' })
})

test('what the call throws comes after everything that it said', async () => {
  const said: string[] = []
  const work = whileWorking<string, string>(async say => {
    say('a')
    await later()
    throw new Error('broken')
  })
  const all = async () => {
    for await (const piece of work) said.push(piece)
  }
  await expect(all()).rejects.toThrow('broken')
  expect(said).toEqual(['a'])
})
