import { Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Attachment } from '#contract/message.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { FileTile } from './FileTile.tsx'
import { Waveform } from './Waveform.tsx'
import { clockOf } from './peaks.ts'
import { createPlayer } from './player.ts'
import { useAttachment } from './useAttachment.ts'
import { useRecording } from './useRecording.ts'

/** A recording to listen to: played, moved about in, made faster, saved. */
export function VoiceNote({ attachment }: { attachment: Attachment }) {
  const { t } = useTranslation()
  const { load } = useAttachment(attachment)
  const recording = useRecording(load, attachment.bytes)
  const [player] = useState(createPlayer)
  const { attach, seek, toggle, faster } = player
  const { isPlaying, isBroken, seconds, speed, ...played } = useStore(player.state)
  const duration = recording.duration ?? played.duration
  const { url } = recording
  if (recording.state === 'failed' || isBroken) return <FileTile attachment={attachment} />
  return (
    <section
      aria-label={t('thread.voice.label', { name: attachment.name })}
      className="flex w-96 max-w-full flex-col gap-1.5"
    >
      <div className="flex items-center gap-2 rounded-md border border-line bg-raised py-1.5 ps-1.5 pe-2.5">
        {url !== null && <audio ref={attach} src={url} preload="metadata" className="hidden" />}
        {recording.state === 'loading' ? (
          <span className="flex size-8.5 shrink-0 items-center justify-center">
            <Spinner label={t('thread.voice.loading')} />
          </span>
        ) : (
          <IconButton
            label={t(isPlaying ? 'thread.voice.pause' : 'thread.voice.play')}
            icon={isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
            onClick={() => (url === null ? recording.begin() : toggle())}
          />
        )}
        <Waveform peaks={recording.peaks} seconds={seconds} duration={duration} onSeek={seek} />
        <span className="shrink-0 text-xs text-ink-soft tabular-nums">
          {duration === null ? '–:––' : clockOf(isPlaying || seconds > 0 ? seconds : duration)}
        </span>
        <button
          type="button"
          onClick={faster}
          aria-label={t('thread.voice.speed', { speed: speed })}
          title={t('thread.voice.speed', { speed: speed })}
          className="h-6 min-w-9 shrink-0 rounded-full bg-sunken px-1.5 text-xs font-semibold text-ink-soft tabular-nums hover:text-ink"
        >
          {speed}×
        </button>
      </div>
      <FileTile attachment={attachment} plain />
    </section>
  )
}
