import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MessageText } from './MessageText.tsx'

/** The mail's earlier text and signature, folded until somebody wants to see it. */
export function QuotedText({ text }: { text: string }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const label = t(isOpen ? 'conversation.hideQuoted' : 'conversation.showQuoted')
  return (
    <div className="mt-2">
      <button
        type="button"
        title={label}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="inline-flex h-5 items-center rounded-full bg-sunken px-2 text-ink-soft hover:text-ink"
      >
        <Ellipsis aria-hidden className="size-4" />
      </button>
      {isOpen && (
        <div className="mt-2 border-s-2 border-line ps-3 opacity-90">
          <MessageText text={text} />
        </div>
      )}
    </div>
  )
}
