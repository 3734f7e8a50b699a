import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { classes } from '#renderer/lib/classes.ts'

export interface MenuItem {
  label: string
  icon?: ReactNode
  /** Small text at the end: a time, a shortcut. */
  hint?: string
  onSelect: () => void
  danger?: boolean
  disabled?: boolean
}

export interface MenuProps {
  /** A `Button` or an `IconButton`. */
  trigger: ReactElement<Record<string, unknown>>
  items: readonly MenuItem[]
  align?: 'start' | 'end'
  /** Where the focus goes when it closes; the trigger when not said. */
  finalFocus?: RefObject<HTMLElement | null>
}

export function Menu({ trigger, items, align = 'end', finalFocus }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup
            finalFocus={finalFocus}
            className="min-w-44 rounded-lg border border-line bg-raised p-1 shadow-lifted outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {items.map(item => (
              <Base.Item
                key={item.label}
                disabled={item.disabled}
                onClick={item.onSelect}
                className={classes(
                  'flex cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 text-base outline-none select-none data-disabled:cursor-default data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
                  item.danger
                    ? 'text-bad-ink data-highlighted:bg-bad-soft'
                    : 'text-ink data-highlighted:bg-sunken [&_svg]:text-ink-soft',
                )}
              >
                {item.icon}
                <span className="flex-1">{item.label}</span>
                {item.hint && <span className="ps-4 text-sm text-ink-faint">{item.hint}</span>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
