import { Copy, ImageOff, Link2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '#contract/message.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import type { CleanMail } from './cleanHtml.ts'
import type { MailLink } from './mailLinks.ts'
import { contentIdOf } from './mailPictures.ts'
import { MailFrame } from './MailFrame.tsx'
import { pictureTypes } from './mailProfile.ts'

const LINKS_SHOWN = 12

/** A mail as it was designed, behind three layers: cleaned, in a frame without rights, under a policy that loads nothing. */
export function HtmlMail({ message }: { message: Message }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const [state, setState] = useState<CleanMail | 'loading' | 'failed'>('loading')

  useEffect(() => {
    const aborter = new AbortController()
    const load = async () => {
      try {
        const inline = message.attachments.filter(
          ({ contentId, missing, mime }) => contentId !== null && missing === null && pictureTypes.includes(mime),
        )
        const [{ html }, { cleanHtml }, ...files] = await Promise.all([
          rpc.conversation.html({ messageId: message.id }),
          import('./cleanHtml.ts'),
          ...inline.map(({ id }) => rpc.conversation.attachment({ id })),
        ])
        const pictures = new Map(
          inline.map(({ contentId, mime }, index) => [
            contentIdOf(contentId ?? ''),
            `data:${mime};base64,${files[index]?.base64 ?? ''}`,
          ]),
        )
        if (!aborter.signal.aborted) setState(cleanHtml(html, pictures))
      } catch {
        if (!aborter.signal.aborted) setState('failed')
      }
    }
    void load()
    return () => aborter.abort()
  }, [rpc, message.id, message.attachments])

  if (state === 'loading') return <Skeleton className="h-120 w-full" />
  if (state === 'failed') return <Banner tone="bad">{t('conversation.mail.failed')}</Banner>
  return (
    <div className="flex flex-col gap-2">
      {state.blockedPictures > 0 && (
        <p className="flex items-start gap-2 text-sm text-ink-soft">
          <ImageOff aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('conversation.mail.blocked', { count: state.blockedPictures })}
        </p>
      )}
      <MailFrame page={state.page} heightPx={state.heightPx} />
      {state.links.length > 0 && <Links links={state.links} />}
    </div>
  )
}

function Links({ links }: { links: readonly MailLink[] }) {
  const { t } = useTranslation()
  const copy = (url: string) =>
    navigator.clipboard.writeText(url).then(
      () => showToast({ tone: 'good', text: t('conversation.mail.copied') }),
      () => showToast({ tone: 'bad', text: t('conversation.actionFailed') }),
    )
  return (
    <section aria-label={t('conversation.mail.links')} className="text-sm text-ink-soft">
      <p className="flex items-center gap-2">
        <Link2 aria-hidden className="size-4 shrink-0" />
        {t('conversation.mail.linksHelp')}
      </p>
      <ul className="mt-1 flex flex-col">
        {links.slice(0, LINKS_SHOWN).map(link => (
          <li key={link.url + link.text} className="flex min-w-0 items-center gap-2 ps-6">
            <bdi className="max-w-1/2 truncate">{link.text || link.target}</bdi>
            <span aria-hidden className="text-ink-faint">
              →
            </span>
            <bdi title={link.url} className="min-w-0 flex-1 truncate font-medium text-ink">
              {link.target}
            </bdi>
            <IconButton
              size="small"
              label={t('conversation.mail.copyLink')}
              icon={<Copy aria-hidden />}
              onClick={() => void copy(link.url)}
            />
          </li>
        ))}
      </ul>
      {links.length > LINKS_SHOWN && (
        <p className="ps-6">{t('conversation.mail.moreLinks', { count: links.length - LINKS_SHOWN })}</p>
      )}
    </section>
  )
}
