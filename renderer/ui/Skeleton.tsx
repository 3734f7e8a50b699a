import { classes } from '#renderer/lib/classes.ts'

/** Give it the size of what will come: `className="h-4 w-40"`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classes('block rounded-md bg-sunken pulse-calm', className ?? 'h-4 w-full')} />
}
