import { MessagesSquare, Package, Paperclip, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '#contract/search.ts'
import { assertNever } from '#domain/assertNever.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { fullTime, listTime } from '#renderer/lib/time.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { ChannelIcon } from '#renderer/ui/ChannelIcon.tsx'
import { Marked } from '#renderer/ui/Marked.tsx'

export interface HitRowProps {
  hit: SearchHit
  hitKey: string
  now: Date
  onOpen: () => void
}

/** One thing that was found; it opens where it stands. */
export function HitRow({ hit, hitKey, now, onOpen }: HitRowProps) {
  const href = hrefOfHit(hit)
  const look =
    'flex gap-3 rounded-lg px-3 py-2.5 outline-offset-[-2px] transition-colors hover:bg-sunken/70 focus-visible:bg-selected'
  const content = <HitContent hit={hit} now={now} />
  return (
    <li className="border-b border-line last:border-b-0">
      {href === null ? (
        <div className={look}>{content}</div>
      ) : (
        <a href={href} data-hit={hitKey} onClick={onOpen} className={look}>
          {content}
        </a>
      )}
    </li>
  )
}

/** A contact who never wrote has nothing to open. */
export function hrefOfHit(hit: SearchHit): string | null {
  switch (hit.kind) {
    case 'message':
      return hrefOf('inbox', hit.conversationId, hit.messageId)
    case 'conversation':
      return hrefOf('inbox', hit.conversationId)
    case 'contact':
      return hit.conversationId === null ? null : hrefOf('inbox', hit.conversationId)
    case 'order':
      return hrefOf('orders', hit.orderId)
    default:
      return assertNever(hit)
  }
}

function HitContent({ hit, now }: { hit: SearchHit; now: Date }) {
  const { t } = useTranslation()
  switch (hit.kind) {
    case 'message':
      return (
        <>
          <Avatar name={hit.contactName} mark={<ChannelIcon kind={hit.channelKind} />} />
          <span className="min-w-0 flex-1">
            <Line at={hit.at} now={now}>
              <bdi className="font-medium text-ink">{hit.contactName}</bdi>
              {hit.subject.text !== '' && (
                <span dir="auto" className="text-ink-soft">
                  {' · '}
                  <Marked {...hit.subject} />
                </span>
              )}
            </Line>
            <span className="mt-0.5 flex items-baseline gap-1.5 text-base text-ink-soft">
              {hit.author !== 'contact' && (
                <span className="inline-flex shrink-0 items-center gap-1 text-sm font-medium text-ink-faint">
                  {hit.author === 'note' && <StickyNote aria-hidden className="size-3.5 self-center" />}
                  {t(`search.author.${hit.author}`)}
                </span>
              )}
              {hit.hasAttachment && (
                <Paperclip aria-label={t('search.hasAttachment')} className="size-3.5 shrink-0 self-center" />
              )}
              <span dir="auto" className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
                <Marked {...hit.excerpt} />
              </span>
            </span>
          </span>
        </>
      )
    case 'conversation':
      return (
        <>
          <Sign icon={<MessagesSquare />} />
          <span className="min-w-0 flex-1">
            <Line at={hit.at} now={now}>
              <span dir="auto" className="font-medium text-ink">
                <Marked {...hit.subject} />
              </span>
            </Line>
            <span className="block truncate text-base text-ink-soft">
              <bdi>{hit.contactName}</bdi>
              {hit.excerpt.text !== '' && ' · '}
              <bdi>
                <Marked {...hit.excerpt} />
              </bdi>
            </span>
          </span>
        </>
      )
    case 'contact':
      return (
        <>
          <Avatar name={hit.name.text || (hit.addresses[0]?.text ?? '')} />
          <span className="min-w-0 flex-1">
            <bdi className="block truncate font-medium text-ink">
              {hit.name.text === '' ? t('search.noName') : <Marked {...hit.name} />}
            </bdi>
            <span className="block truncate text-base text-ink-soft">
              {hit.addresses.map((address, index) => (
                <span key={address.text}>
                  {index > 0 && ' · '}
                  <bdi>
                    <Marked {...address} />
                  </bdi>
                </span>
              ))}
            </span>
          </span>
        </>
      )
    case 'order':
      return (
        <>
          <Sign icon={<Package />} />
          <span className="min-w-0 flex-1">
            <Line at={hit.placedAt} now={now}>
              <bdi className="font-medium text-ink">
                <Marked {...hit.number} />
              </bdi>
            </Line>
            <bdi className="block truncate text-base text-ink-soft">
              <Marked {...hit.customer} />
            </bdi>
          </span>
        </>
      )
    default:
      return assertNever(hit)
  }
}

function Line({ at, now, children }: { at: Date | null; now: Date; children: ReactNode }) {
  const { i18n } = useTranslation()
  return (
    <span className="flex items-baseline gap-2">
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {at && (
        <time
          dateTime={at.toISOString()}
          title={fullTime(at, i18n.language)}
          className="shrink-0 text-xs text-ink-faint tabular-nums"
        >
          {listTime(at, now, i18n.language)}
        </time>
      )}
    </span>
  )
}

function Sign({ icon }: { icon: ReactNode }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-soft [&_svg]:size-4"
    >
      {icon}
    </span>
  )
}
