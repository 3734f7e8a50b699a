import { Upload } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { classes } from '#renderer/lib/classes.ts'

export interface FileDropProps {
  label: string
  help?: ReactNode
  /** As in `<input accept>`: `.csv,.pdf`. */
  accept?: string
  multiple?: boolean
  disabled?: boolean
  onFiles: (files: File[]) => void
}

/** Drop files here, or click to choose them. */
export function FileDrop({ label, help, accept, multiple = false, disabled = false, onFiles }: FileDropProps) {
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <label
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      className={classes(
        'flex flex-col items-center gap-1 rounded-lg border-2 border-dashed px-6 py-8 text-center transition-colors',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        over
          ? 'border-accent bg-accent-soft'
          : 'border-line-strong/60 bg-surface hover:border-line-strong hover:bg-sunken/50',
        disabled && 'pointer-events-none opacity-55',
      )}
    >
      <Upload aria-hidden className="mb-1 size-5 text-accent-ink" />
      <span className="text-base font-medium text-ink">{label}</span>
      {help && <span className="text-sm text-ink-faint">{help}</span>}
      <input
        type="file"
        className="sr-only"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={event => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </label>
  )
}
