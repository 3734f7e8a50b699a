import type { TFunction } from 'i18next'
import { z } from 'zod'
import { errorCode, errorData, isConnectionLost } from '#renderer/rpc/errors.ts'

const tooManySchema = z.object({ max: z.number() })

/** Why a label could not be kept. */
export function labelFault(error: unknown, t: TFunction): string {
  if (isConnectionLost(error)) return t('labels.fault.offline')
  const code = errorCode(error)
  if (code === 'NAME_TAKEN') return t('labels.fault.taken')
  if (code === 'TOO_MANY') return t('labels.fault.tooMany', { count: tooManySchema.parse(errorData(error)).max })
  return t(code === 'NOT_FOUND' ? 'common.gone' : 'common.actionFailed')
}
