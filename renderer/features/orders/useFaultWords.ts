import { useTranslation } from 'react-i18next'
import { textAt } from '#renderer/i18n/textAt.ts'

/** Why a shop could not be read, and what to do: for the codes of `OrderSource.fault`. */
export function useFaultWords(): (fault: string) => string {
  const { t } = useTranslation()
  return fault => textAt(['orders', 'fault', fault]) ?? t('orders.fault.unknown')
}
