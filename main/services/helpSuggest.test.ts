import { afterEach, beforeEach, expect, test } from 'vitest'
import { createHelpedShop, refusalOf, wholeOf, type HelpedShop } from '#main/testing/helpedShop.ts'

let shop: HelpedShop

beforeEach(() => {
  shop = createHelpedShop()
})
afterEach(() => shop.stop())

test('without a model the best entry is suggested, without the word that an assistant wrote it', async () => {
  const { help } = shop.helpWith([], { withModel: false })
  shop.stores.settings.update({ assistantPaused: true })
  const id = await shop.say('When do you open?')
  const { done } = await wholeOf(help.suggest(id))
  expect(done).toMatchObject({ by: 'built-in', leftOut: [] })
  expect(done?.text).toContain('We open at nine.')
  expect(done?.text).not.toContain('assistant')
  expect(done?.citations.map(({ entryId }) => entryId)).toEqual(['hours'])
})

test('where the shop knows nothing, nothing is made up', async () => {
  const { help } = shop.helpWith([], { withModel: false, sure: 0.1 })
  const id = await shop.say('Do you sell submarines to Atlantis?')
  expect((await refusalOf(wholeOf(help.suggest(id)))).reason).toBe('nothing-known')
})

test('a suggestion sends and keeps nothing', async () => {
  const { help } = shop.helpWith([], { withModel: false })
  const id = await shop.say('When do you open?', 'draft')
  const before = [shop.stores.messages.all(id).length, shop.stores.suggestions.ofConversation(id).length]
  const state = shop.stores.dialogues.get(id)
  await wholeOf(help.suggest(id))
  expect([shop.stores.messages.all(id).length, shop.stores.suggestions.ofConversation(id).length]).toEqual(before)
  expect(shop.stores.dialogues.get(id)).toEqual(state)
})

test('the draft of the model is seen as it comes; what nothing bears out is left out at the end and told', async () => {
  const { help, model } = shop.helpWith(['We open at nine. You also get a free lamp.'])
  const id = await shop.say('When do you open?', 'draft')
  const { streamed, done } = await wholeOf(help.suggest(id))
  expect(streamed.join('')).toBe('We open at nine. You also get a free lamp.')
  expect(done).toMatchObject({ by: 'model', leftOut: ['You also get a free lamp.'] })
  expect(done?.text).toContain('We open at nine.')
  expect(done?.text).not.toMatch(/free lamp|assistant/)
  expect(done?.citations.map(({ entryId }) => entryId)).toEqual(['hours'])
  expect(model.requests[0]).toMatchObject({ urgency: 'owner' })
})

test('what is likely but not sure is put into words, too', async () => {
  const { help } = shop.helpWith(['We open at nine. Come by!'], { sure: 0.5 })
  const id = await shop.say('When is the shop usually open?', 'draft')
  const { streamed, done } = await wholeOf(help.suggest(id))
  expect(streamed.length).toBeGreaterThan(1)
  expect(done).toMatchObject({ by: 'model' })
  expect(done?.text).toContain('We open at nine.')
  expect(done?.citations.map(({ quote }) => quote)).toEqual(['We open at nine.'])
})

test.each([0.9, 0.5])('a draft that says nothing of it gives way to the entry itself (%d)', async sure => {
  const { help } = shop.helpWith(['You get a full refund of €500.'], { sure })
  const id = await shop.say('When do you open?', 'draft')
  const { done } = await wholeOf(help.suggest(id))
  expect(done).toMatchObject({ by: 'built-in', leftOut: [] })
  expect(done?.text).toContain('We open at nine.')
  expect(done?.text).not.toContain('500')
})

test.each([
  ['crashed', 0.9],
  ['crashed', 0.5],
  ['busy', 0.9],
  ['busy', 0.5],
] as const)('a model that is %s gives way to the entry itself (%d)', async (failure, sure) => {
  const { help, model } = shop.helpWith([{ failure }], { sure })
  const id = await shop.say('When do you open?', 'draft')
  const { done } = await wholeOf(help.suggest(id))
  expect(done).toMatchObject({ by: 'built-in' })
  expect(done?.text).toContain('We open at nine.')
  expect(model.requests).toHaveLength(1)
})

test.each([0.9, 0.5])('stopping a suggestion reaches the model at once (%d)', async sure => {
  const { help, model } = shop.helpWith([{ until: new Promise(() => {}) }], { sure })
  const id = await shop.say('When do you open?', 'draft')
  const aborter = new AbortController()
  const first = help.suggest(id, aborter.signal).next()
  await shop.clock.settle()
  expect(model.running()).toBe(1)
  aborter.abort(new Error('stopped'))
  await expect(first).rejects.toThrow('stopped')
  expect([model.running(), model.cancelled()]).toEqual([0, 1])
})

test('where the assistant passes on without looking, the entry is put into words and named', async () => {
  const { help } = shop.helpWith(['We open at nine.'])
  const id = await shop.say('I want to talk to a human! When do you open?', 'draft')
  const { done } = await wholeOf(help.suggest(id))
  expect(done).toMatchObject({ by: 'model' })
  expect(done?.citations.map(({ entryId }) => entryId)).toEqual(['hours'])
})
