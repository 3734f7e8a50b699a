import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { NODE_HEIGHT, NODE_WIDTH } from './graphLayout.ts'
import type { PlacedNode } from './graphLayout.ts'
import { StepIcon, stepKindName, stepWords } from './stepLooks.tsx'

export interface PictureNodeProps {
  node: PlacedNode
  /** Which step of the test it was last, from 1; null when the test did not come here. */
  visit: number | null
  /** A test went another way. */
  isFaded: boolean
  onPress: () => void
}

/** Where a procedure ends is no step of its text. */
const ends = new Set(['end', 'person', 'knowledge'])

export function PictureNode({ node, visit, isFaded, onPress }: PictureNodeProps) {
  const { t } = useTranslation()
  const { id, kind, x, y } = node
  const isEnd = ends.has(kind)
  const name = stepKindName(kind)
  const words = stepWords(node)
  const inside = (
    <>
      <span className="flex items-center gap-1.5 text-xs text-ink-soft [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-accent-ink">
        <StepIcon kind={kind} />
        <span className="shrink-0">{name}</span>
        {!isEnd && <bdi className="min-w-0 flex-1 truncate text-end text-ink-faint">{id}</bdi>}
        {visit !== null && (
          <span className="inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[0.6875rem] font-semibold text-on-accent tabular-nums">
            {visit}
          </span>
        )}
      </span>
      {!isEnd && (
        <bdi dir="auto" title={words} className="line-clamp-2 text-sm leading-4 text-ink wrap-anywhere">
          {words}
        </bdi>
      )}
    </>
  )
  const shared = classes(
    'absolute flex flex-col gap-0.5 overflow-hidden border px-2.5 py-1 text-start shadow-soft',
    isEnd ? 'justify-center rounded-full bg-sunken' : 'rounded-md bg-raised',
    visit === null ? 'border-line-strong/60' : 'border-accent ring-1 ring-accent',
    isFaded && 'opacity-60',
  )
  const style = { left: x, top: y, width: NODE_WIDTH, height: NODE_HEIGHT }
  if (isEnd) {
    return (
      <div className={shared} style={style}>
        {inside}
      </div>
    )
  }
  return (
    <button
      type="button"
      onClick={onPress}
      className={classes(shared, 'hover:border-line-strong hover:bg-canvas')}
      style={style}
    >
      {inside}
      <span className="sr-only">{t('playbooks.picture.show')}</span>
    </button>
  )
}
