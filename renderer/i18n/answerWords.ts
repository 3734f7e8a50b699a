import { moneyOf } from '#domain/orders/money.ts'
import { labelOf } from '#domain/topics/topic.ts'
import type { AnswerWords } from '#renderer/lib/answerWords.ts'
import { formatDay, formatNumber, formatPercent, formatSeconds } from './format.ts'
import { currentLanguage } from './index.ts'
import { formatMoney } from './money.ts'
import { stepDetail } from './stepDetail.ts'
import { textAt } from './textAt.ts'

/** Read it in a component that calls `useTranslation`, so that it follows a change of language. */
export const answerWords: AnswerWords = {
  claim: ({ code, detail }) => textAt(['answerStep', code], { detail }) ?? code,
  noted: stepDetail,
  intent: id => textAt(['intent', id, 'name']) ?? labelOf(id),
  field: fieldName,
  value: fieldValue,
  leftOut: problem => textAt(['answer', 'writing', 'problem', problem]) ?? problem,
  seconds: ms => formatSeconds(ms, currentLanguage()),
  percent: share => formatPercent(share, currentLanguage()),
  number: value => formatNumber(value, currentLanguage()),
  language: tag => (tag === 'und' || tag === '' ? null : languageName(tag)),
}

/** `item.2` is the second item. */
function fieldName(name: string): string {
  const [base = name, place] = name.split('.')
  const word = textAt(['answer', 'field', base]) ?? base
  return place === undefined ? word : `${word} ${place}`
}

/** Rows keep days as ISO dates, money as `1999 EUR` and statuses as codes. */
function fieldValue(field: string, value: string): string {
  if (field === 'status') return textAt(['orders', 'status', value]) ?? value
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(new Date(value), currentLanguage())
  const money = moneyOf(value)
  return money === null ? value : formatMoney(money, currentLanguage())
}

function languageName(tag: string): string | null {
  return new Intl.DisplayNames(currentLanguage(), { type: 'language', fallback: 'none' }).of(tag) ?? null
}
