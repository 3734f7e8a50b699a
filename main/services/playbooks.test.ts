import { expect, test } from 'vitest'
import type { TestAsker } from '#contract/playbook.ts'
import { coupon, lamp, order, product, warranty } from '#main/testing/orderBook.ts'
import { intent, number, openPlaybookShop } from '#main/testing/playbookShop.ts'

const mia = 'mia@customer.test'

function openShop() {
  const shop = openPlaybookShop()
  shop.stores.orders.putOrders([order()])
  shop.stores.orders.putProducts([product()])
  return shop
}

test('a number alone asks how the order stands, also one with letters', () => {
  const { converse, stores } = openShop()
  stores.orders.putOrders([order({ id: 'o9', number: 'HP-20501', email: 'nina@customer.test' })])
  expect(converse('nina@customer.test').say('HP-20501', { facts: [number('HP-20501')] })?.body).toContain('HP-20501')
})

test('whoever writes from the address of their only order hears how it stands, with every value proved by a row', () => {
  const { converse } = openShop()
  const outcome = converse(mia).say('Where is my order?', { intents: [intent('order-status')] })
  expect(outcome?.action).toBe('reply')
  expect(outcome?.body).toContain('#1001')
  expect(outcome?.body).toContain('JD0140')
  expect(outcome?.body).toContain('5 March 2026')
  expect(outcome?.evidence).toContainEqual({ kind: 'order', ref: '#1001', field: 'tracking', value: 'JD0140' })
  expect(outcome?.state.playbook).toBeNull()
})

test('a stranger with an order number is asked for a code in the same words as for a number that does not exist', () => {
  const { converse } = openShop()
  const ask = (written: string) =>
    converse('eve@other.test').say(`Where is my order ${written}?`, {
      intents: [intent('order-status')],
      facts: [number(written)],
    })
  const [real, invented] = [ask('#1001'), ask('#9999')]
  expect(real?.action).toBe('ask')
  expect(real?.body).toBe(invented?.body)
  expect([real?.codeFor, invented?.codeFor]).toEqual(['o1', null])
  expect(real?.evidence).toEqual([])
})

test('after the right code the procedure goes on where it was; without one the owner takes over', () => {
  const { converse } = openShop()
  const proving = converse('eve@other.test')
  proving.say('Where is my order #1001?', { intents: [intent('order-status')], facts: [number('#1001')] })
  proving.prove('o1')
  expect(proving.say('It is 123456')?.body).toContain('JD0140')

  const guessing = converse('eve@other.test')
  const first = guessing.say('Where is order #1001?', { intents: [intent('order-status')], facts: [number('#1001')] })
  const second = guessing.say('I got no code')
  expect(second?.action).toBe('ask')
  expect(second?.body).not.toBe(first?.body)
  expect(second?.codeFor).toBeNull()
  expect(guessing.say('nothing came')).toMatchObject({ action: 'handoff', reason: 'not-verified', body: null })
})

test('a failed answer is asked for once more in other words, and then a person takes over', () => {
  const { converse } = openShop()
  const stranger = converse('eve@other.test')
  const first = stranger.say('Where is my parcel?', { intents: [intent('order-status')] })
  const second = stranger.say('no idea')
  expect([first?.action, second?.action]).toEqual(['ask', 'ask'])
  expect(second?.body).not.toBe(first?.body)
  expect(stranger.say('hm')).toMatchObject({ action: 'handoff', reason: 'failed-turns' })
})

test('what the contact said before is not asked again by a later procedure', () => {
  const { converse } = openShop()
  const asker = converse(null)
  asker.say('my number is #1001', { facts: [number('#1001')] })
  asker.prove('o1')
  const outcome = asker.say('I want my money back', { intents: [intent('refund-request')] })
  expect(outcome).toMatchObject({
    action: 'handoff',
    reason: 'owner-decides',
    proposal: { code: 'refund', detail: { number: '#1001' } },
  })
})

test('a request for a person is honoured in the middle of a procedure', () => {
  const { converse } = openShop()
  const asker = converse('eve@other.test')
  asker.say('Where is my parcel?', { intents: [intent('order-status')] })
  expect(asker.say('let me talk to a human', { wantsPerson: 'talk to a human' })).toMatchObject({
    action: 'handoff',
    reason: 'asked-for-person',
  })
})

test('a clear change of subject leaves the procedure, and coming back asks no third time', () => {
  const { converse } = openShop()
  const asker = converse('eve@other.test')
  asker.say('Where is my parcel?', { intents: [intent('order-status')] })
  expect(asker.say('And what are your opening hours on Sunday?', { intents: [intent('opening-hours')] })).toBeNull()
  const back = asker.say('So where is my parcel?', { intents: [intent('order-status')] })
  expect(back?.action).toBe('ask')
  expect(asker.say('dunno')?.action).toBe('handoff')
})

test('how something is done in general is for the knowledge, and so is everything before orders are there', () => {
  const { converse } = openShop()
  expect(converse(mia).say('How do I return something?', { intents: [intent('return-item')] })).toBeNull()
  const empty = openPlaybookShop()
  expect(empty.converse(mia).say('Where is my order?', { intents: [intent('order-status')] })).toBeNull()
  expect(empty.playbooks.list().find(({ id }) => id === 'order-status')?.missing).toEqual(['orders'])
})

test('a fault goes from purchase and warranty to the known fix with its guide', async () => {
  const { converse, stores, playbooks } = openShop()
  stores.orders.putOrders([order({ status: 'delivered' })])
  stores.orders.putWarranties([warranty()])
  await playbooks.importSolutions({
    name: 'known.csv',
    bytes: new TextEncoder().encode(
      'id,product,symptom,wordings,steps,guide\nflicker,Desk lamp,The lamp flickers,light keeps blinking,Tighten the bulb.,https://shop.test/flicker\n',
    ),
  })
  const asker = converse(mia)
  asker.prove('o1')
  const outcome = asker.say('My desk lamp flickers since yesterday, the light keeps blinking', {
    intents: [intent('product-fault')],
  })
  expect(outcome?.action).toBe('reply')
  expect(outcome?.body).toContain('Tighten the bulb.')
  expect(outcome?.body).toContain('https://shop.test/flicker')
  expect(outcome?.body).toContain('1 March 2028')
})

async function openGrinderShop(ends: string) {
  const shop = openPlaybookShop()
  const grinder = { ...lamp, sku: 'GRI-1', name: 'Tide grinder', serialNumber: null }
  shop.stores.orders.putOrders([order({ status: 'delivered', items: [grinder, lamp] })])
  shop.stores.orders.putWarranties([warranty({ sku: 'GRI-1', endsAt: new Date(ends) })])
  shop.stores.orders.putCoupons([coupon()])
  await shop.playbooks.importSolutions({
    name: 'known.csv',
    bytes: new TextEncoder().encode(
      'product,symptom,wordings,steps,guide\nTide grinder,The grinder is stuck,handle will not move|grinder jammed,Brush the burrs clean.,https://shop.test/grinder\n',
    ),
  })
  return shop
}
const jammed = 'The handle of my grinder will not move any more, it is jammed'

test('the address on the order hears the fix and the warranty of the thing they name, without a code', async () => {
  const { converse } = await openGrinderShop('2027-05-01T00:00:00Z')
  const outcome = converse(mia).say(jammed, { intents: [intent('product-fault')] })
  expect(outcome?.action).toBe('reply')
  for (const part of ['Brush the burrs clean.', 'https://shop.test/grinder', 'runs until 1 May 2027'])
    expect(outcome?.body).toContain(part)
  expect(outcome?.body).not.toMatch(/lamp|SORRY10/i)
})

test('after the warranty the answer holds its end and a coupon within the limit', async () => {
  const { converse, stores } = await openGrinderShop('2026-01-01T00:00:00Z')
  const ask = () => converse(mia).say(jammed, { intents: [intent('product-fault')] })?.body
  for (const part of ['Brush the burrs clean.', 'https://shop.test/grinder', 'ended on 1 January 2026', 'SORRY10'])
    expect(ask()).toContain(part)
  stores.settings.update({ couponLimitPercent: 5 })
  expect(ask()).toContain('ended on 1 January 2026')
  expect(ask()).not.toContain('SORRY10')
})

test('what was named in the message before the number is not forgotten', async () => {
  const { converse, stores } = await openGrinderShop('2027-05-01T00:00:00Z')
  stores.orders.putOrders([order({ id: 'o2', number: '#1002', status: 'delivered', items: [] })])
  const asker = converse(mia)
  expect(asker.say(jammed, { intents: [intent('product-fault')] })?.action).toBe('ask')
  expect(asker.say('#1001', { facts: [number('#1001')] })?.body).toContain('runs until 1 May 2027')
})

test('of a thing that is not in the order no warranty is told', async () => {
  const { converse, stores } = await openGrinderShop('2027-05-01T00:00:00Z')
  stores.orders.putProducts([product({ sku: 'KET-1', name: 'Harbour kettle', warrantyMonths: 24 })])
  for (const isProved of [false, true]) {
    const asker = converse(mia)
    if (isProved) asker.prove('o1')
    const outcome = asker.say('Is my harbour kettle still under warranty?', { intents: [intent('warranty')] })
    expect(outcome).toMatchObject({ action: 'handoff', proposal: { code: 'warranty-claim' } })
    expect(outcome?.body).not.toContain('2027')
  }
})

test('of a size or a colour that the row does not name it is not said that it is in stock', () => {
  const { converse, stores } = openShop()
  stores.orders.putProducts([product({ name: 'Desk lamp', description: 'Matte black, 40 cm' })])
  const say = (text: string) => converse(mia).say(text, { intents: [intent('stock')] })
  expect(say('Do you have the desk lamp in black, 40 cm?')?.body).toContain('in stock')
  expect(say('Do you have the desk lamp in red?')).toBeNull()
  expect(say('Do you have the desk lamp in 60 cm?')).toBeNull()
})

test('what can be had without a count is in stock, what cannot is sold out', () => {
  const { converse, stores } = openPlaybookShop()
  const ask = (name: string) => converse(null).say(`Is the ${name} in stock?`, { intents: [intent('stock')] })?.body
  stores.orders.putProducts([
    product({ id: 'p1', sku: 'A', name: 'Harbour kettle', stock: null, available: true }),
    product({ id: 'p2', sku: 'B', name: 'Driftwood mug', stock: null, available: false }),
    product({ id: 'p3', sku: 'C', name: 'Tide grinder', stock: null }),
  ])
  expect(ask('harbour kettle')).toContain('is in stock')
  expect(ask('driftwood mug')).toContain('sold out')
  expect(ask('tide grinder')).toBeUndefined()
})

test.each([
  ['es', 'Pedido #1001: Su pedido ha sido enviado.'],
  ['fr', 'Commande #1001 : Votre commande a été expédiée.'],
  ['de', 'Bestellung #1001: Ihre Bestellung ist verschickt.'],
  ['zh', '订单 #1001：您的订单已发货。'],
  ['pt', 'Order #1001: Your order has been sent.'],
])('an order is told in %s, or in English', (language, line) => {
  const outcome = openShop()
    .converse(mia)
    .say('?', { intents: [intent('order-status')], facts: [number('#1001')], language })
  expect(outcome?.body).toContain(line)
})

test('after the warranty a coupon within the limit is offered, never to somebody upset', async () => {
  const shop = openShop()
  const { stores, playbooks } = shop
  stores.orders.putOrders([order({ status: 'delivered' })])
  stores.orders.putWarranties([warranty({ endsAt: new Date('2026-01-01T00:00:00Z') })])
  stores.orders.putCoupons([coupon({ id: 'c2', code: 'BIG50', percent: 50 }), coupon()])
  await playbooks.importSolutions({
    name: 'known.jsonl',
    bytes: new TextEncoder().encode('{"symptom":"The lamp flickers","steps":"Tighten the bulb."}'),
  })
  const tell = (mood: 'calm' | 'angry') => {
    const asker = shop.converse(mia)
    asker.prove('o1')
    return asker.say('My desk lamp flickers all the time', { intents: [intent('product-fault')], mood, intensity: 3 })
  }
  expect(tell('calm')?.body).toContain('SORRY10')
  expect(tell('calm')?.body).not.toContain('BIG50')
  expect(tell('angry')?.body).toContain('Tighten the bulb.')
  expect(tell('angry')?.body).not.toContain('SORRY10')
})

test('a plain question about the warranty is answered without asking for a fault', () => {
  const { converse, stores } = openShop()
  stores.orders.putOrders([order({ status: 'delivered' })])
  stores.orders.putWarranties([warranty()])
  const asker = converse(mia)
  asker.prove('o1')
  const outcome = asker.say('Is my warranty still valid?', { intents: [intent('warranty')] })
  expect(outcome?.body).toBe('Your warranty runs until 1 March 2028.')
  expect(outcome?.evidence).toEqual([{ kind: 'warranty', ref: 'SN-0001', field: 'ends', value: '1 March 2028' }])
})

test('without a warranty row the months of the product count from the order', () => {
  const { converse, stores } = openShop()
  stores.orders.putOrders([order({ status: 'delivered' })])
  const asker = converse(mia)
  asker.prove('o1')
  const outcome = asker.say('Is my warranty still valid?', { intents: [intent('warranty')] })
  expect(outcome?.body).toBe('Your warranty runs until 1 March 2028.')
})

test('"it is broken" is no description: what is wrong is still asked', () => {
  const { converse, stores } = openShop()
  stores.orders.putOrders([order({ status: 'delivered' })])
  const asker = converse(mia)
  expect(asker.say('My lamp is broken', { intents: [intent('product-fault')] })?.action).toBe('ask')
  expect(asker.say('it hums')?.proposal?.detail.symptom).toBe('it hums')
})

test('what was asked for first is not forgotten over a question in between, and "the second one" picks from the list', () => {
  const { converse, stores } = openShop()
  const placedAt = new Date('2026-02-01T00:00:00Z')
  stores.orders.putOrders([
    order({ status: 'delivered' }),
    order({ id: 'o2', number: '#1002', status: 'delivered', placedAt }),
  ])
  const asker = converse(mia)
  const first = asker.say('My lamp is broken', { intents: [intent('product-fault')] })
  expect(first?.body).toMatch(/#1001[\s\S]+#1002/)
  const second = asker.say('the second one')
  expect(second).toMatchObject({ action: 'ask', state: { asking: { kind: 'fact', name: 'symptom' } } })
  expect(asker.say('it hums')?.proposal?.detail).toMatchObject({ symptom: 'it hums', number: '#1002' })
})

test('with no known fix and a photo the owner gets a prepared claim', () => {
  const { converse, stores } = openShop()
  stores.orders.putOrders([order({ status: 'delivered' })])
  const asker = converse(mia)
  const outcome = asker.say(
    'My lamp smells burnt when I switch it on',
    { intents: [intent('product-fault')] },
    { hasAttachments: true },
  )
  expect(outcome).toMatchObject({ action: 'handoff', proposal: { code: 'warranty-claim' } })
  expect(outcome?.proposal?.detail.symptom).toContain('smells burnt')
})

test('a broken text is refused with its line and the old one goes on working', () => {
  const { playbooks, changes } = openShop()
  const before = playbooks.get('order-status')
  const broken = before.yaml.replace('none: which-number', 'none: nowhere')
  const line = broken.split('\n').findIndex(one => one.includes('none: nowhere')) + 1
  expect(() => playbooks.save('order-status', broken)).toThrow(expect.objectContaining({ name: 'BrokenPlaybook' }))
  expect(playbooks.check(broken).problems).toContainEqual(
    expect.objectContaining({ problem: 'unknown-target', detail: 'nowhere', line }),
  )
  expect(playbooks.get('order-status')).toEqual(before)
  expect(changes.count).toBe(0)
})

test('a saved change is used at once, a switched-off one is not, and a reset brings back the shipped one', () => {
  const { playbooks, converse } = openShop()
  const { yaml } = playbooks.get('order-status')
  const changed = playbooks.save('order-status', yaml.replace('Carrier: {order.carrier}', 'Driven by {order.carrier}'))
  expect(changed).toMatchObject({ edited: true, shipped: true })
  const where = () => converse(mia).say('Where is my order?', { intents: [intent('order-status')] })?.body
  expect(where()).toContain('Driven by DHL')
  playbooks.setEnabled('order-status', false)
  expect(where()).toBeUndefined()
  playbooks.reset('order-status')
  expect(playbooks.get('order-status')).toMatchObject({ edited: false, enabled: true, yaml })
})

test('an own procedure needs an id of its own and keeps it', () => {
  const { playbooks } = openShop()
  const { yaml } = playbooks.get('complaint')
  const code = (id: string | null, text: string) => {
    try {
      playbooks.save(id, text)
      return null
    } catch (error) {
      return error instanceof Error && 'problems' in error ? error.problems : error
    }
  }
  expect(code(null, yaml)).toEqual([expect.objectContaining({ problem: 'id-taken' })])
  expect(code('complaint', yaml.replace('id: complaint', 'id: praise'))).toEqual([
    expect.objectContaining({ problem: 'id-changed' }),
  ])
  expect(code(null, yaml.replace('id: complaint', 'id: praise'))).toBeNull()
  expect(playbooks.list().find(({ id }) => id === 'praise')).toMatchObject({ shipped: false })
  playbooks.reset('praise')
  expect(playbooks.list().map(({ id }) => id)).not.toContain('praise')
})

test('a conversation does not go on in a procedure that was changed under it', () => {
  const { playbooks, converse } = openShop()
  const asker = converse('eve@other.test')
  asker.say('Where is my parcel?', { intents: [intent('order-status')] })
  playbooks.save('order-status', `${playbooks.get('order-status').yaml}\n# changed\n`)
  expect(asker.say('no idea')).toBeNull()
})

test('a test run plays on the newest order without storing anything', () => {
  const { playbooks, stores } = openShop()
  const { yaml } = playbooks.get('order-status')
  const run = playbooks.testRun(yaml, ['Where is my order?'])
  expect(run.outcome).toBe('told')
  expect(run.path).toEqual(['find-order', 'what-about', 'how-it-stands', 'on-the-way'])
  expect(run.turns.map(({ author }) => author)).toEqual(['contact', 'assistant'])
  expect(playbooks.testRun(yaml, ['lovely weather']).outcome).toBe('not-started')
  expect(stores.messages.page('none', null, 10).messages).toEqual([])
})

test('a test run plays as who the owner wants to be: a stranger hears of no order, and the account nothing in it', () => {
  const { playbooks, stores } = openShop()
  stores.orders.putOrders([order({ placedAt: new Date('2026-03-02') })])
  const { yaml } = playbooks.get('order-status')
  const play = (asker: TestAsker) => playbooks.testRun(yaml, ['Where is my order #1001?'], asker)
  expect(play('stranger')).toMatchObject({ outcome: 'asked', orderNumber: null })
  expect(JSON.stringify(play('stranger').turns)).not.toContain('JD0140')
  expect(play('account')).toMatchObject({ outcome: 'told', orderNumber: '#1001' })
  const own = yaml.replace(
    /steps:[^]*$/,
    `steps:
  - id: find
    look up: order
    found: verified
    several: person
    none: person
  - id: verified
    check: { order verified: yes }
    yes: say
    no: person
  - id: say
    tell: { en: Verified, zh: 已验证 }
    go to: end
`,
  )
  const outcomeOf = (asker: TestAsker) => playbooks.testRun(own, ['Where is my order #1001?'], asker).outcome
  expect([outcomeOf('proved'), outcomeOf('account')]).toEqual(['told', 'handed-over'])
})
