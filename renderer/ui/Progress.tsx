import { Progress as Base } from '@base-ui/react/progress'

export interface ProgressProps {
  /** null while nobody knows how far it is. */
  value: number | null
  max: number
  label: string
}

export function Progress({ value, max, label }: ProgressProps) {
  return (
    <Base.Root value={value} max={Math.max(max, 1)} className="flex min-w-0 flex-col gap-1">
      <div className="flex justify-between gap-3 text-sm text-ink-soft">
        <Base.Label className="min-w-0">{label}</Base.Label>
        <Base.Value className="tabular-nums" />
      </div>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <Base.Indicator className="rounded-full bg-accent transition-[width] duration-300 data-indeterminate:w-1/3 data-indeterminate:pulse-calm" />
      </Base.Track>
    </Base.Root>
  )
}
