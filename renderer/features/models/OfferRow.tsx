import { Check, CircleCheck, CircleX, Clock3, Download, ExternalLink, Gauge, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Fit, Hardware } from '#contract/model.ts'
import { formatBytes, formatMemory } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { fitWords, languageWords } from './modelWords.ts'
import type { OfferedModel, OfferState } from './offers.ts'

export interface OfferRowProps {
  offer: OfferedModel
  state: OfferState
  hardware: Hardware | null
  isBusy: boolean
  onDownload: () => void
}

const looks = {
  good: { tone: 'good', icon: <CircleCheck aria-hidden /> },
  slow: { tone: 'neutral', icon: <Clock3 aria-hidden /> },
  tight: { tone: 'warning', icon: <Gauge aria-hidden /> },
  'too-big': { tone: 'bad', icon: <CircleX aria-hidden /> },
} as const satisfies Record<Fit, unknown>

export function OfferRow({ offer, state, hardware, isBusy, onDownload }: OfferRowProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { model, fit, recommended } = offer
  const { name, maker, bytes, memoryBytes, languages, licence } = model
  const lacksDisk = hardware !== null && hardware.freeDiskBytes < bytes
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-96">
        <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <bdi>{name}</bdi>
          <span className="text-sm font-normal text-ink-faint">{t('models.catalogue.by', { maker })}</span>
          {recommended && (
            <Badge tone="accent" icon={<Star aria-hidden />}>
              {t('models.catalogue.recommended')}
            </Badge>
          )}
          <Badge tone={looks[fit].tone} icon={looks[fit].icon}>
            {t(`models.fit.${fit}`)}
          </Badge>
        </h3>
        <p className="text-base text-ink">{fitWords(offer, hardware, t, language)}</p>
        <p className="mt-0.5 text-sm text-ink-soft">
          {t('models.catalogue.size', { size: formatBytes(bytes, language) })}
          {' · '}
          {t('models.catalogue.memory', { size: formatMemory(memoryBytes, language) })}
          {' · '}
          {languageWords(languages, t, language)}
          {' · '}
          <a
            href={licence.url}
            target="_blank"
            rel="noreferrer"
            className="underline underline-offset-2 hover:text-ink"
          >
            {t('models.catalogue.licence', { name: licence.name })}
            <ExternalLink aria-hidden className="ms-1 inline size-3 align-[-0.1em]" />
          </a>
        </p>
        {state === 'free' && lacksDisk && fit !== 'too-big' && (
          <p className="mt-0.5 text-sm text-warning-ink">
            {t('models.catalogue.noDisk', {
              needed: formatBytes(bytes, language),
              free: formatBytes(hardware.freeDiskBytes, language),
            })}
          </p>
        )}
      </div>
      {state === 'free' && fit !== 'too-big' && (
        <Button
          size="small"
          variant={recommended ? 'primary' : 'secondary'}
          icon={<Download aria-hidden />}
          busy={isBusy}
          disabled={lacksDisk}
          aria-label={t('models.catalogue.downloadOf', { name })}
          onClick={onDownload}
        >
          {t('models.catalogue.download')}
        </Button>
      )}
      {state !== 'free' && (
        <span className="inline-flex h-7 items-center gap-1.5 text-sm text-ink-soft">
          {state === 'installed' && <Check aria-hidden className="size-4 text-good-ink" />}
          {t(state === 'installed' ? 'models.catalogue.isInstalled' : 'models.catalogue.onTheWay')}
        </span>
      )}
    </div>
  )
}
