import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { Logo } from './Logo.tsx'

const QUIET_MS = 400

/** Nothing at first: usually the inbox is there before anyone could read this. */
export function Splash() {
  const { t } = useTranslation()
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return null
  return (
    <div role="status" className="flex h-full flex-col items-center justify-center gap-3 text-ink-soft">
      <Logo className="size-12" />
      <span className="flex items-center gap-2">
        <Spinner />
        {t('app.starting')}
      </span>
    </div>
  )
}
