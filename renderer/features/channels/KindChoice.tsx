import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChannelKind } from '#contract/channel.ts'
import { KindIcon } from './KindIcon.tsx'

export interface KindChoiceProps {
  kinds: readonly ChannelKind[]
  onChoose: (kind: ChannelKind) => void
}

export function KindChoice({ kinds, onChoose }: KindChoiceProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-2.5">
      <p className="text-base text-ink-soft">{t('channels.chooseKind')}</p>
      <ul className="flex flex-col gap-2">
        {kinds.map(kind => (
          <li key={kind}>
            <button
              type="button"
              onClick={() => onChoose(kind)}
              className="flex w-full items-center gap-3.5 rounded-lg border border-line bg-raised px-4 py-3 text-start shadow-soft transition-colors hover:border-line-strong hover:bg-sunken/50"
            >
              <KindIcon kind={kind} />
              <span className="min-w-0 flex-1">
                <span className="block text-base font-semibold text-ink">{t(`channels.kind.${kind}.name`)}</span>
                <span className="block text-sm text-ink-soft">{t(`channels.kind.${kind}.hint`)}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint rtl:rotate-180" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
