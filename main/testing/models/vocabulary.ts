import { bool, i32s, text, texts, u32, type MetadataValue } from './gguf.ts'

/** As GPT-2 writes bytes in its vocabulary: printable ones as themselves, the others from U+0100 on. */
const byteLetters: readonly string[] = (() => {
  const printable = (byte: number) =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255)
  let others = 0
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(printable(byte) ? byte : 256 + others++))
})()

/** A text as it stands in the vocabulary. */
export const tokenText = (value: string) => [...Buffer.from(value, 'utf8')].map(byte => byteLetters[byte]).join('')

/** What the pairs of bytes are learned from; what a shop and its customers write. */
const sample = `Hello! Thank you for contacting our shop. Your order has been shipped and will arrive within three business days. We are sorry for the delay. Please send us your order number and the email address. The return window is thirty days after delivery. A refund was issued to your card today. Do you ship to Canada? Yes, we ship worldwide. You can return the item unused in its original packaging. Shipping costs depend on the country and the weight. The size chart is on the product page. Write the answer in the language of the customer. Use only what the passages say. Do not invent prices, dates, names or links. When in doubt, say that a person from the shop will answer. Opening hours are from nine to five, Monday to Friday. The customer wants to change the address of the order. Is the blue one available in large? It is out of stock at the moment. The warranty covers faults of material for two years. Cancel my order please, I want my money back. Where is my parcel? The tracking number is in the mail that we sent you. {"text": "", "source": 1, "language": "en"} 您好！感谢您联系我们的店铺。您的订单已经发货，三个工作日内送达。非常抱歉，让您久等了。请告诉我们您的订单号。收到商品后三十天内可以退货。退款已经退回您的银行卡。请问有货吗？可以开发票吗？这款蓝色的有大号吗？运费由店铺承担。客服会尽快回复您。`

interface Vocabulary {
  tokens: readonly string[]
  merges: readonly string[]
}

/** Learns the commonest pairs, of equally common ones the first in order of the alphabet, as byte pair encoding does. */
function learn(pairs: number): Vocabulary {
  const tokens = [...byteLetters]
  const merges: string[] = []
  const counts = new Map<string, number>()
  for (const word of sample.match(/ ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  let words = [...counts].map(([word, count]) => ({ parts: tokenText(word).split(''), count }))
  while (merges.length < pairs) {
    const seen = new Map<string, number>()
    for (const { parts, count } of words) {
      for (let index = 1; index < parts.length; index++) {
        const pair = `${parts[index - 1]} ${parts[index]}`
        seen.set(pair, (seen.get(pair) ?? 0) + count)
      }
    }
    const [best] = [...seen].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    if (best === undefined) break
    const [left = '', right = ''] = best[0].split(' ')
    merges.push(best[0])
    if (!tokens.includes(left + right)) tokens.push(left + right)
    words = words.map(({ parts, count }) => ({ parts: joined(parts, left, right), count }))
  }
  return { tokens, merges }
}

function joined(parts: readonly string[], left: string, right: string): string[] {
  const result: string[] = []
  for (let index = 0; index < parts.length; index++) {
    const [part = '', next] = [parts[index], parts[index + 1]]
    const both = part === left && next === right
    result.push(both ? left + right : part)
    if (both) index += 1
  }
  return result
}

const PAIRS = 400
let learned: Vocabulary | undefined

/** Bytes first, then what was learned: any text can be written with it, English and Chinese with few. */
export const baseVocabulary = (): Vocabulary => (learned ??= learn(PAIRS))

const special = ['<|endoftext|>', '<|im_start|>', '<|im_end|>'] as const

/** ChatML, as the models of several makers have it: https://github.com/openai/openai-python/blob/v0.28.1/chatml.md */
const chatTemplate =
  "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"

export interface AddedTokens {
  /** Found in any text that holds them, before all others. As they are read, not as bytes. */
  found: readonly string[]
  /** Never found in a text; only written. As they are read. */
  written: readonly string[]
}

/** The tokens in the order of their ids, and the entries of the file that describe them. */
export function chatVocabulary({ found, written }: AddedTokens, atLeast = 0) {
  const { tokens: base, merges } = baseVocabulary()
  const used = [...base, ...written.map(tokenText)]
  const missing = Math.max(0, atLeast - used.length - found.length - special.length)
  const unused = Array.from({ length: missing }, (_, index) => `<unused${index}>`)
  const tokens = [...used, ...unused, ...found, ...special]
  const normal = 1
  const control = 3
  const userDefined = 4
  const neverUsed = 5
  const kinds = [
    ...used.map(() => normal),
    ...unused.map(() => neverUsed),
    ...found.map(() => userDefined),
    ...special.map(() => control),
  ]
  const end = tokens.length - 1
  const entries: (readonly [string, MetadataValue])[] = [
    ['tokenizer.ggml.model', text('gpt2')],
    ['tokenizer.ggml.pre', text('gpt-2')],
    ['tokenizer.ggml.tokens', texts(tokens)],
    ['tokenizer.ggml.token_type', i32s(kinds)],
    ['tokenizer.ggml.merges', texts(merges)],
    ['tokenizer.ggml.bos_token_id', u32(end - 2)],
    ['tokenizer.ggml.eos_token_id', u32(end)],
    ['tokenizer.ggml.eot_token_id', u32(end)],
    ['tokenizer.ggml.padding_token_id', u32(end - 2)],
    ['tokenizer.ggml.add_bos_token', bool(false)],
    ['tokenizer.chat_template', text(chatTemplate)],
  ]
  return {
    size: tokens.length,
    entries,
    /** Ends what the model writes. */
    end,
    firstWritten: base.length,
    firstFound: used.length + unused.length,
    /** Those that a text can be made of; the others a model with noise for weights should not write. */
    readable: used.length,
  }
}
