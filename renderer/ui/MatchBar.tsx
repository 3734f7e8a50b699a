/** How well something fits, beside the best of its list; the number itself would mean nothing. */
export function MatchBar({ share, label }: { share: number; label: string }) {
  return (
    <span role="img" aria-label={label} className="h-1.5 w-16 shrink-0 overflow-hidden rounded-full bg-sunken">
      <span
        className="block h-full rounded-full bg-accent/70"
        style={{ width: `${Math.round(Math.min(1, Math.max(0.04, share)) * 100)}%` }}
      />
    </span>
  )
}
