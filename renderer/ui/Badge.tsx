import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'
import { toneClasses } from './tone.ts'
import type { Tone } from './tone.ts'

export interface BadgeProps {
  tone: Tone
  icon?: ReactNode
  children: ReactNode
}

export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0',
        toneClasses[tone],
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}
