import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { clockOf } from './peaks.ts'

const STEP_SECONDS = 5

export interface WaveformProps {
  /** 0 to 1; null where the recording could not be taken apart. */
  peaks: readonly number[] | null
  seconds: number
  /** Null until it is known. */
  duration: number | null
  onSeek: (seconds: number) => void
}

/** The recording as bars; a press or the arrow keys go to a place in it. */
export function Waveform({ peaks, seconds, duration, onSeek }: WaveformProps) {
  const { t } = useTranslation()
  const total = duration ?? 0
  const played = total === 0 ? 0 : seconds / total
  const bars = peaks ?? Array.from({ length: 48 }, () => 0.15)
  const pick = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    onSeek(Math.min(1, Math.max(0, (event.clientX - left) / width)) * total)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowRight: seconds + STEP_SECONDS,
      ArrowUp: seconds + STEP_SECONDS,
      ArrowLeft: seconds - STEP_SECONDS,
      ArrowDown: seconds - STEP_SECONDS,
      Home: 0,
      End: total,
    }[event.key]
    if (to === undefined || total === 0) return
    event.preventDefault()
    onSeek(Math.min(total, Math.max(0, to)))
  }
  return (
    // Time runs from left to right in every language.
    <div
      dir="ltr"
      role="slider"
      tabIndex={0}
      aria-label={t('thread.voice.place')}
      aria-valuemin={0}
      aria-valuemax={Math.round(total)}
      aria-valuenow={Math.round(seconds)}
      aria-valuetext={t('thread.voice.at', { at: clockOf(seconds), of: clockOf(total) })}
      onKeyDown={onKeyDown}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pick(event)
      }}
      onPointerMove={event => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) pick(event)
      }}
      className="h-8 min-w-0 flex-1 cursor-pointer touch-none rounded-sm"
    >
      <svg aria-hidden viewBox={`0 0 ${bars.length * 3} 32`} preserveAspectRatio="none" className="size-full">
        {bars.map((peak, index) => {
          const height = Math.max(2, peak * 30)
          const isPlayed = (index + 0.5) / bars.length <= played
          return (
            <rect
              // Bars have no other name than their place.
              key={index}
              x={index * 3 + 0.5}
              y={16 - height / 2}
              width={2}
              height={height}
              rx={1}
              className={isPlayed ? 'fill-accent' : 'fill-line-strong'}
            />
          )
        })}
      </svg>
    </div>
  )
}
