import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { badLineSchema } from '#contract/rehearsal.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { errorCode, errorData } from '#renderer/rpc/errors.ts'

const tooManySchema = z.object({ max: z.number() })
const notReachableSchema = z.object({ detail: z.string() })

/** Why something did not work, in plain words. */
export function useProblemWords(): (error: unknown) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    error => {
      switch (errorCode(error)) {
        case 'EMPTY':
          return t('rehearsal.problem.EMPTY')
        case 'TOO_MANY':
          return t('rehearsal.problem.TOO_MANY', {
            max: formatNumber(tooManySchema.parse(errorData(error)).max, i18n.language),
          })
        case 'NOT_REACHABLE':
          return t('rehearsal.problem.NOT_REACHABLE', notReachableSchema.parse(errorData(error)))
        case 'BAD_LINE': {
          const { reason, ...rest } = badLineSchema.parse(errorData(error))
          return t(`rehearsal.problem.${reason}`, rest)
        }
        case 'BUSY':
          return t('rehearsal.problem.BUSY')
        case 'NOT_FOUND':
          return t('common.gone')
        case null:
        default:
          return t('common.actionFailed')
      }
    },
    [t, i18n.language],
  )
}
