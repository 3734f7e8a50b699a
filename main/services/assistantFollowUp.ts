import { courseOf } from '#domain/dialogue/course.ts'
import { completed, pointsBackOnly, swappedIn, thingIn, withThing } from '#domain/dialogue/followUp.ts'
import { isSaidInFull } from '#domain/dialogue/inFull.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import { forcedTopics } from '#domain/reply/gate.ts'
import { contentWords, isBrief, leansOnEarlier } from '#domain/reply/questions.ts'
import { fold } from '#domain/reply/wordings/fold.ts'
import { terms } from '#domain/text/words.ts'
import type { Recalled } from './assistantRecall.ts'
import type { PreparedTurn, Reader } from './assistantTurn.ts'

/** `unknown`: "it" could be anything. `other`: what was found is about another thing than the one that was spoken of. */
export type Subject = 'clear' | 'unknown' | 'other'

const LONGEST_NAME = 4
/** With less than this the question is not about anything that the shop wrote of. */
const WORTH_ASKING = 0.2

/** Understands what follows up on the turns before: "How do I clean it?", "and to Canada?". */
export function createFollowUps({ reader }: { reader: Pick<Reader, 'thingIn' | 'read'> }) {
  const namesThing = (text: string) => reader.thingIn(text)

  function before({ question: { history } }: PreparedTurn): string[] {
    return history.filter(({ author }) => author === 'contact').map(({ text }) => text)
  }

  return {
    /** The answer to "which product is it about?", put into the question it was asked for; null when none was asked. */
    named(turn: PreparedTurn): string | null {
      const { asking, playbook } = turn.state
      const earlier = before(turn).findLast(text => pointsBackOnly(text, namesThing))
      const isAsked = asking?.kind === 'fact' && asking.name === 'product' && playbook === null
      if (!isAsked || earlier === undefined || contentWords(turn.matter).length > LONGEST_NAME) return null
      const thing = namesThing(turn.matter) ?? turn.matter.replace(/^the /iu, '')
      return withThing(earlier, thing)
    },

    /** "And the grinder?" as the question it stands for; the turn itself when it is none such. */
    unfolded(turn: PreparedTurn): PreparedTurn {
      const { asking, playbook } = turn.state
      const full = asking === null && playbook === null ? swappedIn(turn.matter, before(turn), namesThing) : null
      return full === null ? turn : { ...turn, matter: full, reading: reader.read(full, [], null, turn.now) }
    },

    /** The turn's question in full; null when it needs nothing, or nothing before completes it. */
    inFull: (turn: PreparedTurn): string | null => completed(turn.matter, before(turn), namesThing),

    /** It cannot be understood, or not surely, without what was said before. */
    leans(turn: PreparedTurn): boolean {
      const { asking, playbook } = turn.state
      const isOpen = asking === null && playbook === null && courtesyIn(turn.matter) === null
      return isOpen && before(turn).length > 0 && (leansOnEarlier(turn.matter) || isBrief(turn.matter))
    },

    /** The turn with the question that was written for it; null when that says anything else, or is none to answer by itself. */
    asWritten(turn: PreparedTurn, whole: string): PreparedTurn | null {
      const { question, matter, state } = turn
      const earlier = question.history.map(({ text }) => text)
      if (fold(whole) === fold(matter) || !isSaidInFull(whole, { message: matter, earlier }, namesThing)) return null
      const reading = reader.read(whole, [], null, turn.now)
      const isForPerson = forcedTopics(reading).length > 0 || reading.wantsPerson !== null || reading.injection !== null
      if (isForPerson || courseOf(whole, reading, state) !== 'knowledge') return null
      return { ...turn, matter: whole, reading, question: { ...question, history: [] } }
    },

    /** Whether what was found is about the thing that "it" stands for. */
    subjectOf(turn: PreparedTurn, { best, reason, confidence }: Recalled): Subject {
      const found = best === null ? null : namesThing(best.entry.question)
      if (found === null || !pointsBackOnly(turn.matter, namesThing)) return 'clear'
      const earlier = before(turn).filter(text => courtesyIn(text) === null)
      const meant = thingIn(earlier, namesThing)
      const isFirst = earlier.length === 0 && confidence >= WORTH_ASKING
      if (meant === null) return reason === null || isFirst ? 'unknown' : 'clear'
      const own = new Set(terms(meant))
      return terms(found).some(term => own.has(term)) ? 'clear' : 'other'
    },
  }
}
