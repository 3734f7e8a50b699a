import { Tag } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ValueTag } from '#contract/handover.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { PanelPart } from './PanelPart.tsx'

/** What a conversation brought the shop. */
export function ValueTags({ tags }: { tags: readonly ValueTag[] }) {
  const { t } = useTranslation()
  return (
    <PanelPart title={t('brief.tags.title')}>
      <ul className="flex flex-col gap-1.5 text-sm">
        {tags.map(tag => (
          <TagLine key={tag.id} tag={tag} />
        ))}
      </ul>
    </PanelPart>
  )
}

function TagLine({ tag: { code, detail, quote } }: { tag: ValueTag }) {
  const { t } = useTranslation()
  const words = tagDetail(t, code, detail)
  return (
    <li className="flex items-start gap-1.5">
      <Tag aria-hidden className="mt-0.5 size-3.5 shrink-0 text-accent-ink" />
      <span className="min-w-0 wrap-anywhere">
        {t(`brief.tags.code.${code}`)}
        {words !== '' && (
          <>
            {' · '}
            <bdi>{words}</bdi>
          </>
        )}
        {quote !== '' && <bdi className="block text-xs text-ink-faint">{t('reading.quote', { words: quote })}</bdi>}
      </span>
    </li>
  )
}

function tagDetail(t: TFunction, code: ValueTag['code'], detail: string): string {
  if (code === 'saved-time' && /^\d+$/.test(detail)) return t('brief.tags.minutes', { count: Number(detail) })
  return (code === 'complaint-theme' ? textAt(['brief', 'tags', 'theme', detail]) : null) ?? detail
}
