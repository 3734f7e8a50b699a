/** Farther than a hand shakes while it presses. */
const PULL_PX = 4

/**
 * A ref for a scrolling box: its content can be pulled with the mouse, as a map is. A press without a pull stays a press.
 * It opens with `data-start-x` (px from the left) in the middle.
 */
export function dragScroll(box: HTMLDivElement | null) {
  if (!box) return
  box.scrollLeft = Number(box.dataset['startX'] ?? 0) - box.clientWidth / 2
  let start: { x: number; y: number; left: number; top: number } | null = null
  let isPulled = false
  const begin = ({ button, pointerType, clientX, clientY }: PointerEvent) => {
    isPulled = false
    if (button !== 0 || pointerType !== 'mouse') return
    start = { x: clientX, y: clientY, left: box.scrollLeft, top: box.scrollTop }
  }
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (start === null) return
    const [x, y] = [clientX - start.x, clientY - start.y]
    if (!isPulled && Math.hypot(x, y) < PULL_PX) return
    isPulled = true
    box.dataset['dragging'] = ''
    box.scrollTo({ left: start.left - x, top: start.top - y })
  }
  const end = () => {
    start = null
    delete box.dataset['dragging']
  }
  const swallowClick = (event: MouseEvent) => {
    if (isPulled) event.stopPropagation()
  }
  box.addEventListener('pointerdown', begin)
  box.addEventListener('click', swallowClick, true)
  addEventListener('pointermove', move)
  addEventListener('pointerup', end)
  return () => {
    box.removeEventListener('pointerdown', begin)
    box.removeEventListener('click', swallowClick, true)
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', end)
  }
}
