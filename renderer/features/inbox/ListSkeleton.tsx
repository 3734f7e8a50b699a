import { Skeleton } from '#renderer/ui/Skeleton.tsx'

const rows = ['w-28', 'w-36', 'w-24', 'w-32', 'w-40', 'w-28', 'w-36']

/** The shape of the list while it comes. */
export function ListSkeleton() {
  return (
    <div aria-hidden>
      {rows.map((width, index) => (
        <div key={`${width}${index}`} className="flex gap-3 border-b border-line px-4 py-3">
          <Skeleton className="size-9 shrink-0 rounded-full" />
          <div className="flex flex-1 flex-col gap-2 pt-0.5">
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="h-3 w-full" />
            <Skeleton className="h-3 w-2/3" />
          </div>
        </div>
      ))}
    </div>
  )
}
