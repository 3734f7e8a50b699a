import { labelOf } from '#domain/topics/topic.ts'
import type { AnswerWords } from '#renderer/lib/answerWords.ts'
import { formatNumber, formatPercent } from './format.ts'
import { currentLanguage } from './index.ts'
import { stepDetail } from './stepDetail.ts'
import { textAt } from './textAt.ts'

/** Read it in a component that calls `useTranslation`, so that it follows a change of language. */
export const answerWords: AnswerWords = {
  claim: ({ code, detail }) => textAt(['answerStep', code], { detail }) ?? code,
  noted: stepDetail,
  intent: id => textAt(['intent', id, 'name']) ?? labelOf(id),
  field: name => textAt(['answer', 'field', name]) ?? name,
  value: (field, value) => (field === 'status' ? textAt(['orders', 'status', value]) : null) ?? value,
  percent: share => formatPercent(share, currentLanguage()),
  number: value => formatNumber(value, currentLanguage()),
  language: tag => (tag === 'und' || tag === '' ? null : languageName(tag)),
}

function languageName(tag: string): string | null {
  return new Intl.DisplayNames(currentLanguage(), { type: 'language', fallback: 'none' }).of(tag) ?? null
}
