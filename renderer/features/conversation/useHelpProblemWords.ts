import { useTranslation } from 'react-i18next'
import type { HelpProblem } from './helpStore.ts'

/** Says in plain words why no help came. */
export function useHelpProblemWords() {
  const { t, i18n } = useTranslation()
  return ({ reason, values }: HelpProblem): string => {
    const list = new Intl.ListFormat(i18n.language, { type: 'unit' }).format(values)
    return t(`help.problem.${reason}`, { values: list })
  }
}
