import type { GraphCondition, PlaybookGraph } from '#contract/playbook.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { textAt } from '#renderer/i18n/textAt.ts'

/** Paths of catalog texts are joined with points. */
const keyOf = (about: string) => about.replaceAll(/[. ]/g, '-')

function either(parts: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage(), { type: 'disjunction' }).format(parts)
}

/** The words of one condition: "more than 30 days since delivery". A code that has none is shown as it is. */
export function conditionWords({ about, comparison, values }: GraphCondition): string {
  const words = (key: string, with_: Record<string, string> = {}) =>
    textAt(['playbooks', 'condition', keyOf(about), key], with_)
  if (comparison === 'unknown') return words('unknown') ?? about
  if (comparison !== 'one of') {
    const number = values[0] ?? ''
    const compared = textAt(['playbooks', 'compared', keyOf(comparison)], { number }) ?? number
    return words(`${comparison} ${number}`) ?? words('is', { compared })?.trimEnd() ?? `${about} ${compared}`
  }
  const phrases = values.map(value => words(value))
  if (phrases.every(phrase => phrase !== null)) return either(phrases)
  return (
    words('is', {
      values: either(values.map(value => valueWord(about, value))),
    }) ?? about
  )
}

function valueWord(about: string, value: string): string {
  const path = pathOf(about, value)
  const word = path && textAt(path)
  if (word === null) return value
  // A state stands inside the sentence; the name of a request is somebody's heading.
  return about === 'order.status'
    ? word.toLocaleLowerCase(currentLanguage())
    : (textAt(['reading', 'quote'], { words: word }) ?? word)
}

function pathOf(about: string, value: string): string[] | null {
  if (about === 'order.status') return ['orders', 'status', value]
  if (about === 'known') return ['reading', 'fact', value]
  return about === 'asks for' ? ['intent', value, 'name'] : null
}

/** All of them hold; said one after the other, as a list would hide where each begins. */
export function conditionsWords(conditions: readonly GraphCondition[]): string {
  return conditions.map(conditionWords).join(textAt(['playbooks', 'and']) ?? ', ')
}

/** What leads along a way; several cases may. */
export function wayWords({ label, cases = [] }: PlaybookGraph['edges'][number]): string {
  const words = label === '' ? [] : label.split(' / ').map(word => textAt(['playbooks', 'way', word]) ?? word)
  return [...cases.map(conditionsWords), ...words].join(' / ')
}
