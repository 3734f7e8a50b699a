import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'

export interface PageProps {
  children: ReactNode
  /** `form` is as wide as a column of fields should be. */
  width?: 'narrow' | 'form' | 'normal' | 'wide'
}

/** The scrolling room of one page, with a comfortable reading width. */
export function Page({ children, width = 'normal' }: PageProps) {
  return (
    <div className="relative h-full overflow-y-auto">
      <div
        className={classes(
          'mx-auto flex min-h-full flex-col px-5 py-6 sm:px-8',
          width === 'narrow' && 'max-w-[46rem]',
          width === 'form' && 'max-w-[50rem]',
          width === 'normal' && 'max-w-[64rem]',
          width === 'wide' && 'max-w-[84rem]',
        )}
      >
        {children}
      </div>
    </div>
  )
}
