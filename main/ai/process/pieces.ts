import type { Thought } from './prompts.ts'

/** Tokens of which the last character may still miss bytes. One character has at most four. */
const mostUnfinished = 8

interface Options<Token> {
  /** The text of tokens after those before them. */
  text(tokens: readonly Token[], before: readonly Token[]): string
  stops: readonly string[]
  thought: Thought
  opensThought: boolean
}

/**
 * Makes text of tokens: never half a character, nothing from a text on that ends the reply, and no thoughts that a model
 * writes before its reply.
 */
export function createPieces<Token>({ text, stops, thought, opensThought }: Options<Token>) {
  const before: Token[] = []
  let unfinished: Token[] = []
  /** Read, and not yet given out. */
  let held = ''
  let stage: 'start' | 'thinking' | 'reply' | 'stopped' = opensThought ? 'thinking' : 'start'

  function readable(whole: boolean): string {
    if (unfinished.length === 0) return ''
    const read = text(unfinished, before)
    if (read.endsWith('\uFFFD') && !whole && unfinished.length < mostUnfinished) return ''
    before.push(...unfinished)
    before.splice(0, before.length - mostUnfinished)
    unfinished = []
    return read
  }

  function release(whole: boolean): string {
    if (stage === 'thinking') {
      const end = held.indexOf(thought.close)
      if (end === -1) return ''
      held = held.slice(end + thought.close.length)
      stage = 'start'
    }
    if (stage === 'start') {
      held = held.trimStart()
      if (held === '' || (!whole && held.length < thought.open.length && thought.open.startsWith(held))) return ''
      if (held.startsWith(thought.open)) {
        stage = 'thinking'
        return release(whole)
      }
      stage = 'reply'
    }
    if (stage === 'stopped') return ''
    const stop = Math.min(...stops.map(one => held.indexOf(one)).filter(at => at !== -1))
    if (stop !== Infinity) {
      stage = 'stopped'
      return held.slice(0, stop)
    }
    const keep = whole ? 0 : mayBegin(held, stops)
    const given = held.slice(0, held.length - keep)
    held = held.slice(held.length - keep)
    return given
  }

  return {
    push(token: Token): string {
      unfinished.push(token)
      held += readable(false)
      return release(false)
    },
    /** What is left when nothing more comes; a character that never became whole is left out. */
    end(): string {
      held += readable(true).replace(/\uFFFD+$/u, '')
      return release(true)
    },
    stopped: () => stage === 'stopped',
  }
}

/** Characters at the end that may be the beginning of one of these. */
function mayBegin(text: string, stops: readonly string[]): number {
  for (let count = Math.min(text.length, Math.max(0, ...stops.map(stop => stop.length - 1))); count > 0; count--) {
    if (stops.some(stop => stop.startsWith(text.slice(-count)))) return count
  }
  return 0
}
