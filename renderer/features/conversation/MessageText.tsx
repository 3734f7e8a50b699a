import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { beginning, firstLines } from '#renderer/lib/text.ts'

const MAX_CHARACTERS = 3000
const MAX_LINES = 60
const EMOJI_ONLY = /^(?:\p{RGI_Emoji}\s*){1,5}$/v

/** What a person wrote, as it is: line breaks kept, long words wrapped, very long texts folded. */
export function MessageText({ text }: { text: string }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const folded = firstLines(beginning(text, MAX_CHARACTERS), MAX_LINES)
  const isEmoji = text.length < 60 && EMOJI_ONLY.test(text)
  const isLong = folded.length < text.length
  return (
    <>
      <p
        dir="auto"
        className={classes(
          'wrap-anywhere whitespace-pre-wrap text-ink',
          isEmoji ? 'font-emoji text-3xl leading-snug' : 'text-[0.875rem] leading-[1.55]',
        )}
      >
        {isOpen ? text : folded}
        {isLong && !isOpen && '…'}
      </p>
      {isLong && (
        <button
          type="button"
          onClick={() => setIsOpen(!isOpen)}
          aria-expanded={isOpen}
          className="mt-1 rounded-sm text-sm font-medium text-accent-ink hover:underline"
        >
          {t(isOpen ? 'conversation.showLess' : 'conversation.showAll')}
        </button>
      )}
    </>
  )
}
