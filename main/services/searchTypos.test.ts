import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { searchTokens } from '#domain/search/tokens.ts'
import { createManualClock } from '#main/testing/manualClock.ts'
import { createRandom, type Random } from '#main/testing/random.ts'
import { openTestStores, quietLog } from '#main/testing/storage.ts'
import { createSearch } from './search.ts'

const ERRORS = 300
const folder = join(import.meta.dirname, '../../resources/demo/knowledge')

/** Every line of the sample shop's knowledge as a message of its own. */
function shop() {
  const made = openTestStores()
  made.addConversation('c1')
  const lines = readdirSync(folder)
    .filter(name => /\.(?:csv|md|txt)$/.test(name))
    .flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter(line => line.trim() !== '')
  lines.forEach((text, index) => made.addMessage('c1', `m${index}`, { text }))
  const clock = createManualClock()
  const search = createSearch({ stores: made.stores, settings: () => made.stores.settings.get(), clock, log: quietLog })
  return { lines, search }
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** One letter left out, doubled, exchanged, or swapped with the next one. */
function mistyped(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2)
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  return random.pick([
    before + after,
    before + letter + letter + after,
    before + random.pick(letters.split('')) + after,
    before + after.charAt(0) + letter + after.slice(1),
  ])
}

/** The share of mistyped searches that find a message with what was meant on their first page. */
async function share(made: ReturnType<typeof shop>, pairs: readonly (readonly [typed: string, meant: string])[]) {
  let found = 0
  for (const [typed, meant] of pairs) {
    const { hits } = await made.search.find({ text: typed, cursor: null, limit: 100 })
    const isFound = hits.some(hit => {
      if (hit.kind !== 'message') return false
      const text = made.lines[Number(hit.messageId.slice(1))] ?? ''
      return ` ${searchTokens(text)
        .map(token => token.text)
        .join(' ')} `.includes(meant)
    })
    if (isFound) found += 1
  }
  return found / pairs.length
}

test('of mistyped English words nearly all find what was meant', async () => {
  const made = shop()
  const random = createRandom(5)
  const words = [...new Set(made.lines.flatMap(line => searchTokens(line).map(({ text }) => text)))]
  const known = new Set(words)
  const plain = words.filter(word => /^[a-z]{5,}$/.test(word))
  const pairs: [string, string][] = []
  while (pairs.length < ERRORS) {
    const meant = random.pick(plain)
    const typed = mistyped(meant, random)
    if (!known.has(typed)) pairs.push([typed, ` ${meant} `])
  }
  expect(await share(made, pairs)).toBeGreaterThan(0.95)
}, 60_000)

test('so do Chinese phrases with one wrong character', async () => {
  const made = shop()
  const random = createRandom(7)
  const runs = made.lines.flatMap(line => line.match(/\p{Script=Han}{4,}/gu) ?? [])
  const pairs = Array.from({ length: ERRORS }, (): [string, string] => {
    const run = random.pick(runs)
    const start = random.below(run.length - 3)
    const meant = searchTokens(run.slice(start, start + 4)).map(({ text }) => text)
    const wrong = meant.with(random.below(4), '龘')
    return [wrong.join(''), ` ${meant.join(' ')} `]
  })
  expect(await share(made, pairs)).toBeGreaterThan(0.95)
}, 60_000)
