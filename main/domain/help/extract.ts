import type { Language } from '#contract/settings.ts'
import { previewOf } from '#domain/conversation/preview.ts'
import type { Turn } from '#domain/reply/gate.ts'
import { questionsIn } from '#domain/reply/questions.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'

const words = {
  en: {
    began: 'It began with: “{text}”',
    open: 'Not answered yet: “{text}”',
    customer: 'Last from the customer: “{text}”',
    shop: 'Last from your shop: “{text}”',
    orders: 'Order numbers: {text}',
  },
  'zh-CN': {
    began: '开头是：“{text}”',
    open: '尚未回答：“{text}”',
    customer: '客户最后说：“{text}”',
    shop: '店铺最后回复：“{text}”',
    orders: '订单号：{text}',
  },
} satisfies Record<Language, Record<string, string>>

/** What a long conversation comes down to, in words that stand in it. Null when nobody wrote a word. */
export function extractOf(turns: readonly Turn[], orderNumbers: readonly string[], language: Language): string | null {
  const said = turns.filter(({ text }) => text.trim() !== '')
  const ofContact = said.filter(({ author, text }) => author === 'contact' && courtesyIn(text) === null)
  const [first] = ofContact
  const last = said.findLast(({ author }) => author === 'contact')
  const answered = said.findLastIndex(({ author }) => author !== 'contact')
  const open = ofContact
    .filter(turn => said.indexOf(turn) > answered)
    .flatMap(({ text }) => questionsIn(text))
    .slice(0, 3)
  const quote = (line: keyof (typeof words)['en'], text: string | undefined) =>
    text === undefined || text === '' ? [] : [words[language][line].replace('{text}', () => previewOf(text))]
  const lines = [
    ...quote('began', first?.text),
    ...open.flatMap(question => quote('open', question)),
    ...(open.length > 0 || last === first ? [] : quote('customer', last?.text)),
    ...quote('shop', said[answered]?.text),
    ...quote('orders', [...new Set(orderNumbers)].join(', ')),
  ]
  return lines.length === 0 ? null : lines.join('\n')
}
