import { useTranslation } from 'react-i18next'
import type { Source } from '#contract/knowledge.ts'

/** File names stay as they are; hand-written entries have a name in the owner's language. */
export function useSourceName(): (source: Pick<Source, 'name' | 'format'>) => string {
  const { t } = useTranslation()
  return source => (source.format === 'manual' ? t('knowledge.format.manual') : source.name)
}
