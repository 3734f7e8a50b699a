import { f32, text, u32, type Gguf, type Tensor, type TensorType } from './gguf.ts'
import { cutScripts } from './scriptTokens.ts'
import { constantTensor, sparseTensor, zeroTensor } from './tensors.ts'
import { baseVocabulary, chatVocabulary, tokenText } from './vocabulary.ts'

export interface Script {
  /** All of these phrases must occur in the prompt, letter by letter. Without them: when nothing else fits better. */
  when?: readonly string[]
  /** Exactly what is written then. For a request with a grammar: the JSON as `JSON.stringify` gives it. */
  say: string
}

export interface Scripted {
  /** The script with the most phrases wins, of equals the first. With none that fits, nothing is written. */
  scripts: readonly Script[]
  name?: string
  context?: number
  /**
   * Work for each token written, in million numbers of weights that do nothing, so that a reply can be seen coming and
   * be stopped: 200 make some 20 tokens a second on one core, in 40 MB. Reading the prompt stays fast.
   */
  ballastMillions?: number
}

/** Numbers in a head. The last pair of them hardly turns with the distance (`freq_base`), so only it is used. */
const HEAD = 32
const KEY_STRENGTH = 40
/** Between two tokens that may be written the better one leads by at least 0.002 of this. */
const SHARPNESS = 10_000
const MAX_PHRASES = 4

/**
 * A llama model that says what it was told to. The idea is that of a table of which token follows which, written into
 * weights by hand (Phuong and Hutter, "Formal Algorithms for Transformers", 2022, has the parts):
 *
 * - The numbers between the layers have one place each for: "always 1", "part of a prompt", every token that scripts
 *   are written with, every phrase, and every "that phrase was seen". Embeddings are ones in these places.
 * - Every place in a script is a token of its own (`cutScripts`), so the matrix of the output says what comes after it.
 * - Phrases are user-defined tokens: they are cut out of any text first. One head of attention for each phrase looks
 *   at its token wherever it stands (its key outweighs all others together) and writes "seen" down. Where there is
 *   none, the head sees the average of nothing.
 * - After a token of the prompt, each script's first token scores one for each phrase that was seen, minus those it
 *   asks for; so a script with a phrase missing is behind one that asks for nothing.
 * - Where a grammar forbids what the script wants, the score of what closes a JSON value is next: the value is
 *   completed with the least that is allowed, and a text goes into its first string.
 */
export function scripted({ scripts, name = 'scripted', context = 4096, ballastMillions = 0 }: Scripted): Gguf {
  const phrases = [...new Set(scripts.flatMap(({ when = [] }) => when))].toSorted((a, b) => b.length - a.length)
  if (scripts.some(({ when = [] }) => when.length > MAX_PHRASES)) throw new Error(`at most ${MAX_PHRASES} phrases`)
  const base = new Set(baseVocabulary().tokens)
  const cut = cutScripts(
    scripts.map(({ say }) => say),
    token => base.has(tokenText(token)) || phrases.includes(token),
  )
  const vocabulary = chatVocabulary({ found: phrases, written: cut.texts })
  const always = 0
  const prompt = 1
  const written = (index: number) => 2 + index
  const phrase = (index: number) => 2 + cut.texts.length + index
  const seen = (index: number) => 2 + cut.texts.length + phrases.length + index
  const width = Math.ceil((2 + cut.texts.length + 2 * phrases.length) / 256) * 256
  const heads = Math.max(1, phrases.length)
  const feedForward = ballastMillions === 0 ? 32 : Math.ceil((ballastMillions * 1e6) / (3 * width) / 256) * 256

  const embedding = sparseTensor('token_embd.weight', [width, vocabulary.size], 'f16', set => {
    for (let token = 0; token < vocabulary.size; token++) {
      const place = token - vocabulary.firstWritten
      const isWritten = place >= 0 && place < cut.texts.length
      set(token, always, 1)
      set(token, isWritten ? written(place) : prompt, 1)
    }
    phrases.forEach((_, index) => set(vocabulary.firstFound + index, phrase(index), 1))
  })
  /** A phrase inside a longer one was seen, too. */
  function forEachFound(see: (head: number, place: number) => void) {
    phrases.forEach((part, index) => {
      phrases.forEach((whole, other) => {
        if (whole.includes(part)) see(firstOf(index), phrase(other))
      })
    })
  }
  const firstOf = (head: number) => head * HEAD + HEAD - 2
  const attention: Tensor[] = [
    sparseTensor('blk.0.attn_q.weight', [width, heads * HEAD], 'f32', set => {
      phrases.forEach((_, index) => set(firstOf(index), always, 1))
    }),
    sparseTensor('blk.0.attn_k.weight', [width, heads * HEAD], 'f32', set => {
      forEachFound((head, place) => set(head, place, KEY_STRENGTH))
    }),
    sparseTensor('blk.0.attn_v.weight', [width, heads * HEAD], 'f32', set => {
      // A phrase's embedding has three ones, and the norm before it makes the sum of squares `width`.
      forEachFound((head, place) => set(head, place, Math.sqrt(3 / width)))
    }),
    sparseTensor('blk.0.attn_output.weight', [heads * HEAD, width], 'f32', set => {
      phrases.forEach((_, index) => set(seen(index), firstOf(index), 1))
    }),
  ]
  const output = sparseTensor('output.weight', [width, vocabulary.size], 'f32', set => {
    const score = (token: number, place: number, value: number) => set(token, place, value * SHARPNESS)
    const token = (index: number) => vocabulary.firstWritten + index
    for (let other = 0; other < vocabulary.size; other++) score(other, always, -20)
    forcedScores().forEach((value, byte) => score(byte, always, value))
    score(vocabulary.end, always, 0.85)
    cut.next.forEach((after, index) => {
      score(after === null ? vocabulary.end : token(after), written(index), 40)
    })
    scripts.forEach(({ when = [] }, index) => {
      const start = token(cut.starts[index] ?? 0)
      score(start, always, 1 - when.length + 0.1 * when.length - 0.002 * Math.min(index, 40) - 20)
      score(start, prompt, 20)
      when.forEach(one => score(start, seen(phrases.indexOf(one)), 1))
    })
  })
  const ballast: TensorType = ballastMillions === 0 ? 'f16' : 'iq1'
  return {
    metadata: [
      ['general.architecture', text('llama')],
      ['general.type', text('model')],
      ['general.name', text(name)],
      ['general.file_type', u32(1)],
      ['llama.vocab_size', u32(vocabulary.size)],
      ['llama.context_length', u32(context)],
      ['llama.embedding_length', u32(width)],
      ['llama.block_count', u32(1)],
      ['llama.feed_forward_length', u32(feedForward)],
      ['llama.rope.dimension_count', u32(HEAD)],
      ['llama.rope.freq_base', f32(1e12)],
      ['llama.attention.head_count', u32(heads)],
      ['llama.attention.head_count_kv', u32(heads)],
      ['llama.attention.key_length', u32(HEAD)],
      ['llama.attention.value_length', u32(HEAD)],
      ['llama.attention.layer_norm_rms_epsilon', f32(1e-6)],
      ...vocabulary.entries,
    ],
    tensors: [
      embedding,
      constantTensor('blk.0.attn_norm.weight', width, 1),
      ...attention,
      constantTensor('blk.0.ffn_norm.weight', width, 1),
      zeroTensor('blk.0.ffn_gate.weight', [width, feedForward], ballast),
      zeroTensor('blk.0.ffn_up.weight', [width, feedForward], ballast),
      zeroTensor('blk.0.ffn_down.weight', [feedForward, width], ballast),
      constantTensor('output_norm.weight', width, 1),
      output,
    ],
  }
}

/** For what a grammar forces, by the byte: what closes first, then numbers, then letters; white space last. */
function forcedScores(): Map<number, number> {
  const ordered = '"}],:0123456789tfn{[-'
  const scores = new Map<number, number>()
  for (let byte = 33; byte < 127; byte++) scores.set(byte, 0.45)
  for (const byte of [9, 10, 13, 32]) scores.set(byte, 0.42)
  Array.from(ordered, (letter, index) => scores.set(letter.charCodeAt(0), 0.8 - index * 0.01))
  return scores
}
