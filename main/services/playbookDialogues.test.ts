import { expect, test } from 'vitest'
import { moodSchema, type Fact, type Mood, type Reading } from '#contract/understanding.ts'
import { orderStatusSchema, type Order } from '#contract/orders.ts'
import type { PlaybookOutcome } from '#domain/playbook/outcome.ts'
import { coupon, order, parcel, product, warranty } from '#main/testing/orderBook.ts'
import { intent, number, openPlaybookShop } from '#main/testing/playbookShop.ts'
import { createRandom } from '#main/testing/random.ts'

const customers = ['mia@customer.test', 'ben@customer.test', 'eve@customer.test']
const book: Order[] = customers.flatMap((email, who) =>
  orderStatusSchema.options.slice(0, who === 2 ? 1 : 9).map((status, index) =>
    order({
      id: `o-${who}-${index}`,
      number: `#${who + 1}00${index}`,
      email,
      status,
      shipments: ['shipped', 'delivered'].includes(status)
        ? [
            {
              ...parcel,
              trackingNumber: `TRACK-${who}-${index}`,
              deliveredAt: status === 'delivered' ? new Date('2026-02-20T00:00:00Z') : null,
            },
          ]
        : [],
    }),
  ),
)

async function openBusyShop() {
  const shop = openPlaybookShop()
  shop.stores.orders.putOrders(book)
  shop.stores.orders.putProducts([
    product(),
    product({ id: 'p2', sku: 'LAMP-2', name: 'Floor lamp', stock: 0, price: { minor: 12900, currency: 'EUR' } }),
    product({ id: 'p3', sku: 'LAMP-3', name: 'Floor lamp tall', stock: null }),
  ])
  shop.stores.orders.putWarranties([warranty({ orderNumber: '#1004' })])
  shop.stores.orders.putCoupons([coupon()])
  await shop.playbooks.importSolutions({
    name: 'known.jsonl',
    bytes: new TextEncoder().encode('{"symptom":"The lamp flickers","steps":"Tighten the bulb.","coupon":"SORRY10"}'),
  })
  return shop
}

interface Said {
  text: string
  change: Partial<Reading>
  hasAttachments: boolean
  /** Reads the code that was sent, and writes it. */
  proves: boolean
}

const openings: readonly [text: string, intentId: string][] = [
  ['Where is my order?', 'order-status'],
  ['My parcel never arrived', 'delivery-problem'],
  ['I want to return my lamp', 'return-item'],
  ['I would like to exchange my order', 'exchange-item'],
  ['I want my money back', 'refund-request'],
  ['Please cancel my order', 'cancel-order'],
  ['I need to change the address of my order', 'change-address'],
  ['My desk lamp flickers all the time', 'product-fault'],
  ['Is the floor lamp in stock?', 'stock'],
  ['What does the desk lamp cost, and is it in stock?', 'stock'],
  ['This is a complaint', 'complaint'],
  ['我的订单到哪里了？', 'order-status'],
]
const answers = [
  'yes',
  'no',
  'no idea',
  '??',
  'asdf jkl',
  'Desk lamp',
  'Floor lamp',
  'it flickers',
  'Main Street 5, 1010 Wien',
  '不知道',
  '要',
  '好的',
  'thank you',
  'TRACK-0-3',
  '🙂',
  'the blue one instead',
]
const asides: readonly [text: string, intentId: string][] = [
  ['And when are you open on Sundays?', 'opening-hours'],
  ['What does delivery to France cost?', 'delivery-cost'],
]

/** What somebody might write over a dozen turns; the same for the same seed. */
function scriptOf(seed: number): Said[] {
  const random = createRandom(seed)
  return Array.from({ length: 12 }, (_, turn) => {
    const isOpening = turn === 0 || random.chance(0.1)
    const [text, id] = isOpening
      ? random.pick(openings)
      : random.chance(0.1)
        ? random.pick(asides)
        : [random.pick(answers), null]
    const named: Fact[] = random.chance(0.2) ? [number(random.chance(0.8) ? random.pick(book).number : '#9999')] : []
    const change: Partial<Reading> = {
      language: /\p{Script=Han}/u.test(text) ? 'zh' : random.pick(['en', 'zh', 'fr']),
      intents: id === null ? (random.chance(0.1) ? [intent(random.pick(openings)[1], 0.6)] : []) : [intent(id)],
      facts: named,
      mood: random.pick(moodSchema.options),
      intensity: random.pick([0, 1, 2, 3]),
      wantsPerson: random.chance(0.03) ? 'a person please' : null,
    }
    return {
      text: [text, ...named.map(({ value }) => value)].join(' '),
      change,
      hasAttachments: random.chance(0.1),
      proves: random.chance(0.4),
    }
  })
}

interface Played {
  said: Said
  before: ReturnType<Awaited<ReturnType<typeof openBusyShop>>['converse']>['state']
  outcome: PlaybookOutcome | null
}

/** Until a person takes over or nothing is left to say. */
function play(
  shop: Awaited<ReturnType<typeof openBusyShop>>,
  script: readonly Said[],
  address: string | null,
  mood?: Mood,
): Played[] {
  const dialogue = shop.converse(address)
  const played: Played[] = []
  for (const said of script) {
    const before = dialogue.state
    const felt = mood === undefined ? {} : { mood, intensity: 3 }
    const outcome = dialogue.say(said.text, { ...said.change, ...felt }, said)
    played.push({ said, before, outcome })
    if (outcome?.action === 'handoff') break
    if (said.proves && outcome?.codeFor) dialogue.prove(outcome.codeFor)
  }
  return played
}

const passing = new Set(['choice', 'confirmation'])

test('in 1,000 dialogues nothing known is asked, nothing is asked a third time, and each procedure comes to its end', async () => {
  const shop = await openBusyShop()
  const ends = { reply: 0, handoff: 0, left: 0, open: 0 }
  let asked = 0
  for (let seed = 1; seed <= 1000; seed++) {
    const address = createRandom(seed * 7919).pick([...customers, 'stranger@other.test', null])
    const played = play(shop, scriptOf(seed), address)
    const asks = new Map<string, number>()
    let inARow = 0
    for (const { said, before, outcome } of played) {
      if (said.change.wantsPerson && outcome !== null) expect(outcome.reason).toBe('asked-for-person')
      if (said.change.wantsPerson && before.asking !== null) expect(outcome?.action).toBe('handoff')
      inARow = outcome?.action === 'ask' ? inARow + 1 : 0
      expect(inARow).toBeLessThanOrEqual(7)
      if (outcome?.action === 'handoff') expect(outcome.reason).not.toBeNull()
      if (outcome?.action === 'reply') {
        expect(outcome.body).not.toBeNull()
        // What was open is settled; a later request may ask for itself.
        asks.clear()
      }
      const name = outcome?.action === 'ask' && outcome.state.asking?.kind === 'fact' ? outcome.state.asking.name : null
      if (name === null || outcome === null) continue
      asked += 1
      expect(outcome.body?.trim()).toBeTruthy()
      if (!passing.has(name)) expect(outcome.state.facts.map(fact => fact.name)).not.toContain(name)
      const key = `${name} ${passing.has(name) ? outcome.stand.stepId : ''}${outcome.state.playbook?.found['asked-number'] ?? ''}`
      asks.set(key, (asks.get(key) ?? 0) + 1)
      expect(asks.get(key), `seed ${seed}, ${key}`).toBeLessThanOrEqual(2)
    }
    const last = played.at(-1)?.outcome ?? null
    ends[last === null ? 'left' : last.action === 'ask' ? 'open' : last.action] += 1
  }
  // Enough of each, so that the claims above were really put to the test.
  expect(ends.handoff).toBeGreaterThan(400)
  expect(asked).toBeGreaterThan(1000)
}, 120_000)

test('nobody hears of an order that is neither theirs nor proved', async () => {
  const shop = await openBusyShop()
  for (let seed = 1; seed <= 300; seed++) {
    const address = createRandom(seed * 7919).pick([...customers, 'stranger@other.test', null])
    for (const { before, outcome } of play(shop, scriptOf(seed), address)) {
      const proved = new Set(before.identity.proved.map(({ orderId }) => orderId))
      const foreign = book.filter(({ id, email }) => email !== address && !proved.has(id))
      const told = JSON.stringify([outcome?.body, outcome?.evidence, outcome?.proposal?.detail.tracking])
      const leaked = foreign
        .flatMap(one => one.shipments.map(({ trackingNumber }) => trackingNumber))
        .filter(
          tracking => told.includes(`"${tracking}`) || told.includes(`：${tracking}`) || told.includes(`: ${tracking}`),
        )
      expect(leaked).toEqual([])
      const refs =
        outcome?.evidence.filter(({ kind, field }) => kind === 'order' && field !== 'list').map(({ ref }) => ref) ?? []
      expect(refs.filter(ref => foreign.some(one => one.number === ref))).toEqual([])
    }
  }
}, 120_000)

test('the same words bring the same prices, records and rights in every mood; only offers are kept from the upset', async () => {
  const shop = await openBusyShop()
  let prices = 0
  for (let seed = 1; seed <= 120; seed++) {
    const address = createRandom(seed * 104_729).pick(customers)
    // One turn each, because an offer that is not made changes what comes after it.
    const first = scriptOf(seed).slice(0, 1)
    const byMood = moodSchema.options.map(mood => {
      const [turn] = play(shop, first, address, mood)
      const evidence = turn?.outcome?.evidence ?? []
      return {
        mood,
        evidence: evidence.filter(({ kind }) => kind !== 'coupon'),
        coupons: evidence.filter(({ kind }) => kind === 'coupon'),
      }
    })
    const [reference] = byMood
    for (const { mood, evidence, coupons } of byMood) {
      expect(evidence.filter(({ field }) => field === 'price')).toEqual(
        reference?.evidence.filter(({ field }) => field === 'price'),
      )
      if (['disappointed', 'frustrated', 'angry', 'anxious'].includes(mood)) expect(coupons).toEqual([])
      else expect(coupons).toEqual(reference?.coupons)
    }
    prices += reference?.evidence.filter(({ field }) => field === 'price').length ?? 0
  }
  expect(prices).toBeGreaterThan(0)
}, 120_000)
