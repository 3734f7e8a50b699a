import { useTranslation } from 'react-i18next'
import { assertNever } from '#domain/assertNever.ts'
import type { HelpNote } from './helpStore.ts'
import { useHelpProblemWords } from './useHelpProblemWords.ts'

/** Read aloud once when something begins and once when it ends; the words that come in between are not. */
export function HelpStatus({ note }: { note: HelpNote | null }) {
  const { t } = useTranslation()
  const words = useHelpProblemWords()
  const said = () => {
    if (note === null) return ''
    switch (note.state) {
      case 'running':
        return t(`help.running.${note.kind}`)
      case 'stopped':
        return t('help.stopped')
      case 'failed':
        return words(note.problem)
      case 'done':
        return t(`help.ready.${note.kind}`)
      default:
        return assertNever(note)
    }
  }
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {said()}
    </p>
  )
}
