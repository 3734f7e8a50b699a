import type { Reading } from '#contract/understanding.ts'
import { questionsIn } from '#domain/reply/questions.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'
import { leadingIntent } from './leading.ts'
import { isPersonal } from './personal.ts'
import type { DialogueState } from './state.ts'

/**
 * Where an answer is looked for first. `continue`: the running procedure; `aside`: the knowledge, and the procedure only when
 * that is not sure; `procedure`: one is started before the knowledge is asked; `knowledge`: the other way round.
 */
export type Course = 'continue' | 'aside' | 'procedure' | 'knowledge'

const general = [
  words(
    '^(?:(?:hi|hello|hey|please|also|and) )*(?:how|what|when|which|who|do you|does|is there|are there|is it|can i|can we|could i|may i|am i able)',
    '^(?:hola )?(?:como|que|cual|cuando|puedo|hay|tienen|se puede)',
    '^(?:bonjour )?(?:comment|quel(?:le)?s?|quand|puis-je|peut-on|est-ce|y a-t-il|avez-vous)',
    '^(?:hallo |guten tag )?(?:wie|was|wann|welche[rs]?|kann (?:ich|man)|gibt es|ist es|haben sie)',
  ),
  anywhere(
    '怎么|怎样|如何|多久|多少|可以.*吗|能.*吗|有没有|是不是|什么(?:时候|条件|政策)|どうやって|どのくらい|できますか|いつ|كيف|متى|هل|ما هي',
  ),
]

/** A confident answer of the shop is better than starting a procedure, unless it is about something of the contact's own. */
export function courseOf(text: string, reading: Reading, { playbook, asking }: DialogueState): Course {
  const lead = leadingIntent(reading)
  const own = isPersonal(text, reading)
  const asksInGeneral = !own && questionsIn(text).length > 0 && matchesAny(fold(text), general)
  if (playbook !== null) {
    const isAnswer = asking?.kind === 'fact' && reading.facts.some(({ name }) => name === asking.name)
    return !isAnswer && asksInGeneral ? 'aside' : 'continue'
  }
  if (lead === null) return own ? 'procedure' : 'knowledge'
  return lead.kind === 'general' || asksInGeneral ? 'knowledge' : 'procedure'
}
