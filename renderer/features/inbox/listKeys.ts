const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/**
 * How far a key moves through the list, or null. J and K work from anywhere but a text box or a dialog;
 * the arrows only inside the list, elsewhere they scroll.
 */
export function listStep(event: KeyboardEvent, list: HTMLElement | null): number | null {
  const step = steps[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null
  const target = event.target instanceof HTMLElement ? event.target : null
  if (
    target?.closest(
      'input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]',
    )
  )
    return null
  const isArrow = event.key.startsWith('Arrow')
  return isArrow && !list?.contains(target) && target !== document.body ? null : step
}

/** Where a step leads; from nowhere it starts at the top. */
export function nextIndex(current: number, step: number, count: number): number {
  if (current < 0) return 0
  return Math.min(count - 1, Math.max(0, current + step))
}
