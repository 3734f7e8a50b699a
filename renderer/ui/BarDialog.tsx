import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'

export interface BarDialogProps {
  /** Read aloud only. */
  title: string
  onClose: () => void
  /** Whether the focus goes back to where it was. */
  onClosed: () => boolean
  children: ReactNode
}

/** A box near the top of the window that is there at once and gone at once. */
export function BarDialog({ title, onClose, onClosed, children }: BarDialogProps) {
  return (
    <Base.Root open onOpenChange={isOpen => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-hidden p-4 pt-[min(12vh,7rem)]">
          <Base.Popup
            finalFocus={onClosed}
            className="w-152 max-w-full min-w-0 overflow-hidden rounded-xl border border-line bg-surface shadow-lifted outline-none"
          >
            <Base.Title className="sr-only">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
