import { CalendarClock, Send, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '#contract/message.ts'
import { fullTimeIn } from '#renderer/lib/time.ts'
import { shopTimeZone } from '#renderer/lib/shopToday.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { TimeDialog } from '#renderer/ui/TimeDialog.tsx'
import { TextButton } from './TextButton.tsx'
import { useScheduled } from './useScheduled.ts'

/** Under a reply that waits for its time: when it goes out, and what can still be done about it. */
export function ScheduledActions({ message, at }: { message: Message; at: Date }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const { busy, sendNow, changeTime, takeBack } = useScheduled(message)
  const [isChoosing, setIsChoosing] = useState(false)
  const isBusy = busy !== null
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-x-3 gap-y-0.5 px-1 text-xs text-ink-soft [&_svg]:size-3.5">
      <p className="inline-flex items-center gap-1.5 font-medium text-accent-ink">
        <CalendarClock aria-hidden />
        {t('thread.scheduled.at', { time: fullTimeIn(at, now, i18n.language, shopTimeZone()) })}
      </p>
      <TextButton disabled={isBusy} onClick={() => void sendNow()}>
        <Send aria-hidden />
        {t('thread.scheduled.now')}
      </TextButton>
      <TextButton disabled={isBusy} onClick={() => setIsChoosing(true)}>
        {t('thread.scheduled.change')}
      </TextButton>
      <TextButton disabled={isBusy} onClick={() => void takeBack()}>
        <Undo2 aria-hidden />
        {t('thread.scheduled.takeBack')}
      </TextButton>
      <TimeDialog
        open={isChoosing}
        title={t('thread.scheduled.changeTitle')}
        confirmLabel={t('composer.later.confirm')}
        onChoose={sendAt => {
          setIsChoosing(false)
          if (sendAt) void changeTime(sendAt)
        }}
        onClose={() => setIsChoosing(false)}
      />
    </div>
  )
}
