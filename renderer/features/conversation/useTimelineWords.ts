import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { handoffReasonSchema } from '#contract/assistant.ts'
import type { TimelineItem } from '#contract/timeline.ts'

/** What a line of the timeline says: about what, and the words themselves. */
export function useTimelineWords(item: TimelineItem): { head: string; text: string } {
  const { t } = useTranslation()
  switch (item.kind) {
    case 'order':
      return { head: t('contacts.history.order', { number: item.number }), text: '' }
    case 'message': {
      const { author, begins, excerpt, hasAttachment } = item
      const wordless = hasAttachment ? t('contacts.history.attachment') : t('contacts.history.noText')
      return {
        head:
          begins === null
            ? t(`contacts.history.author.${author}`)
            : begins === ''
              ? t('contacts.history.begunPlain')
              : t('contacts.history.begun', { subject: begins }),
        text: excerpt.trim() === '' ? wordless : excerpt,
      }
    }
    case 'activity':
      return { head: activityWords(t, item), text: item.code === 'note' ? item.excerpt : '' }
  }
}

function activityWords(t: TFunction, { code, detail }: Extract<TimelineItem, { kind: 'activity' }>): string {
  const name = detail ?? ''
  switch (code) {
    case 'handed-off': {
      const reason = handoffReasonSchema.safeParse(detail)
      return reason.success
        ? t('contacts.history.handed-off-reason', { reason: t(`handoffReason.${reason.data}`) })
        : t('contacts.history.handed-off')
    }
    case 'merged':
    case 'unmerged':
    case 'split':
      return name === '' ? t(`contacts.history.${code}`) : t(`contacts.history.${code}-name`, { name })
    case 'note':
    case 'resolved':
      return t(`contacts.history.${code}`)
  }
}
