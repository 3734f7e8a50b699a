import { CircleHelp, Clock, PackageCheck, PackageOpen, Trash2, Truck, Undo2, Wallet, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Order, OrderStatus } from '#contract/orders.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import type { Tone } from '#renderer/ui/tone.ts'

const looks: Record<OrderStatus, { tone: Tone; icon: ReactNode }> = {
  pending: { tone: 'warning', icon: <Clock aria-hidden /> },
  paid: { tone: 'accent', icon: <Wallet aria-hidden /> },
  processing: { tone: 'accent', icon: <PackageOpen aria-hidden /> },
  shipped: { tone: 'accent', icon: <Truck aria-hidden /> },
  delivered: { tone: 'good', icon: <PackageCheck aria-hidden /> },
  cancelled: { tone: 'neutral', icon: <X aria-hidden /> },
  returned: { tone: 'neutral', icon: <Undo2 aria-hidden /> },
  refunded: { tone: 'neutral', icon: <Undo2 aria-hidden /> },
  unknown: { tone: 'neutral', icon: <CircleHelp aria-hidden /> },
}

/** Where an order stands; when its shop no longer has it, that. */
export function StatusChip({ order: { status, isRemoved } }: { order: Pick<Order, 'status' | 'isRemoved'> }) {
  const { t } = useTranslation()
  if (isRemoved) {
    return (
      <Badge tone="neutral" icon={<Trash2 aria-hidden />}>
        {t('orders.status.removed')}
      </Badge>
    )
  }
  const { tone, icon } = looks[status]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`orders.status.${status}`)}
    </Badge>
  )
}
