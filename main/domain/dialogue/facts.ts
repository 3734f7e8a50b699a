import type { ChannelKind } from '#contract/channel.ts'
import type { Fact, FactName } from '#contract/understanding.ts'

/** What belongs to one question only: "yes" said once is no "yes" to the next one. */
const passing: ReadonlySet<FactName> = new Set<FactName>(['choice', 'confirmation', 'verification-code'])
/** Whom to believe first where two say otherwise: the contact's own words are the newest. */
const weight = { message: 0, owner: 1, order: 2, contact: 3 } as const satisfies Record<Fact['source'], number>
/** Two orders can be talked about; a long conversation does not fill up with old ones. */
const MOST_OF_A_NAME = 3

/**
 * What is known after this turn, the word that counts first: `find(fact => fact.name === …)` gives it. Facts that answer
 * only the present question are not kept.
 */
export function mergeFacts(known: readonly Fact[], fresh: readonly Fact[]): Fact[] {
  const lasting = fresh.filter(({ name }) => !passing.has(name))
  const all = [...lasting, ...known].toSorted((one, other) => weight[one.source] - weight[other.source])
  const kept: Fact[] = []
  for (const fact of all) {
    const same = kept.filter(({ name }) => name === fact.name)
    if (same.length < MOST_OF_A_NAME && !same.some(({ value }) => value === fact.value)) kept.push(fact)
  }
  return kept
}

export function withoutPassing(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ name }) => !passing.has(name))
}

/** After an answer about another product "it" is no longer the one that was named before. */
export function withoutOtherProduct(facts: readonly Fact[], answered: readonly Fact[]): readonly Fact[] {
  const spokenOf = answered.filter(({ name }) => name === 'product').map(({ value }) => value)
  if (spokenOf.length === 0) return facts
  return facts.filter(({ name, value }) => name !== 'product' || spokenOf.includes(value))
}

/** What the channel and the address book say of a contact. A chat id is no phone number. */
export function factsOfContact(name: string, addresses: readonly { kind: ChannelKind; address: string }[]): Fact[] {
  const facts: Fact[] = []
  const looksLikeName = name.trim() !== '' && !name.includes('@')
  if (looksLikeName) facts.push({ name: 'name', value: name.trim(), quote: '', source: 'contact' })
  for (const { kind, address } of addresses) {
    if (kind === 'email') facts.push({ name: 'email', value: address, quote: '', source: 'contact' })
  }
  return facts
}
