import { useTranslation } from 'react-i18next'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Pager as PagerControl } from '#renderer/ui/Pager.tsx'
import type { PagerProps as ControlProps } from '#renderer/ui/Pager.tsx'

export type PagerProps = Omit<ControlProps, 'words'>

export function Pager(props: PagerProps) {
  const { t } = useTranslation()
  const formatted = (value: number) => formatNumber(value, currentLanguage())
  return (
    <PagerControl
      {...props}
      words={(from, to) =>
        t('knowledge.entries.page', { from: formatted(from), to: formatted(to), total: formatted(props.total) })
      }
    />
  )
}
