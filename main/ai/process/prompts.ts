import {
  LlamaText,
  resolveChatWrapper,
  SpecialToken,
  type ChatHistoryItem,
  type LlamaModel,
  type LlamaTextValue,
  type Token,
} from 'node-llama-cpp'
import type { Work } from '#main/ai/modelCalls.ts'
import { fitParts } from '#domain/prompt/fitParts.ts'
import { CallFailure } from './failure.ts'

/** A prompt in the model's own words and template. */
export interface Prompt {
  tokens: Token[]
  /** How many of them are the shop's fixed part, the same for each call with it. */
  fixed: Token[]
  /** What ends a reply beside the model's own end: texts of the template, and tokens. */
  stops: string[]
  stopTokens: ReadonlySet<Token>
  /** The reply begins inside of a thought, as the template has opened one. */
  opensThought: boolean
}

/** A thought is written between these, before the reply. */
export interface Thought {
  open: string
  close: string
}

/** llama.cpp needs room for the next token and one more. */
const kept = 2
/** Fixed parts whose tokens are remembered. */
const mostFixed = 8

/** Makes prompts with the template that came with the model. Text of people never becomes one of its control tokens. */
export function createPrompts(model: LlamaModel, contextTokens: number) {
  // No day and no thoughts: the fixed part must stay the same, and nobody waits for thoughts.
  const wrapper = resolveChatWrapper(model, {
    warningLogs: false,
    customWrapperSettings: {
      qwen: { thoughts: 'discourage' },
      'llama3.1': { todayDate: null, cuttingKnowledgeDate: null },
      'llama3.2-lightweight': { todayDate: null, cuttingKnowledgeDate: null },
      jinjaTemplate: { additionalRenderParameters: { enable_thinking: false } },
    },
  })
  const segment = wrapper.settings.segments?.thought
  /** Some templates open a thought themselves and do not say with what. */
  const opening = segment?.prefix
  const opened = typeof opening === 'object' && 'type' in opening
  const thought: Thought = {
    open: LlamaText(opening === undefined || opened ? '<think>' : opening)
      .toString()
      .trim(),
    close: LlamaText(segment?.suffix ?? '</think>')
      .toString()
      .trim(),
  }
  const fixedParts = new Map<string, { fixed: Token[]; empty: number }>()

  function state(prefix: string, text: string) {
    const chatHistory: ChatHistoryItem[] = [
      ...(prefix === '' ? [] : [{ type: 'system', text: prefix } as const]),
      { type: 'user', text },
      { type: 'model', response: [] },
    ]
    return wrapper.generateContextState({ chatHistory })
  }

  function tokensOf(prefix: string, text: string): Token[] {
    return state(prefix, text).contextText.tokenize(model.tokenizer)
  }

  /** What two quite different messages have in common at the beginning. */
  function fixedPart(prefix: string) {
    const known = fixedParts.get(prefix)
    if (known !== undefined) return known
    const one = tokensOf(prefix, 'Where is it?')
    const other = tokensOf(prefix, '7 在哪里')
    const part = { fixed: one.slice(0, sameUntil(one, other)), empty: tokensOf(prefix, '').length }
    const [oldest] = fixedParts.keys()
    if (fixedParts.size >= mostFixed && oldest !== undefined) fixedParts.delete(oldest)
    fixedParts.set(prefix, part)
    return part
  }

  function stopsOf(triggers: readonly LlamaText[]): Pick<Prompt, 'stops' | 'stopTokens'> {
    const alone = triggers.map(trigger => trigger.tokenize(model.tokenizer)).filter(tokens => tokens.length === 1)
    // Tokens like the one for the end have names, which are words like any other: no text of the model ends there.
    const named = (value: LlamaTextValue) => value instanceof SpecialToken
    const plain = triggers.filter(({ values }) => !values.some(named))
    const stops = plain.map(trigger => trigger.toString()).filter(stop => stop.trim() !== '')
    return { stops, stopTokens: new Set(alone.flat()) }
  }

  return {
    thought,
    fixedOf: (prefix: string) => fixedPart(prefix).fixed,
    /** Parts that do not fit are left out. Throws CallFailure `too-long`. */
    of({ prefix, parts, maxTokens }: Pick<Work, 'prefix' | 'parts' | 'maxTokens'>): Prompt {
      const most = contextTokens - kept - maxTokens
      const sizes = parts.map(({ text }) => model.tokenize(text).length)
      const { fixed, empty } = fixedPart(prefix)
      let room = most - empty
      for (;;) {
        const fitting = fitParts(parts, sizes, room)
        if (fitting === null) throw new CallFailure('too-long')
        const text = fitting.map(part => part.text).join('')
        const { contextText, stopGenerationTriggers } = state(prefix, text)
        const tokens = contextText.tokenize(model.tokenizer)
        // Where parts meet, words may be cut in another way than alone.
        const excess = tokens.length - most
        if (excess <= 0) {
          const end = contextText.toString().trimEnd()
          return {
            tokens,
            fixed,
            ...stopsOf(stopGenerationTriggers),
            opensThought: !end.endsWith(thought.close) && (opened || end.endsWith(thought.open)),
          }
        }
        if (fitting.length === 0) throw new CallFailure('too-long')
        room -= excess
      }
    },
  }
}

export type Prompts = ReturnType<typeof createPrompts>

/** How many tokens two lists have in common at the beginning. */
export function sameUntil(one: readonly Token[], other: readonly Token[]): number {
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at++
  return at
}
