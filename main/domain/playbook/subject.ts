import type { FactName } from '#contract/understanding.ts'
import { contentWords, questionsIn } from '#domain/reply/questions.ts'
import { anywhere, fold, words } from '#domain/reply/wordings/fold.ts'
import type { PlaybookTurn } from './outcome.ts'
import type { Playbook } from './playbook.ts'

const SURE = 0.5
/** An answer is short; what has so many words of its own and asks something is no answer. */
const MANY_WORDS = 3
/** What a description of a fault may sound like. */
const alikeFault: ReadonlySet<string> = new Set([
  'product-fault',
  'warranty',
  'product-use',
  'product-info',
  'delivery-problem',
])

/** Said in so many words, however short: "no, just return it". */
const wishWords: Readonly<Record<string, readonly RegExp[]>> = {
  'return-item': [
    words('return (?:it|them|this|that|the \\S+)|(?:send|give) (?:it|them) back'),
    anywhere('退货|退掉|退了吧'),
  ],
  'exchange-item': [
    words(
      '(?:exchange|swap|replace) (?:it|them|this|that|the \\S+)|(?:another|different|bigger|smaller|other) (?:one|size|colou?r)(?: instead)?',
    ),
    anywhere('换货|换成|换个|换一个'),
  ],
  'refund-request': [words('refund|money back'), anywhere('退款|退钱')],
  'cancel-order': [words('cancel (?:the|my|this|that) (?:\\S+ )?order'), anywhere('取消订单')],
}
const CLEAR = 0.7

function wishes(intent: string, text: string): boolean {
  return (wishWords[intent] ?? []).some(pattern => pattern.test(fold(text)))
}

/** The contact clearly speaks of something else than what was asked. */
export function changesSubject({ starts }: Playbook, asked: FactName, { text, reading }: PlaybookTurn): boolean {
  const [intent] = reading.intents
  if (intent === undefined || intent.score < SURE || starts.intents.includes(intent.id)) return false
  if (intent.score >= CLEAR && wishes(intent.id, text)) return true
  if (asked === 'symptom' && alikeFault.has(intent.id)) return false
  if (reading.facts.some(({ name }) => name === asked || name === 'order-number')) return false
  return questionsIn(text).length > 0 || contentWords(text).length > MANY_WORDS
}
