import { i32s, text, texts, u32, type MetadataValue } from './gguf.ts'

/** Words that say nothing about what a text is about. */
const empty =
  'a an and are as at be but by can could did do does for from has have how i if in is it its me my of on or our please so that the their there they this to was we were what when where which who why will with would you your'.split(
    ' ',
  )
const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'] as const

/** The 6,763 Chinese characters of GB 2312, which are nearly all that is written. */
function chineseCharacters(): string[] {
  const decoder = new TextDecoder('gb18030')
  const codes = Array.from({ length: 72 * 94 }, (_, index) => [0xb0 + Math.floor(index / 94), 0xa1 + (index % 94)])
  return codes.map(code => decoder.decode(Uint8Array.from(code))).filter(char => /^\p{Script=Han}$/u.test(char))
}

/**
 * Any English or Chinese text in pieces: each Chinese character, and of a word its first three letters, then two at a
 * time. As llama.cpp wants it, a piece that starts a word has U+2581 before it.
 */
export function wordPieces(whole: readonly string[]) {
  const pairs = letters.flatMap(first => letters.map(second => first + second))
  const threes = pairs.flatMap(pair => letters.map(third => pair + third))
  const marks = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
    char => !/[A-Za-z]/.test(char),
  )
  const starts = [...letters, ...pairs, ...threes, ...marks, ...empty, ...chineseCharacters(), ...whole]
  const tokens = [...new Set([...special, ...starts.map(piece => `\u2581${piece}`), ...letters, ...pairs, ...marks])]
  const control = 3
  const entries: (readonly [string, MetadataValue])[] = [
    ['tokenizer.ggml.model', text('bert')],
    ['tokenizer.ggml.pre', text('jina-v2-en')],
    ['tokenizer.ggml.tokens', texts(tokens)],
    ['tokenizer.ggml.token_type', i32s(tokens.map((_, index) => (index < special.length ? control : 1)))],
    ['tokenizer.ggml.token_type_count', u32(2)],
    ['tokenizer.ggml.padding_token_id', u32(0)],
    ['tokenizer.ggml.unknown_token_id', u32(1)],
    ['tokenizer.ggml.bos_token_id', u32(2)],
    ['tokenizer.ggml.cls_token_id', u32(2)],
    ['tokenizer.ggml.eos_token_id', u32(3)],
    ['tokenizer.ggml.seperator_token_id', u32(3)],
    ['tokenizer.ggml.mask_token_id', u32(4)],
  ]
  // A single letter at the end of a word is most often its ending.
  const silent = new Set<string>([...special, ...letters, ...empty.map(word => `\u2581${word}`)])
  for (const mark of marks) {
    if (!/\d/.test(mark)) silent.add(mark).add(`\u2581${mark}`)
  }
  return { tokens, entries, says: (token: string) => !silent.has(token) }
}
