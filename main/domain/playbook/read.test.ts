import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '#renderer/i18n/en/catalog.ts'
import { graphOf } from './graph.ts'
import { readPlaybook } from './read.ts'
import { isSpoken } from './speech.ts'

const folder = join(import.meta.dirname, '../../../resources/playbooks')
const names = readdirSync(folder)

const head = `id: sample
name: { en: Sample, zh: 示例 }
starts: { intents: [order-status] }
steps:
`
const ask = `  - id: ask-number
    ask: order-number
    text: { en: Which one?, zh: 哪一个？ }
    again: { en: The number please., zh: 请给订单号。 }
`
const end = `  - id: owner
    hand over: procedure
`
const good = head + ask + end

function problemsOf(yaml: string) {
  return readPlaybook(yaml).problems.map(({ problem, line, detail }) => ({ problem, line, detail }))
}

function lineOf(yaml: string, text: string) {
  return yaml.split('\n').findIndex(line => line.includes(text)) + 1
}

test('a small procedure has no problem', () => {
  expect(problemsOf(good)).toEqual([])
})

test.each(names)('%s is sound, is named after its id, and draws a picture without loose ends', name => {
  const { playbook, problems, steps } = readPlaybook(readFileSync(join(folder, name), 'utf8'))
  expect(problems).toEqual([])
  expect(`${playbook?.id}.yaml`).toBe(name)
  const { nodes, edges } = graphOf(steps, 'zh')
  const ids = nodes.map(({ id }) => id)
  expect(edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([])
})

test('a picture carries the conditions of a check and of each way of a branch', () => {
  const { steps } = readPlaybook(
    head +
      `  - id: choose\n    branch:\n      - when: { order.status: [shipped, delivered], days since shipping: above 21 }\n        go to: say\n      - when: { photo: yes }\n        go to: say\n    else: in-time\n` +
      `  - id: in-time\n    check: { days since delivery: unknown }\n    yes: say\n    no: person\n` +
      tell('Bye'),
  )
  const { nodes, edges } = graphOf(steps, 'en')
  expect(edges.find(({ from, to }) => from === 'choose' && to === 'say')?.cases).toEqual([
    [
      { about: 'order.status', comparison: 'one of', values: ['shipped', 'delivered'] },
      { about: 'days since shipping', comparison: 'above', values: ['21'] },
    ],
    [{ about: 'photo', comparison: 'one of', values: ['yes'] }],
  ])
  expect(edges.find(({ to }) => to === 'in-time')).toEqual({ from: 'choose', to: 'in-time', label: 'else' })
  expect(nodes.find(({ id }) => id === 'in-time')?.conditions).toEqual([
    { about: 'days since delivery', comparison: 'unknown', values: [] },
  ])
})

const tell = (text: string) => `  - id: say\n    tell: { en: "${text}", zh: "${text}" }\n    go to: end\n`
const person = `  - id: choose\n    check: { order: found }\n    yes: say\n    no: person\n`

test.each([
  ['not-yaml', head + ask.replace('    ask:', '  ask:'), 'ask: order-number'],
  ['no-id', good.replace('id: sample', 'id: Sample!'), 'Sample!'],
  ['missing-text', good.replace(', zh: 哪一个？', ''), 'text:'],
  ['missing-text', good.replace(', zh: 示例', ''), 'name:'],
  ['wrong-shape', good.replace(/ {4}again.*\n/, ''), 'ask-number'],
  ['unknown-field', good.replace('    again', '    colour: red\n    again'), 'colour'],
  ['unknown-kind', good.replace('hand over', 'explode'), 'owner'],
  ['several-kinds', good.replace('    hand over', '    tell: { en: Bye, zh: 再见 }\n    hand over'), 'owner'],
  ['unknown-target', head + ask + '    go to: nowhere\n' + end, 'nowhere'],
  ['unreachable-step', head + ask + '    go to: end\n' + end, 'owner'],
  ['no-person', head + ask + '    go to: end\n', 'steps:'],
  ['unknown-fact', good.replace('ask: order-number', 'ask: shoe-size'), 'shoe-size'],
  ['unknown-fact', good.replace('ask: order-number', 'ask: verification-code'), 'ask: verification-code'],
  ['unknown-intent', good.replace('[order-status]', '[order-statsu]'), 'order-statsu'],
  ['no-start', good.replace('[order-status]', '[]'), 'starts'],
  ['duplicate-id', head + ask + end + end.replace('id: owner', 'id:  owner'), 'id:  owner'],
  ['no-end', head + end.replace('hand over: procedure', 'tell: { en: Bye, zh: 再见 }'), 'owner'],
  ['no-steps', head.replace('steps:', 'steps: []'), 'steps'],
  ['unknown-reason', good.replace('hand over: procedure', 'hand over: bored'), 'bored'],
  ['unknown-proposal', good + '    proposal: gift\n', 'gift'],
  ['unknown-condition', head + person.replace('order: found', 'weather: fine') + tell('Bye'), 'weather'],
  ['bad-value', head + person.replace('order: found', 'order.status: lost') + tell('Bye'), 'lost'],
  ['bad-value', head + person.replace('order: found', 'days since delivery: a few') + tell('Bye'), 'a few'],
  ['unknown-placeholder', head + person + tell('It is {order.colour}.'), 'order.colour'],
  ['placeholder-not-filled', head + person + tell('{product.name}'), 'id: say'],
  ['no-choices', good.replace('ask: order-number', 'ask: choice'), 'ask: choice'],
])('"%s" is found with its line', (problem, yaml, near) => {
  const found = problemsOf(yaml).find(one => one.problem === problem)
  expect(found).toBeDefined()
  const line = lineOf(yaml, near)
  expect([line, line - 1, line + 1]).toContain(found?.line)
})

test('steps that lead to each other with nobody asked in between are an endless loop, a question between them is none', () => {
  const round = (middle: string) => `${head}  - id: find
    look up: order
    found: owner
    none: ${middle}
  - id: try-again
    check: { order: found }
    yes: owner
    no: find
${ask}    go to: find
${end}`
  expect(problemsOf(round('try-again')).map(({ problem }) => problem)).toContain('endless-loop')
  const sound = round('ask-number').replace(/ {2}- id: try-again\n(?: {4}.*\n)+/, '')
  expect(problemsOf(sound)).toEqual([])
})

test('what is found on one way only may be told on that way only', () => {
  const yaml = `${head}  - id: find
    look up: product
    found: price
    none: price
  - id: price
    tell: { en: "{product.name}", zh: "{product.name}" }
    go to: person
`
  expect(problemsOf(yaml).map(({ problem }) => problem)).toEqual(['placeholder-not-filled'])
  expect(problemsOf(yaml.replace('none: price', 'none: person'))).toEqual([])
})

test.each(['', '42', '- a list', 'steps: 3', '\u0000'])('%j is refused without falling over', text => {
  const { playbook, problems } = readPlaybook(text)
  expect(playbook).toBeNull()
  expect(problems.length).toBeGreaterThan(0)
})

test.each(['order-status', 'return-item', 'cancel-order', 'warranty-and-fault'])(
  '%s speaks Spanish, French and German from its first step to its last',
  id => {
    const { playbook } = readPlaybook(readFileSync(join(folder, `${id}.yaml`), 'utf8'))
    const spoken = ['en', 'zh', 'es', 'fr', 'de'].filter(language => playbook !== null && isSpoken(playbook, language))
    expect(spoken).toEqual(['en', 'zh', 'es', 'fr', 'de'])
  },
)

test('sixty-one steps are too many', () => {
  const steps = Array.from({ length: 60 }, (_, index) => ask.replace('ask-number', `ask-${index}`)).join('')
  expect(problemsOf(head + steps + end).map(({ problem }) => problem)).toEqual(['too-many-steps'])
})

test('aliases that unfold into a giant are refused, not unfolded', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
  ].join('\n')
  expect(readPlaybook(bomb).problems[0]).toMatchObject({ problem: 'not-yaml' })
})

test('a text of nothing but mistakes is refused with a hundred of them', () => {
  expect(readPlaybook('"'.repeat(50_000)).problems).toHaveLength(100)
})

test('every problem has its sentence on screen', () => {
  const said = new Set(Object.keys(en.playbooks.problem))
  const sources = ['read.ts', 'readStep.ts', 'ways.ts', 'conditions.ts', 'yamlText.ts', '../../services/playbooks.ts']
    .map(name => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .join('\n')
  const used = [...sources.matchAll(/(?:report|refuse)\(\s*(?:report,\s*)?'([a-z-]+)'|problem: '([a-z-]+)'/g)].map(
    ([, one, other]) => one ?? other ?? '',
  )
  expect(used.length).toBeGreaterThan(20)
  expect(used.filter(code => !said.has(code))).toEqual([])
})
