import { Check, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Spinner } from '#renderer/ui/Spinner.tsx'

/** A word about the last change; always in the page, so that screen readers hear it. */
export function SaveMark({ state }: { state: 'saving' | 'saved' | 'failed' | null }) {
  const { t } = useTranslation()
  return (
    <span role="status" className="inline-flex h-6 items-center gap-1.5 text-sm text-ink-soft [&_svg]:size-3.5">
      {state === 'saving' && (
        <>
          <Spinner /> {t('settings.saving')}
        </>
      )}
      {state === 'saved' && (
        <>
          <Check aria-hidden className="text-good-ink" /> {t('settings.saved')}
        </>
      )}
      {state === 'failed' && (
        <span className="inline-flex items-center gap-1.5 text-bad-ink">
          <TriangleAlert aria-hidden /> {t('settings.notSaved')}
        </span>
      )}
    </span>
  )
}
