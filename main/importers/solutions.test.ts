import { expect, test } from 'vitest'
import { createSolutionFiles } from './solutionFiles.ts'
import { readSolutions } from './solutions.ts'

const read = (name: string, text: string) => readSolutions({ name, bytes: new TextEncoder().encode(text) })

test('columns are found by their names in the languages of shops, in any order', () => {
  const { solutions, badRows } = read(
    'fixes.csv',
    '症状,解决方法,产品,相似问法,链接\n漏水,换密封圈,电水壶,渗水|滴水,https://a.test/x\n',
  )
  expect(badRows).toEqual([])
  expect(solutions).toEqual([
    {
      id: '电水壶: 漏水',
      product: '电水壶',
      symptom: '漏水',
      wordings: ['渗水', '滴水'],
      steps: '换密封圈',
      guideUrl: 'https://a.test/x',
      couponCode: null,
      language: 'zh',
    },
  ])
})

test('steps of JSON Lines may be a list, and a missing id is made of product and symptom, so that importing twice adds nothing', () => {
  const line = '{"product":"Kettle","symptom":"It leaks","steps":["Unplug it.","Change the seal."]}'
  const [first] = read('fixes.jsonl', line).solutions
  expect(first).toMatchObject({ id: 'kettle: it leaks', steps: 'Unplug it.\nChange the seal.', language: 'en' })
  expect(read('fixes.jsonl', line).solutions[0]?.id).toBe(first?.id)
})

test.each([
  ['no-symptom', 'fixes.csv', 'symptom,steps\n,Do this\n', 2],
  ['no-steps', 'fixes.csv', 'symptom,steps\nLeaks,\n', 2],
  ['bad-link', 'fixes.csv', 'symptom,steps,guide\nLeaks,Do this,javascript:alert(1)\n', 2],
  ['duplicate-id', 'fixes.csv', 'id,symptom,steps\n1,Leaks,Do this\n1,Hums,Do that\n', 3],
  ['too-long', 'fixes.csv', `symptom,steps\n${'x'.repeat(600)},Do this\n`, 2],
  ['no-columns', 'fixes.csv', 'fruit,colour\napple,red\n', 1],
  ['not-json', 'fixes.jsonl', '{"symptom":"Leaks","steps":"Do this"}\nnonsense\n', 2],
  ['unknown-format', 'fixes.pdf', 'whatever', 1],
  ['unreadable', 'fixes.csv', 'symptom,steps\nx\0\0y,z\n', 1],
])('%s is named with its line and the other rows are taken', (problem, name, text, line) => {
  expect(read(name, text).badRows).toContainEqual({ line, problem })
})

test('a file is read in another process, with the same result, however many pieces it comes in', async () => {
  const rows = Array.from({ length: 600 }, (_, index) => `${index % 590},Lamp,it flickers ${index},wait ${index},a|b`)
  const file = {
    name: 'fixes.csv',
    bytes: new TextEncoder().encode(`id,product,symptom,steps,wordings\n${rows.join('\n')}\n,,,x\n`),
  }
  const files = createSolutionFiles()
  const { solutions, badRows } = await files.read(file)
  await files.close()
  expect({ solutions, badRows }).toEqual(readSolutions(file))
  expect([solutions.length, badRows.length]).toEqual([590, 11])
})

test('when the other process dies, the file counts as unreadable', async () => {
  let end = () => {}
  const files = createSolutionFiles({
    startWorker: () => ({
      listen: ({ ended }) => void (end = ended),
      post: () => setImmediate(() => end()),
      kill() {},
    }),
  })
  expect(await files.read({ name: 'fixes.csv', bytes: new Uint8Array(3) })).toEqual({
    solutions: [],
    badRows: [{ line: 1, problem: 'unreadable' }],
  })
})
