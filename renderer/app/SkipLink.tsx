import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'

/** The first thing the Tab key reaches: past the navigation, into the page. Seen only while it has the focus. */
export function SkipLink({ main }: { main: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      onClick={() => main.current?.focus()}
      className="sr-only z-50 rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent focus-visible:not-sr-only focus-visible:fixed focus-visible:start-2 focus-visible:top-2"
    >
      {t('app.skip')}
    </button>
  )
}
