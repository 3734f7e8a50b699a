import { Info, Sparkles, Square, TriangleAlert, Undo2, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '#domain/assertNever.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { HelpNote as Note } from './helpStore.ts'
import { SourceChips } from './SourceChips.tsx'
import { useHelpProblemWords } from './useHelpProblemWords.ts'

export interface HelpNoteProps {
  note: Note
  onStop: () => void
  onSwap: () => void
  onDismiss: () => void
}

/** Under the owner's text: what is being written, who wrote what stands there, what was left out, and the way back. */
export function HelpNote({ note, onStop, onSwap, onDismiss }: HelpNoteProps) {
  const { t } = useTranslation()
  const words = useHelpProblemWords()
  switch (note.state) {
    case 'running':
      return (
        <Line icon={<Spinner />} words={t(`help.running.${note.kind}`)}>
          <span className="hidden text-xs text-ink-faint @md:inline">{t('help.stopKey')}</span>
          <Button size="small" icon={<Square aria-hidden className="fill-current" />} onClick={onStop}>
            {t('help.stop')}
          </Button>
        </Line>
      )
    case 'failed':
      return (
        <Line icon={<TriangleAlert aria-hidden className="text-warning-ink" />} words={words(note.problem)}>
          <Dismiss onDismiss={onDismiss} />
        </Line>
      )
    case 'stopped':
      return (
        <Line icon={<Info aria-hidden />} words={t('help.stopped')}>
          {note.other.trim() !== '' && <Swap isRestored={false} onSwap={onSwap} />}
          <Dismiss onDismiss={onDismiss} />
        </Line>
      )
    case 'done':
      return <Done note={note} onSwap={onSwap} onDismiss={onDismiss} />
    default:
      return assertNever(note)
  }
}

type DoneNote = Extract<Note, { state: 'done' }>

function Done({ note, onSwap, onDismiss }: Pick<HelpNoteProps, 'onSwap' | 'onDismiss'> & { note: DoneNote }) {
  const { t } = useTranslation()
  const { kind, by, citations, leftOut, other, isRestored } = note
  const who = kind === 'suggest' ? t(`help.by.suggest.${by}`) : t(`help.by.${kind}`)
  return (
    <>
      <Line icon={<Sparkles aria-hidden className="text-accent-ink" />} words={who}>
        {other.trim() !== '' && <Swap isRestored={isRestored} onSwap={onSwap} />}
        <Dismiss onDismiss={onDismiss} />
      </Line>
      {!isRestored && (citations.length > 0 || leftOut.length > 0) && (
        <div className="flex flex-col gap-1.5 px-3.5 pt-1">
          <LeftOut sentences={leftOut} />
          <SourceChips citations={citations} />
        </div>
      )}
    </>
  )
}

function LeftOut({ sentences }: { sentences: readonly string[] }) {
  const { t } = useTranslation()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  if (sentences.length === 0) return null
  return (
    <div className="text-sm text-warning-ink">
      <p>
        {t('help.leftOut', { count: sentences.length })}{' '}
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
          className="rounded-sm font-medium underline underline-offset-2"
        >
          {t(isOpen ? 'help.hideLeftOut' : 'help.showLeftOut')}
        </button>
      </p>
      {isOpen && (
        <ul id={id} className="list-disc ps-5 text-ink-soft">
          {sentences.map(sentence => (
            <li key={sentence} dir="auto" className="wrap-anywhere">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Line({ icon, words, children }: { icon: ReactNode; words: string; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3.5 pt-1.5 text-sm text-ink-soft [&>svg]:size-3.5 [&>svg]:shrink-0">
      {icon}
      <p className="min-w-40 flex-1 wrap-anywhere">{words}</p>
      <div className="flex shrink-0 items-center gap-1.5">{children}</div>
    </div>
  )
}

function Swap({ isRestored, onSwap }: { isRestored: boolean; onSwap: () => void }) {
  const { t } = useTranslation()
  return (
    <Button size="small" icon={<Undo2 aria-hidden />} onClick={onSwap}>
      {t(isRestored ? 'help.restoreNew' : 'help.restore')}
    </Button>
  )
}

function Dismiss({ onDismiss }: { onDismiss: () => void }) {
  const { t } = useTranslation()
  return <IconButton size="small" label={t('help.dismiss')} icon={<X aria-hidden />} onClick={onDismiss} />
}
