import type { ReactNode } from 'react'

export interface TextButtonProps {
  onClick: () => void
  disabled?: boolean
  children: ReactNode
}

/** A small action among the details under a message. */
export function TextButton({ onClick, disabled = false, children }: TextButtonProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onClick}
      className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium text-accent-ink hover:underline disabled:opacity-55"
    >
      {children}
    </button>
  )
}
