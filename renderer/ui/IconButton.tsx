import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label' | 'children'> {
  /** What it does: read aloud, and shown on hover. */
  label: string
  icon: ReactNode
  size?: 'small' | 'medium'
}

export function IconButton({ label, icon, size = 'medium', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={classes(
          'inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors hover:bg-sunken hover:text-ink',
          'data-popup-open:bg-sunken data-popup-open:text-ink disabled:opacity-55 [&_svg]:size-4',
          size === 'small' ? 'size-7' : 'size-8.5',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
