import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { classes } from '#renderer/lib/classes.ts'
import { indentAfter, rangeOfLine, yamlParts } from './yamlText.ts'
import type { YamlPart } from './yamlText.ts'

export interface YamlEditorProps {
  label: string
  /** The id of what explains it or says what is wrong. */
  describedBy: string
  value: string
  onChange: (value: string) => void
  /** Lines with something wrong on them, from 1. */
  badLines: ReadonlySet<number>
  /** Goes to a line; a new object goes there again. */
  jump: { line: number } | null
}

const colours: Record<YamlPart['kind'], string | undefined> = {
  key: 'text-accent-ink',
  comment: 'text-ink-faint italic',
  filled: 'text-good-ink',
  plain: undefined,
}
/** The same for the coloured text and the typed one above it. */
const TEXT = 'font-mono text-sm leading-5.5 whitespace-pre'
const LINE_PX = 22

/** A plain text area with line numbers. The colours lie under it, so that it stays one for every tool that reads pages. */
export function YamlEditor({ label, describedBy, value, onChange, badLines, jump }: YamlEditorProps) {
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    if (jump === null || !field.current || !frame.current) return
    const { start, end } = rangeOfLine(field.current.value, jump.line)
    field.current.focus({ preventScroll: true })
    field.current.setSelectionRange(start, end)
    frame.current.scrollTo({ top: Math.max(0, (jump.line - 4) * LINE_PX), left: 0 })
  }, [jump])

  function keepIndent(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || selectionStart !== selectionEnd) return
    const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart)
    const indent = indentAfter(line)
    if (indent === '') return
    event.preventDefault()
    // The only way to type for somebody that undo knows of.
    document.execCommand('insertText', false, `\n${indent}`)
  }

  const lines = value.split('\n')
  return (
    <div
      ref={frame}
      data-pans
      className="h-full min-h-64 overflow-auto rounded-md border border-line-strong/60 bg-raised focus-within:border-accent"
    >
      <bdi dir="ltr" className="grid min-h-full w-max min-w-full grid-cols-[auto_1fr]">
        <span
          aria-hidden
          className={classes(
            TEXT,
            'sticky start-0 z-1 border-e border-line bg-sunken px-2 py-2 text-end text-ink-faint select-none',
          )}
        >
          {lines.map((_, index) => (
            <span
              key={index}
              className={classes(
                'block',
                badLines.has(index + 1) && '-mx-2 bg-bad-soft px-2 font-semibold text-bad-ink',
              )}
            >
              {index + 1}
            </span>
          ))}
        </span>
        <span className="relative block">
          <span aria-hidden className={classes(TEXT, 'block min-w-full px-3 py-2')}>
            {lines.map((line, index) => (
              <span
                key={index}
                className={classes('-mx-3 block min-h-5.5 px-3', badLines.has(index + 1) && 'bg-bad-soft/60')}
              >
                {yamlParts(line).map(({ text: piece, kind }, position) => (
                  <span key={position} className={colours[kind]}>
                    {piece}
                  </span>
                ))}
              </span>
            ))}
          </span>
          <textarea
            ref={field}
            aria-label={label}
            aria-describedby={describedBy}
            aria-invalid={badLines.size > 0}
            value={value}
            onChange={event => onChange(event.target.value)}
            onKeyDown={keepIndent}
            wrap="off"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            dir="ltr"
            className={classes(
              TEXT,
              'absolute inset-0 size-full resize-none overflow-hidden bg-transparent px-3 py-2 text-transparent caret-ink outline-none selection:bg-accent/25 selection:text-transparent',
            )}
          />
        </span>
      </bdi>
    </div>
  )
}
