import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { trustedPage } from './trustedPage.ts'

/** Layers two and three: a frame without any rights, holding a page that carries its own policy. */
export function MailFrame({ page, heightPx }: { page: string; heightPx: number }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    // By hand: React would turn a trusted page back into a string.
    if (frame.current) Reflect.set(frame.current, 'srcdoc', trustedPage(page))
  }, [page])
  return (
    <iframe
      ref={frame}
      title={t('conversation.mail.frame')}
      sandbox=""
      referrerPolicy="no-referrer"
      style={{ height: heightPx }}
      className="w-full resize-y rounded-md border border-line bg-[#ffffff]"
    />
  )
}
