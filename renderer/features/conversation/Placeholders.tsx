import { Braces } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { placeholdersIn } from './placeholders.ts'
import type { TextRange } from './useDraftBox.ts'

/** The places of a snippet that nobody could fill in; each leads there. */
export function Placeholders({ text, onPick }: { text: string; onPick: (range: TextRange) => void }) {
  const { t } = useTranslation()
  const places = placeholdersIn(text)
  if (places.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-3.5 pt-1 text-sm text-warning-ink [&>svg]:size-3.5">
      <Braces aria-hidden />
      <span role="status">{t('composer.fillIn')}</span>
      {places.map(place => (
        <button
          key={place.start}
          type="button"
          onClick={() => onPick(place)}
          className="min-h-6 rounded-sm bg-warning-soft px-1.5 font-mono text-xs font-medium text-warning-ink ring-1 ring-warning-ink/40 ring-inset hover:ring-warning-ink"
        >
          {`{${place.name}}`}
        </button>
      ))}
    </div>
  )
}
