import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'
import { Spinner } from './Spinner.tsx'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger'
  size?: 'small' | 'medium'
  icon?: ReactNode
  /** Shows that it works on it, and takes no second click. */
  busy?: boolean
}

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover disabled:hover:bg-accent',
  secondary: 'bg-raised text-ink border border-line-strong/45 shadow-soft hover:bg-sunken disabled:hover:bg-raised',
  ghost: 'text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'bg-bad text-on-bad hover:bg-bad-hover',
}
const sizes = { small: 'h-7 px-2.5 text-sm gap-1.5', medium: 'h-8.5 px-3.5 text-base gap-2' }

export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  busy = false,
  disabled = false,
  type = 'button',
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classes(
        'inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap transition-colors select-none',
        'disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
        variants[variant],
        sizes[size],
        className,
      )}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}
