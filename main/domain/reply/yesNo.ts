import type { Entry } from '#contract/knowledge.ts'
import { stem } from '#domain/text/words.ts'
import { contentWords } from './questions.ts'
import { anywhere, fold, matchesAny, words } from './wordings/fold.ts'

const yesOrNo = [
  words(
    '^(?:yes|yep|no|nope|of course|certainly|absolutely|sure|unfortunately not)(?=[,.!;: ])',
    '^(?:si|no|claro)(?=[,.!;: ])',
    '^(?:oui|non|bien sur)(?=[,.!;: ])',
    '^(?:ja|nein|naturlich|leider nein)(?=[,.!;: ])',
  ),
  anywhere(
    '^(?:是的?|对的?|可以的?|能的?|有的?|会的?|支持|不是|不可以|不能|没有|不行|不支持|不会|不用|不|否|没)[，,。.!！;；]',
    '^(?:はい|いいえ)',
    '^(?:نعم|لا)(?=[،,. ])',
  ),
]
const LONGEST = 160

/**
 * The entry's own question, where its answer begins with a yes or no that may not be one to the contact's: "Yes, the mugs
 * are safe for the dishwasher" is no yes to "Are they safe for the oven?". Null where none is needed.
 */
export function questionOfYes({ question, wordings, answer }: Entry, asked: string): string | null {
  if (question.length > LONGEST || !matchesAny(fold(answer), yesOrNo)) return null
  const named = contentWords(asked).map(stem)
  const isOwn = [question, ...wordings].some(wording => {
    const own = new Set(contentWords(wording).map(stem))
    return named.every(word => own.has(word))
  })
  return isOwn ? null : question
}
