import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'

export interface CardProps {
  title?: string
  description?: ReactNode
  actions?: ReactNode
  children?: ReactNode
  /** For content that brings its own edges: a table, a list. */
  flush?: boolean
}

export function Card({ title, description, actions, children, flush = false }: CardProps) {
  const hasHead = Boolean(title ?? description ?? actions)
  return (
    <section className="min-w-0 rounded-lg border border-line bg-surface shadow-soft">
      {hasHead && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4 pb-3">
          <div className="min-w-0 flex-1">
            {title && <h2 className="text-lg font-semibold wrap-anywhere">{title}</h2>}
            {description && <p className="mt-0.5 text-base text-ink-soft">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children && <div className={classes(!flush && 'px-5 pb-5', !flush && !hasHead && 'pt-5')}>{children}</div>}
    </section>
  )
}
