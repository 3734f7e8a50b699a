import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { errorCode, errorData } from '#renderer/rpc/errors.ts'

interface SaveProblem {
  /** The field it is about; null when it is about none. */
  readonly field: 'shortcut' | null
  readonly words: string
}

const tooManySchema = z.object({ max: z.number() })

/** Why a snippet was not saved, in plain words. */
export function useSaveProblem() {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<SaveProblem | null>(null)
  return {
    problem,
    forget: () => setProblem(null),
    say(error: unknown) {
      const code = errorCode(error)
      if (code === 'SHORTCUT_TAKEN') return setProblem({ field: 'shortcut', words: t('snippets.shortcutTaken') })
      if (code === 'NOT_FOUND') return setProblem({ field: null, words: t('snippets.gone') })
      if (code === 'TOO_MANY') {
        return setProblem({ field: null, words: t('snippets.tooMany', tooManySchema.parse(errorData(error))) })
      }
      setProblem({ field: null, words: t('snippets.failed') })
    },
  }
}
