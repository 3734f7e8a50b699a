import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** Layers two and three. The page is set by hand so that a page under Trusted Types can hand it over. */
export function MailFrame({ page }: { page: string }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    frame.current?.setAttribute('srcdoc', trusted(page))
  }, [page])
  return (
    <iframe
      ref={frame}
      title={t('conversation.mail.frame')}
      sandbox=""
      referrerPolicy="no-referrer"
      className="h-120 w-full resize-y rounded-md border border-line bg-[#ffffff]"
    />
  )
}

const policy = window.trustedTypes?.createPolicy('keepdesk-mail', { createHTML: html => html })

function trusted(page: string): string {
  // The DOM types know only strings here; a TrustedHTML passes through unchanged.
  return policy ? (policy.createHTML(page) as unknown as string) : page
}
