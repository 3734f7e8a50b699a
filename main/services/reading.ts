import type { Reading } from '#contract/understanding.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import { looksLikeInjection } from '#domain/reply/wordings/injection.ts'
import { asksForPerson } from '#domain/reply/wordings/person.ts'
import { risksIn } from '#domain/reply/wordings/sensitive.ts'
import { languageOf } from '#domain/text/language.ts'
import type { Reader } from './assistantTurn.ts'

/** Understands by rules alone. */
export function createRulesReader(): Reader {
  return {
    read: text => readByRules(text),
    judge: sentence => ({
      injection: looksLikeInjection(sentence) ? 1 : 0,
      outOfScope: 0,
      isHeld: risksIn(sentence).length > 0 || asksForPerson(sentence),
    }),
  }
}

function readByRules(text: string): Reading {
  const language = languageOf(text)
  return {
    language,
    languages: [language],
    intents: [],
    facts: [],
    mood: 'unsure',
    intensity: 0,
    moodQuotes: [],
    risks: risksIn(text).map(risk => ({ risk, quote: '' })),
    wantsPerson: asksForPerson(text) ? text : null,
    courtesy: courtesyIn(text),
    injection: looksLikeInjection(text) ? { score: 1, quote: text } : null,
    outOfScope: 0,
  }
}
