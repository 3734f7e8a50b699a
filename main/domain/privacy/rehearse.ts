import { documentRules } from './documents.ts'
import { formRules } from './forms.ts'
import { introducedNames } from './introductions.ts'
import { peopleIn } from './people.ts'
import { postcodesIn } from './postcodes.ts'
import { streetForms, town, unit } from './streetForms.ts'
import { addressesIn } from './addresses.ts'

const plain = 'Hello, my name is Anna Brown. I live at 12 Long Street, Springfield 12345. Please call 030 123456.'
/** Patterns are made ready apart for texts with letters of two bytes. */
const samples = [plain, `${plain} 你好`]
const patterns = [...streetForms, ...documentRules, ...formRules].map(({ pattern }) => pattern)
/** The second use makes them quick. */
const USES = 2

/**
 * The engine makes a pattern ready when it is first used, which takes all of them together a tenth of a second. Between
 * the steps of this other work goes on, and `redact` is quick after it.
 */
export function* rehearseRedaction(): Generator<undefined> {
  for (const sample of samples) {
    for (let use = 0; use < USES; use++) {
      for (const pattern of patterns) {
        for (const _ of sample.matchAll(pattern)) break
        yield
      }
      for (const pattern of [town, unit]) pattern.test(sample)
      yield
      for (const look of [introducedNames, postcodesIn, addressesIn, peopleIn]) {
        look(sample)
        yield
      }
    }
  }
}
