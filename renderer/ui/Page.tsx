import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'

/** The scrolling room of one page, with a comfortable reading width. */
export function Page({ children, width = 'normal' }: { children: ReactNode; width?: 'narrow' | 'normal' | 'wide' }) {
  return (
    <div className="relative h-full overflow-y-auto">
      <div
        className={classes(
          'mx-auto flex min-h-full flex-col px-5 py-6 sm:px-8',
          width === 'narrow' && 'max-w-[46rem]',
          width === 'normal' && 'max-w-[64rem]',
          width === 'wide' && 'max-w-[84rem]',
        )}
      >
        {children}
      </div>
    </div>
  )
}
