import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { askForNotices, lookAtPermission, useNoticePermission } from '#renderer/lib/browserNotices.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'

const tones = { granted: 'good', denied: 'warning', default: 'accent', unsupported: 'warning' } as const

/** Whether this browser shows notices, and the way to let it. */
export function BrowserPermission() {
  const { t } = useTranslation()
  const permission = useNoticePermission(state => state.permission)
  useEffect(lookAtPermission, [])
  return (
    <Banner
      tone={tones[permission]}
      title={t(`told.browser.${permission}.title`)}
      action={
        permission === 'default' && (
          <Button variant="primary" onClick={() => void askForNotices()}>
            {t('told.browser.allow')}
          </Button>
        )
      }
    >
      {t(`told.browser.${permission}.body`)}
    </Banner>
  )
}
