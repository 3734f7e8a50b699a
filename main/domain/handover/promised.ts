import type { Turn } from '#domain/reply/gate.ts'
import { sentences } from '#domain/text/sentences.ts'
import { anywhere, fold, words } from '#domain/reply/wordings/fold.ts'

const MOST = 6
/** Amounts, shares, dates, times and spans: what a shop can be held to. */
const measured =
  /(?:[$€£¥]\s?\d|\d[\d.,]{0,12}\s?(?:%|％|[$€£¥元]|EUR|USD|GBP|CNY|RMB)|\b20\d\d-\d\d-\d\d\b|\b\d{1,2}[.:]\d{2}\b|\d{1,6}\s?(?:minutes?|hours?|(?:business |working )?days?|weeks?|months?|分钟|小时|天|个?工作日|周|个?月|日|minutos?|horas?|d[ií]as?|heures?|jours?|stunden?|tage?n?|wochen?))/iu
const binding = [
  words(
    "(?:we|i) (?:will|shall|can offer|offer|promise|guarantee)|we(?:'ll| are going to)|you (?:will|'ll) (?:get|receive)|refund(?:ed)?|for free|free of charge|coupon|voucher|code",
    'le (?:ofrecemos|enviaremos|devolveremos)|recibira|gratis|reembols\\p{L}*|cupon',
    "nous (?:vous )?(?:offrons|enverrons|rembourserons)|vous recevrez|gratuit\\p{L}*|bon d'achat",
    'wir (?:werden|erstatten|schicken|bieten)|sie (?:erhalten|bekommen)|kostenlos|gutschein',
  ),
  anywhere(
    '我们(?:会|将|可以)|您(?:会|将)收到|免费|退款|优惠[券码]|赠送|承诺|いたします|無料|返金|クーポン|سنقوم|سوف|مجان',
  ),
]

/** Sentences by which the shop is bound, word for word: what it said it will do, with an amount, a date or a span. Newest last. */
export function promisesIn(history: readonly Turn[]): string[] {
  const said = history
    .filter(({ author }) => author !== 'contact')
    .flatMap(({ text }) => sentences(text))
    .map(({ text }) => text.trim())
  const bound = said.filter(text => measured.test(text) && binding.some(pattern => pattern.test(fold(text))))
  return [...new Set(bound)].slice(-MOST)
}
