import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hardware, ModelsState } from '#contract/model.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { OfferRow } from './OfferRow.tsx'
import { firstOffers, stateOf } from './offers.ts'
import type { OfferedModel } from './offers.ts'
import type { ModelActions } from './useModelActions.ts'

export interface CatalogueCardProps {
  title: string
  description: string
  offers: readonly OfferedModel[]
  models: ModelsState
  hardware: Hardware | null
  busy: string | null
  actions: ModelActions
}

/** What can be downloaded for one use. Most of it is folded away: a few are enough to choose from. */
export function CatalogueCard({ title, description, offers, models, hardware, busy, actions }: CatalogueCardProps) {
  const { t } = useTranslation()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? offers : firstOffers(offers, models)
  const hidden = offers.length - shown.length
  return (
    <Card title={title} description={description} flush>
      {shown.length === 0 && (
        <p className="border-t border-line px-5 py-3.5 text-ink-soft">{t('models.catalogue.noneFits')}</p>
      )}
      <ul className="border-t border-line empty:hidden">
        {shown.map(offer => (
          <li key={offer.model.id} data-offer={offer.model.id} className="border-line px-5 py-3.5 not-first:border-t">
            <OfferRow
              offer={offer}
              state={stateOf(models, offer.model.id)}
              hardware={hardware}
              isBusy={busy === `download ${offer.model.id}`}
              onDownload={() => void actions.download(offer.model.id)}
            />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <div className="border-t border-line px-3 py-2">
          <Button variant="ghost" size="small" onClick={() => setShowsAll(true)}>
            {t('models.catalogue.showMore', { count: hidden })}
          </Button>
        </div>
      )}
    </Card>
  )
}
