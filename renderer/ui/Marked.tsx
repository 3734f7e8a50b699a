export interface MarkedProps {
  text: string
  /** In order, without overlaps, in UTF-16 units. */
  marks: readonly { start: number; end: number }[]
}

/** A text with what was found in it. */
export function Marked({ text, marks }: MarkedProps) {
  return marks.length === 0 ? text : <>{pieces({ text, marks })}</>
}

function pieces({ text, marks }: MarkedProps) {
  const parts = []
  let at = 0
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start))
    parts.push(
      <mark key={start} className="rounded-sm bg-label-yellow px-px font-medium text-label-yellow-ink">
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  parts.push(text.slice(at))
  return parts
}
