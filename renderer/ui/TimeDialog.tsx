import { CalendarClock, Clock, Hourglass, Moon, Sunrise } from 'lucide-react'
import { useId, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDay, momentOn, onShopClock } from '#domain/shopClock.ts'
import { checked, naturalTime } from '#domain/time/naturalTime.ts'
import type { NaturalTime } from '#domain/time/naturalTime.ts'
import { timeChoices } from '#domain/time/timeChoices.ts'
import type { TimeChoiceName } from '#domain/time/timeChoices.ts'
import { computerZone, shopTimeZone } from '#renderer/lib/shopToday.ts'
import { fullTimeIn } from '#renderer/lib/time.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextField } from './TextField.tsx'

const icons: Readonly<Record<TimeChoiceName, ReactNode>> = {
  'later-today': <Clock aria-hidden />,
  tonight: <Moon aria-hidden />,
  tomorrow: <Sunrise aria-hidden />,
  monday: <CalendarClock aria-hidden />,
  week: <CalendarClock aria-hidden />,
}

export interface TimeDialogProps {
  open: boolean
  title: string
  /** The verb: "Snooze", "Schedule". */
  confirmLabel: string
  /** Offers "until they reply" too, which is null. */
  allowUntilReply?: boolean
  onChoose: (at: Date | null) => void
  onClose: () => void
  /** What else is decided with it, above the buttons. */
  children?: ReactNode
}

/** Asks for a time to come: by one press, in the owner's own words, or by date and hour. On the shop's clock. */
export function TimeDialog({ open, title, onClose, ...body }: TimeDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title} size="small">
      <TimeForm {...body} onClose={onClose} />
    </Dialog>
  )
}

interface Picked {
  day: string
  hour: string
}

function TimeForm({
  confirmLabel,
  allowUntilReply = false,
  onChoose,
  onClose,
  children,
}: Omit<TimeDialogProps, 'open' | 'title'>) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const zone = shopTimeZone()
  const resultId = useId()
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<Picked>({ day: '', hour: '09:00' })
  const isWritten = words.trim() !== ''
  const found = isWritten ? naturalTime(words, now, zone) : pickedTime(picked, now, zone)
  const fields = found?.kind === 'time' && isWritten ? onFields(found.at, zone) : picked
  const pick = (change: Partial<Picked>) => {
    setPicked({ ...fields, ...change })
    setWords('')
  }
  const written = (at: Date) => fullTimeIn(at, now, i18n.language, zone)

  return (
    <form
      className="flex flex-col gap-3 pb-1"
      onSubmit={event => {
        event.preventDefault()
        if (found?.kind === 'time') onChoose(found.at)
      }}
    >
      <div className="flex flex-col gap-1">
        <TextField
          label={t('time.when')}
          placeholder={t('time.example')}
          value={words}
          onChange={setWords}
          maxLength={80}
          autoFocus
        />
        <p id={resultId} role="status" className="min-h-5 text-sm">
          {found?.kind === 'time' && <span className="font-medium text-accent-ink">{written(found.at)}</span>}
          {found?.kind === 'none' && <span className="text-bad-ink">{t(`time.problem.${found.why}`)}</span>}
          {found === null && <span className="text-ink-faint">{t('time.help')}</span>}
          {found?.kind === 'time' && zone !== computerZone() && (
            <span className="text-ink-faint"> {t('time.shopClock')}</span>
          )}
        </p>
      </div>
      <ul className="flex flex-col" onKeyDown={moveFocus}>
        {timeChoices(now, zone).map(({ name, at }) => (
          <Choice key={name} icon={icons[name]} label={t(`time.choice.${name}`)} onPress={() => onChoose(at)}>
            {written(at)}
          </Choice>
        ))}
        {allowUntilReply && (
          <Choice icon={<Hourglass aria-hidden />} label={t('time.choice.reply')} onPress={() => onChoose(null)} />
        )}
      </ul>
      <div className="grid grid-cols-[3fr_2fr] gap-3">
        <TextField
          label={t('time.day')}
          type="date"
          min={isoDay(onShopClock(now, zone))}
          value={fields.day}
          onChange={day => pick({ day })}
        />
        <TextField label={t('time.hour')} type="time" value={fields.hour} onChange={hour => pick({ hour })} />
      </div>
      {children}
      <div className="flex flex-wrap justify-end gap-2 pt-1">
        <Button variant="ghost" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" variant="primary" disabled={found?.kind !== 'time'} aria-describedby={resultId}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  )
}

interface ChoiceProps {
  icon: ReactNode
  label: string
  onPress: () => void
  children?: ReactNode
}

function Choice({ icon, label, onPress, children }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onPress}
        className="flex h-8.5 w-full items-center gap-2.5 rounded-md px-2 text-start text-base text-ink hover:bg-sunken focus-visible:outline-offset-[-2px] [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-soft"
      >
        {icon}
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <span className="shrink-0 text-sm text-ink-faint tabular-nums">{children}</span>
      </button>
    </li>
  )
}

/** The arrow keys move through the choices. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  buttons[buttons.findIndex(button => button === event.target) + step]?.focus()
}

/** Null while no day is chosen. */
function pickedTime({ day, hour }: Picked, now: Date, zone: string): NaturalTime | null {
  if (day === '') return null
  const moment = new Date(`${day}T${hour}Z`)
  return Number.isNaN(moment.getTime()) ? { kind: 'none', why: 'unclear' } : checked(momentOn(moment, zone), now)
}

function onFields(at: Date, zone: string): Picked {
  const clock = onShopClock(at, zone)
  return { day: isoDay(clock), hour: clock.toISOString().slice(11, 16) }
}
