import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'
import { toneClasses } from './tone.ts'
import type { Tone } from './tone.ts'

export interface BannerProps {
  tone: Tone
  title?: string
  children?: ReactNode
  action?: ReactNode
  /** One thin line across the window instead of a rounded box. */
  slim?: boolean
}

const icons = { neutral: Info, accent: Info, good: CircleCheck, warning: TriangleAlert, bad: CircleAlert }

export function Banner({ tone, title, children, action, slim = false }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={classes(
        'flex items-start gap-2.5',
        toneClasses[tone],
        slim ? 'px-4 py-1.5 text-sm' : 'rounded-lg px-3.5 py-2.5',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title && <strong className="font-semibold">{title} </strong>}
        {children}
      </div>
      {action && <div className="flex shrink-0 gap-2">{action}</div>}
    </div>
  )
}
