import { useTranslation } from 'react-i18next'
import type { Evidence } from '#contract/assistant.ts'
import type { AnswerWords } from '#renderer/lib/answerWords.ts'

/** What stands in the reply and was copied from a record, record by record. */
export function EvidenceList({ evidence, words }: { evidence: readonly Evidence[]; words: AnswerWords }) {
  const { t } = useTranslation()
  const records = [...Map.groupBy(evidence, ({ kind, ref }) => t(`answer.evidenceOf.${kind}`, { ref }))]
  // The heading names the record already.
  const others = (fields: readonly Evidence[]) => fields.filter(({ ref, value }) => value !== ref)
  return (
    <ul className="flex flex-col gap-2">
      {records.map(([record, fields]) => (
        <li key={record} className="border-s-2 border-accent ps-3">
          <bdi className="text-sm font-medium text-ink">{record}</bdi>
          <dl className="grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-4 text-sm">
            {others(fields).map(({ field, value }) => (
              <div key={field} className="contents">
                <dt className="text-ink-faint">{words.field(field)}</dt>
                <dd className="text-ink wrap-anywhere">
                  <bdi>{words.value(field, value)}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
