import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** `side` slides in from the end and takes the full height. */
  place?: 'centre' | 'side'
  /** Nothing in it takes the focus, so that the arrow keys must reach the text itself. */
  isRead?: boolean
}

const widths = { small: 'w-104', medium: 'w-140', large: 'w-200' }
const places = {
  centre:
    'm-auto max-h-[min(48rem,calc(100dvh-3rem))] rounded-xl data-ending-style:scale-98 data-starting-style:scale-98',
  side: 'ms-auto h-dvh data-ending-style:translate-x-6 data-starting-style:translate-x-6 rtl:data-ending-style:-translate-x-6',
}

export function Dialog({
  open,
  onClose,
  title,
  children,
  footer,
  size = 'medium',
  place = 'centre',
  isRead = place === 'side',
}: DialogProps) {
  const { t } = useTranslation()
  return (
    <Base.Root open={open} onOpenChange={isOpen => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className={classes('fixed inset-0 z-40 flex overflow-hidden', place === 'centre' && 'p-4')}>
          <Base.Popup
            className={classes(
              'flex max-w-full min-w-0 flex-col border border-line bg-surface shadow-lifted outline-none transition duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0',
              widths[size],
              places[place],
            )}
          >
            <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
              <Base.Title className="min-w-0 pt-0.5 text-lg font-semibold wrap-anywhere">{title}</Base.Title>
              <Base.Close
                aria-label={t('ui.close')}
                className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
              >
                <X aria-hidden className="size-4" />
              </Base.Close>
            </header>
            {/* What stands at the side is often only read: the arrow keys must reach it. */}
            <div
              tabIndex={isRead ? 0 : undefined}
              className="min-h-0 flex-1 overflow-y-auto px-5 py-2 outline-offset-[-2px]"
            >
              {children}
            </div>
            {footer ? (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
                {footer}
              </footer>
            ) : (
              <div className="h-3" />
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
