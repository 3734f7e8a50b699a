import { ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaybookGraph } from '#contract/playbook.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { dragScroll } from './dragScroll.ts'
import { layoutOf, NODE_HEIGHT, NODE_WIDTH } from './graphLayout.ts'
import { PictureEdge } from './PictureEdge.tsx'
import { PictureNode } from './PictureNode.tsx'

export interface PlaybookPictureProps {
  graph: PlaybookGraph | null
  /** It shows an earlier text. */
  isOld: boolean
  /** Steps gone through in the test, in order; empty without one. */
  path: readonly string[]
  onStep: (stepId: string) => void
}

const SCALES = [0.5, 0.65, 0.8, 1, 1.25]

/** The procedure from top to bottom, moved to where a test came. Each step is a button that shows its place in the text. */
export function PlaybookPicture({ graph, isOld, path, onStep }: PlaybookPictureProps) {
  const { t } = useTranslation()
  const layout = useMemo(() => layoutOf(graph ?? { nodes: [], edges: [] }), [graph])
  const [zoom, setZoom] = useState(SCALES.indexOf(0.8))
  const scale = SCALES[zoom] ?? 1
  const section = useRef<HTMLElement>(null)
  const reached = layout.nodes.findLast(
    ({ id, kind }) => kind !== 'end' && id === path.findLast(step => step !== 'end'),
  )
  useEffect(() => {
    const box = section.current?.querySelector('[data-pans]')
    if (!box || !reached) return
    box.scrollTo({
      left: (reached.x + NODE_WIDTH / 2) * scale - box.clientWidth / 2,
      top: (reached.y + NODE_HEIGHT / 2) * scale - box.clientHeight / 2,
    })
  }, [reached, scale])
  const startX = ((layout.nodes[0]?.x ?? 0) + NODE_WIDTH / 2) * scale
  const visits = new Map(path.map((id, index) => [id, index + 1]))
  const gone = new Set(path.slice(1).map((to, index) => `${path[index]} ${to}`))
  return (
    <section
      ref={section}
      aria-label={t('playbooks.picture.title')}
      className="flex h-full min-h-64 flex-col rounded-lg border border-line bg-surface"
    >
      <header className="flex items-center gap-1 border-b border-line py-1 ps-3.5 pe-1.5">
        <h2 className="min-w-0 flex-1 truncate text-sm font-semibold text-ink-soft">
          {t('playbooks.picture.title')}
          {isOld && <span className="font-normal text-warning-ink"> · {t('playbooks.picture.old')}</span>}
        </h2>
        <IconButton
          size="small"
          label={t('playbooks.picture.smaller')}
          icon={<ZoomOut aria-hidden />}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        />
        <IconButton
          size="small"
          label={t('playbooks.picture.larger')}
          icon={<ZoomIn aria-hidden />}
          disabled={zoom === SCALES.length - 1}
          onClick={() => setZoom(zoom + 1)}
        />
      </header>
      {graph === null ? (
        <p className="m-auto p-6 text-center text-ink-soft">{t('playbooks.picture.none')}</p>
      ) : (
        <div
          ref={dragScroll}
          data-pans
          data-start-x={startX}
          tabIndex={0}
          role="group"
          aria-label={t('playbooks.picture.steps')}
          className="min-h-0 flex-1 cursor-grab overflow-auto outline-offset-[-2px] data-dragging:cursor-grabbing"
        >
          <div
            className="relative mx-auto"
            style={{ width: layout.width * scale, height: layout.height * scale, opacity: isOld ? 0.55 : 1 }}
          >
            <div
              className="absolute start-0 top-0 origin-top-left"
              style={{ width: layout.width, height: layout.height, transform: `scale(${scale})` }}
            >
              {/* The words beside the ways are those of the text. */}
              <div aria-hidden dir="auto" className="absolute inset-0">
                <svg width={layout.width} height={layout.height}>
                  {layout.edges.map((edge, index) => (
                    <PictureEdge
                      key={`${edge.from}-${edge.to}-${index}`}
                      edge={edge}
                      isGone={
                        gone.has(`${edge.from} ${edge.to}`) ||
                        (edge.leads === 'both' && gone.has(`${edge.to} ${edge.from}`))
                      }
                    />
                  ))}
                </svg>
              </div>
              {layout.nodes.map(node => (
                <PictureNode
                  key={node.id}
                  node={node}
                  visit={visits.get(node.id) ?? null}
                  isFaded={path.length > 0 && !visits.has(node.id)}
                  onPress={() => onStep(node.id)}
                />
              ))}
            </div>
          </div>
        </div>
      )}
    </section>
  )
}
