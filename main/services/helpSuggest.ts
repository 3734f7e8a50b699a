import type { Answer, Citation, Writing } from '#contract/assistant.ts'
import type { Conversation } from '#contract/conversation.ts'
import type { DraftPiece } from '#contract/help.ts'
import type { Entry } from '#contract/knowledge.ts'
import { quotedIn } from '#domain/help/quoted.ts'
import { assignmentOf } from '#domain/reply/assignment.ts'
import { composeWritten } from '#domain/reply/compose.ts'
import { phrasesFor } from '#domain/reply/phrases.ts'
import { ModelFailure } from '#main/ports/languageModel.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Assistant } from './assistant.ts'
import type { AssistantQuestion } from './assistantTurn.ts'
import { NoHelp, NotFound } from './errors.ts'
import { createLatestQuestion, type LatestQuestionDeps } from './helpQuestion.ts'
import type { SearchKnowledge } from './searchOnce.ts'
import { whileWorking } from './whileWorking.ts'
import type { WritingService } from './writing.ts'

export interface HelpSuggestDeps extends LatestQuestionDeps {
  stores: LatestQuestionDeps['stores'] & Pick<Stores, 'settings' | 'knowledge'>
  assistant: Pick<Assistant, 'answer'>
  search: SearchKnowledge
  /** Puts the built-in suggestion into words; null where no model can. */
  writing: WritingService | null
}

const LOOK_AT = 10
const LONGEST_SEARCHED = 1000

type Say = (text: string) => void

interface Suggested {
  text: string
  citations: readonly Citation[]
  writing: Writing | null
}

/** What could be answered to the latest words of a contact, for the owner to change and send. Nothing is sent or kept. */
export function createHelpSuggest(deps: HelpSuggestDeps) {
  const { stores, assistant, search, writing } = deps
  const latestQuestion = createLatestQuestion(deps)

  /** The owner sends it as their own words, so it does not say that an assistant wrote it. */
  function withoutNote(text: string, language: string): string {
    const { assistantNote } = phrasesFor(language, shopLanguage())
    return text.replace(assistantNote, '').trim()
  }

  function shopLanguage(): string {
    return stores.settings.get().language.slice(0, 2)
  }

  /** What the assistant would say itself; null where it would pass on. */
  function ownReply({ reply, citations, codeFor, writing: written }: Answer): Suggested | null {
    // A reply that speaks of a one-time code is true only when the assistant sends it together with the code.
    return reply === null || codeFor !== null ? null : { text: reply, citations, writing: written }
  }

  /** What the suggestion may have been taken from; decisions made without looking name no candidates. */
  async function entriesFor({ candidates, question }: Answer): Promise<Entry[]> {
    const known = candidates.flatMap(({ entryId }) => stores.knowledge.entry(entryId) ?? [])
    if (known.length > 0) return known
    const { ranked } = await search(question.slice(0, LONGEST_SEARCHED), LOOK_AT)
    return ranked.map(({ entry }) => entry)
  }

  /** What is likely enough to be worth reading, though not sure enough to be sent unseen. */
  async function likelyReply(
    text: string,
    answer: Answer,
    question: AssistantQuestion,
    { say, signal }: { say: Say | null; signal: AbortSignal | undefined },
  ): Promise<Suggested> {
    const entries = await entriesFor(answer)
    const citations = quotedIn(text, entries, id => stores.knowledge.sourceName(id) ?? '')
    const builtIn = { text, citations, writing: null }
    const languages = new Map(entries.map(({ id, language }) => [id, language]))
    const told = citations.map(one => ({ ...one, language: languages.get(one.entryId) ?? 'und' }))
    const assignment = assignmentOf({ body: null, citations: told, matter: question.text }, answer.language)
    if (say === null || assignment === null || writing === null || !writing.isThere()) return builtIn
    const { messageId: key, contactName, maxTextLength: maxLength, history } = question
    const task = { assignment, builtIn: text, message: question.text, history, contactName, maxLength, key, signal }
    const { body, writing: written } = await writing.write({ ...task, urgency: 'owner', onText: say })
    const { shopName, signature } = stores.settings.get()
    const own = signature.trim() === '' ? shopName : signature
    const { sorry } = phrasesFor(answer.language, shopLanguage())
    const voice = {
      language: answer.language,
      shopLanguage: shopLanguage(),
      contactName,
      signature: own,
      sayAssistant: false,
      hadTrouble: text.includes(sorry),
    }
    const worded = body === null ? null : composeWritten(body, voice, assignment.language, maxLength)
    if (worded === null) return builtIn
    const named = new Set(written.sentences.flatMap(({ problem, sources }) => (problem === null ? sources : [])))
    return { text: worded, citations: citations.filter(({ entry }) => named.has(entry)), writing: written }
  }

  /** `say` null: without the model. */
  async function suggested(
    conversation: Conversation,
    say: Say | null,
    signal: AbortSignal | undefined,
  ): Promise<DraftPiece> {
    const { question, state } = latestQuestion(conversation)
    const model = say && { urgency: 'owner' as const, onDraft: say, triesBefore: 0, ...(signal && { signal }) }
    const { answer, handover } = await assistant.answer({ ...question, model }, state)
    signal?.throwIfAborted()
    const likely = handover?.brief.suggestedReply ?? null
    const found =
      ownReply(answer) ?? (likely === null ? null : await likelyReply(likely, answer, question, { say, signal }))
    if (found === null) throw new NoHelp('nothing-known')
    const written = found.writing === null || found.writing.used === 'not' ? null : found.writing
    const leftOut = written?.sentences.filter(({ problem }) => problem !== null) ?? []
    return {
      type: 'done',
      text: withoutNote(found.text, answer.language),
      by: written === null ? 'built-in' : 'model',
      citations: [...found.citations],
      leftOut: leftOut.map(({ text }) => text),
    }
  }

  return async function* suggest(conversationId: string, signal?: AbortSignal): AsyncGenerator<DraftPiece> {
    const conversation = stores.conversations.get(conversationId)
    if (conversation === null) throw new NotFound()
    yield yield* whileWorking<DraftPiece, DraftPiece>(async say => {
      try {
        return await suggested(conversation, text => say({ type: 'text', text }), signal)
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error
        return await suggested(conversation, null, signal)
      }
    })
  }
}
