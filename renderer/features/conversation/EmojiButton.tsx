import { Smile } from 'lucide-react'
import { Suspense, lazy, useState } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

// The list of emoji is fetched when it is first opened.
const EmojiPicker = lazy(() => import('./EmojiPicker.tsx').then(({ EmojiPicker: picker }) => ({ default: picker })))

export interface EmojiButtonProps {
  /** Gets the focus after a choice. */
  box: RefObject<HTMLTextAreaElement | null>
  onPick: (emoji: string) => void
}

export function EmojiButton({ box, onPick }: EmojiButtonProps) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      label={t('composer.emoji.title')}
      align="start"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<IconButton size="small" label={t('composer.emoji.button')} icon={<Smile aria-hidden />} />}
    >
      <Suspense fallback={<Skeleton className="h-72 w-80" />}>
        <EmojiPicker
          onPick={emoji => {
            setIsOpen(false)
            box.current?.focus()
            onPick(emoji)
          }}
        />
      </Suspense>
    </Popover>
  )
}
