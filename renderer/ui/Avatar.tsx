import type { ReactNode } from 'react'
import { initials } from '#renderer/lib/initials.ts'

export interface AvatarProps {
  name: string
  /** A small mark on the corner, such as the channel's icon. */
  mark?: ReactNode
}

export function Avatar({ name, mark }: AvatarProps) {
  return (
    <span
      aria-hidden
      className="relative inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken text-sm font-semibold text-ink-soft select-none"
    >
      {initials(name)}
      {mark && (
        <span className="absolute -end-0.5 -bottom-0.5 inline-flex size-4 items-center justify-center rounded-full border border-line bg-raised text-ink-soft [&_svg]:size-2.5">
          {mark}
        </span>
      )}
    </span>
  )
}
