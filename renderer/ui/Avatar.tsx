import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'
import { faceOf, initials } from '#renderer/lib/initials.ts'

export interface AvatarProps {
  name: string
  /** A small mark on the corner, such as the channel's icon. */
  mark?: ReactNode
}

const faces = ['bg-face-1', 'bg-face-2', 'bg-face-3', 'bg-face-4', 'bg-face-5', 'bg-face-6']

export function Avatar({ name, mark }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classes(
        'relative inline-flex size-9 shrink-0 items-center justify-center rounded-full text-sm font-semibold text-ink select-none',
        faces[faceOf(name, faces.length)],
      )}
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
