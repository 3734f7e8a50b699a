import { CalendarClock, Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { TimeDialog } from '#renderer/ui/TimeDialog.tsx'
import type { SendLater } from './useReply.ts'

export interface SendButtonProps {
  busy: boolean
  disabled: boolean
  onSend: () => void
  onLater: (later: SendLater) => void
}

/** Sends, or asks for a later time. */
export function SendButton({ busy, disabled, onSend, onLater }: SendButtonProps) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const [unlessTheyWrite, setUnlessTheyWrite] = useState(true)
  return (
    <div className="flex shrink-0">
      <Button
        size="small"
        variant="primary"
        icon={<Send aria-hidden />}
        busy={busy}
        disabled={disabled}
        onClick={onSend}
        className="rounded-e-none"
      >
        {t('conversation.composer.send')}
      </Button>
      <Button
        size="small"
        variant="primary"
        aria-label={t('composer.later.button')}
        title={t('composer.later.button')}
        icon={<CalendarClock aria-hidden />}
        disabled={disabled || busy}
        onClick={() => setIsOpen(true)}
        className="rounded-s-none border-s border-on-accent/35 px-1.5"
      />
      <TimeDialog
        open={isOpen}
        title={t('composer.later.title')}
        confirmLabel={t('composer.later.confirm')}
        onChoose={sendAt => {
          setIsOpen(false)
          if (sendAt) onLater({ sendAt, unlessTheyWrite })
        }}
        onClose={() => setIsOpen(false)}
      >
        <Switch
          label={t('composer.later.unless')}
          help={t('composer.later.unlessHelp')}
          checked={unlessTheyWrite}
          onChange={setUnlessTheyWrite}
        />
      </TimeDialog>
    </div>
  )
}
