import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode, RefObject } from 'react'

export interface PopoverProps {
  /** Read aloud as its name. */
  label: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** A `Button` or an `IconButton`; without one it stands at `anchor`. */
  trigger?: ReactElement<Record<string, unknown>>
  anchor?: RefObject<Element | null>
  align?: 'start' | 'end'
  children: ReactNode
}

/** A small box of controls beside what opened it. */
export function Popover({ label, open, onOpenChange, trigger, anchor, align = 'end', children }: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} anchor={anchor} className="z-50 outline-none">
          <Base.Popup
            aria-label={label}
            className="max-h-(--available-height) max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line bg-raised shadow-lifted outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
