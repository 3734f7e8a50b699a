import { useTranslation } from 'react-i18next'
import { statusSchema } from '#contract/conversation.ts'
import type { Filter } from '#contract/conversation.ts'
import { moodSchema } from '#contract/understanding.ts'
import { isUpset } from '#domain/handover/mood.ts'
import { useLabels } from '#renderer/lib/labels.ts'
import { onlyStatus } from './belongs.ts'
import { useInbox } from './inboxStore.ts'

export type FilterName = keyof Filter

export interface FilterField {
  name: FilterName
  value: string | null
  options: readonly { value: string; label: string }[]
  /** The owner's own words, in any language. */
  isOwnWords: boolean
}

/** What the list can be filtered by in this view, and by what it is. `languages` are those there are. */
export function useFilterFields(languages: readonly string[]): FilterField[] {
  const { t, i18n } = useTranslation()
  const { list: labels } = useLabels()
  const { channelId, labelId, status, language, mood } = useInbox(state => state.filter)
  const channels = useInbox(state => state.channels)
  const hasStatuses = useInbox(({ view }) => onlyStatus(view) === null)
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' })
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }))
  // A language that nobody writes in any more can still be the one that is set.
  const spoken = [...new Set([...languages, ...(language == null ? [] : [language])])]

  const fields: FilterField[] = [
    { name: 'channelId', value: channelId ?? null, options: named(channels), isOwnWords: true },
    { name: 'labelId', value: labelId ?? null, options: named(labels), isOwnWords: true },
    {
      name: 'status',
      value: status ?? null,
      options: statusSchema.options.map(value => ({ value, label: t(`inbox.filter.statuses.${value}`) })),
      isOwnWords: false,
    },
    {
      name: 'language',
      value: language ?? null,
      options: spoken.map(value => ({ value, label: names.of(value) ?? value })),
      isOwnWords: false,
    },
    {
      name: 'mood',
      value: mood ?? null,
      options: moodSchema.options
        .filter(value => isUpset({ mood: value }))
        .map(value => ({ value, label: t(`reading.moods.${value}`) })),
      isOwnWords: false,
    },
  ]
  return fields.filter(({ name }) => name !== 'status' || hasStatuses)
}

/** The change that sets one field; null takes it away. */
export function filterChange(name: FilterName, value: string | null): Filter {
  switch (name) {
    case 'status':
      return { status: statusSchema.nullable().parse(value) }
    case 'mood':
      return { mood: moodSchema.nullable().parse(value) }
    case 'channelId':
    case 'labelId':
    case 'language':
      return { [name]: value }
  }
}
