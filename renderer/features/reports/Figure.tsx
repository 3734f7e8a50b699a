import { createElement, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Chart, Mark } from '#domain/report/chart.ts'
import '#renderer/styles/charts.css'

export interface FigureProps {
  /** Draws for this width in pixels. */
  draw: (width: number) => Chart
  /** Read aloud in its place; the numbers stand in a table. */
  label: string
}

const FIRST_WIDTH = 640

/** A drawing as wide as its place, drawn again when that changes, so that its words keep their size. */
export function Figure({ draw, label }: FigureProps) {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(FIRST_WIDTH)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    const measure = () => setWidth(Math.max(120, Math.floor(element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { height, marks, width: drawn } = draw(width)
  return (
    <div ref={place} className="min-w-0">
      <svg role="img" aria-label={label} className="chart" viewBox={`0 0 ${drawn} ${height}`} height={height}>
        {marks.map(drawMark)}
      </svg>
    </div>
  )
}

/** A small one of a fixed size, beside words that say the same. */
export function Key({ chart: { width, height, marks } }: { chart: Chart }) {
  return (
    <svg aria-hidden width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="shrink-0">
      {marks.map(drawMark)}
    </svg>
  )
}

function drawMark({ tag, className, attributes, children }: Mark, index: number): ReactNode {
  return createElement(
    tag,
    { key: index, className, ...attributes },
    ...children.map((child, at) => (typeof child === 'string' ? child : drawMark(child, at))),
  )
}
