import type { Random } from './random.ts'

/** What may stand for `{p}` and the like. */
export type Slots = ReadonlyMap<string, readonly string[]>

/**
 * One of the many texts a pattern stands for: `(a|b|)` is a choice, `{p}` a slot.
 * Choices do not nest.
 */
export function oneOf(pattern: string, slots: Slots, random: Random): string {
  return pattern
    .replaceAll(/\(([^)]*)\)/g, (_, choices: string) => random.shuffled(choices.split('|'))[0] ?? '')
    .replaceAll(/\{(\w+)\}/g, (whole, slot: string) => random.shuffled(slots.get(slot) ?? [whole])[0] ?? whole)
    .replaceAll(/ +/g, ' ')
    .replaceAll(/ ,/g, ',')
    .trim()
}

/** At most `count` different texts of a pattern. */
export function textsOf(pattern: string, count: number, slots: Slots, random: Random): string[] {
  const found = new Set<string>()
  for (let attempt = 0; attempt < count * 2 && found.size < count; attempt++) found.add(oneOf(pattern, slots, random))
  return [...found]
}

/** The same text about another thing, so that no thing is taken for a matter of its own. */
export function aboutAnother(text: string, things: readonly string[], random: Random): string {
  const found = things
    .filter(thing => thing.length > 1 && mentions(text, thing))
    .toSorted((a, b) => b.length - a.length)
  const [thing] = found
  const other = things[random.below(things.length)]
  return thing === undefined || other === undefined ? text : text.replace(thing, other)
}

function mentions(text: string, thing: string): boolean {
  const at = text.indexOf(thing)
  if (at < 0) return false
  // Words of scripts with blanks must stand alone.
  const [before, after] = [text.charAt(at - 1), text.charAt(at + thing.length)]
  return !/[a-z]/i.test(thing) || !(/[a-z]/i.test(before) || /[a-z]/i.test(after))
}
