import type { Order } from '#contract/orders.ts'
import type { PlaybookTestRun, TestAsker } from '#contract/playbook.ts'
import type { FactName, Reading } from '#contract/understanding.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import type { Asker, OrderDesk } from '#domain/orders/desk.ts'
import type { PlaybookOutcome, PlaybookTurn } from '#domain/playbook/outcome.ts'
import type { Playbook } from '#domain/playbook/playbook.ts'
import { playbookFor } from '#domain/playbook/starts.ts'
import type { PlaybookTools } from '#domain/playbook/tools.ts'
import { awaits, continuePlaybook, startPlaybook } from '#domain/playbook/turn.ts'
import { languageOf } from '#domain/text/language.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores } from '#main/ports/stores.ts'
import { shopZone } from './shopZone.ts'

const HOUR_MS = 3_600_000

export interface PlaybookTestDeps {
  stores: Pick<Stores, 'orders' | 'settings'>
  tools: PlaybookTools
  deskFor(asker: Asker): OrderDesk
  /** `asked`: what the assistant asked for just before. */
  read(text: string, asked: FactName | null): Reading
  clock: Clock
}

interface TestInput {
  playbook: Playbook
  version: string
  messages: readonly string[]
  asker: TestAsker
  ownerLanguage: string
}

/**
 * Plays a dialogue on the shop's own records, as a stranger or as the customer of one order: the one they name, else the
 * newest. Nothing is sent and nothing stored.
 */
export function createPlaybookTest({ stores, tools, deskFor, read, clock }: PlaybookTestDeps) {
  function sampleOrder(readings: readonly Reading[]): Order | null {
    const named = readings
      .flatMap(({ facts }) => facts.filter(({ name }) => name === 'order-number'))
      .flatMap(({ value }) => stores.orders.ordersByNumber(value))
    const [order] = named.length > 0 ? named : stores.orders.orders({ text: '', offset: 0, limit: 1 }).items
    return order ?? null
  }

  return function runTest({ playbook, version, messages, asker, ownerLanguage }: TestInput): PlaybookTestRun {
    const now = clock.now()
    const order = asker === 'stranger' ? null : sampleOrder(messages.map(text => read(text, null)))
    const until = new Date(now.getTime() + HOUR_MS).toISOString()
    const identity = {
      proved: order === null || asker !== 'proved' ? [] : [{ orderId: order.id, until }],
      pending: null,
    }
    const addresses = order?.email == null ? [] : [{ kind: 'email' as const, address: order.email }]
    const desk = deskFor({ addresses, identity, now })
    const settings = stores.settings.get()
    const { shopName, couponLimitPercent } = settings
    const run: PlaybookTestRun = {
      turns: [],
      path: [],
      outcome: 'not-started',
      orderNumber: order?.number ?? null,
    }
    let lastSaid = ''
    let state: DialogueState = { ...freshDialogue, identity }

    for (const text of messages) {
      const reading = read(text, state.asking?.kind === 'fact' ? state.asking.name : null)
      const language = reading.language === 'und' ? languageOrOwn(text, ownerLanguage) : reading.language
      const shop = { name: shopName, couponLimitPercent, timeZone: shopZone(settings) }
      const turn: PlaybookTurn = { text, reading, state, desk, language, shop, hasAttachments: false, lastSaid, now }
      const input = { playbook, version, turn, tools, ownerLanguage }
      const outcome = play(input)
      run.turns.push({ author: 'contact', text, stepId: null })
      if (outcome === null) continue
      lastSaid = outcome.body ?? ''
      run.turns.push({ author: 'assistant', text: outcome.body ?? '', stepId: outcome.stand.stepId })
      run.path.push(...outcome.stand.path.slice(state.playbook?.path.length ?? 0))
      run.outcome = outcomeWord(outcome)
      if (outcome.action === 'handoff') break
      state = outcome.state
    }
    return run
  }
}

function play(input: Parameters<typeof startPlaybook>[0]): PlaybookOutcome | null {
  const { playbook, turn } = input
  const going = turn.state.playbook !== null && awaits(input) ? continuePlaybook(input) : null
  if (going !== null) return going
  return playbookFor([playbook], turn, () => true) === null ? null : startPlaybook(input)
}

function outcomeWord({ action }: PlaybookOutcome): PlaybookTestRun['outcome'] {
  if (action === 'handoff') return 'handed-over'
  return action === 'ask' ? 'asked' : 'told'
}

function languageOrOwn(text: string, own: string): string {
  const language = languageOf(text)
  return language === 'und' ? own : language
}
