import { useCallback, useEffect, useState } from 'react'

const speeds = [1, 1.5, 2]

/** What plays now: starting another recording stops it. */
let playing: HTMLAudioElement | null = null

/** Drives one audio element. */
export function usePlayer() {
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null)
  const [isPlaying, setIsPlaying] = useState(false)
  const [isBroken, setIsBroken] = useState(false)
  const [seconds, setSeconds] = useState(0)
  const [duration, setDuration] = useState<number | null>(null)
  const [speed, setSpeed] = useState(1)

  useEffect(() => {
    if (audio === null) return
    let frame = 0
    const follow = () => {
      setSeconds(audio.currentTime)
      if (!audio.paused) frame = requestAnimationFrame(follow)
    }
    const changed = () => {
      setIsPlaying(!audio.paused)
      // Some recordings do not say how long they are.
      if (Number.isFinite(audio.duration)) setDuration(audio.duration)
      cancelAnimationFrame(frame)
      follow()
    }
    const broke = () => setIsBroken(true)
    const events = ['play', 'pause', 'ended', 'seeked', 'loadedmetadata', 'durationchange']
    for (const event of events) audio.addEventListener(event, changed)
    audio.addEventListener('error', broke)
    return () => {
      cancelAnimationFrame(frame)
      audio.pause()
      for (const event of events) audio.removeEventListener(event, changed)
      audio.removeEventListener('error', broke)
    }
  }, [audio])

  useEffect(() => {
    if (audio) audio.playbackRate = speed
  }, [audio, speed])

  const toggle = useCallback(() => {
    if (audio === null) return
    if (!audio.paused) return audio.pause()
    if (playing !== audio) playing?.pause()
    playing = audio
    // A press on pause before it began to play is no failure.
    audio.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') return
      setIsBroken(true)
    })
  }, [audio])

  return {
    element: setAudio,
    isPlaying,
    isBroken,
    isStarted: isPlaying || seconds > 0,
    seconds,
    duration,
    speed,
    toggle,
    seek(to: number) {
      if (audio) audio.currentTime = to
      setSeconds(to)
    },
    faster: () => setSpeed(now => speeds[(speeds.indexOf(now) + 1) % speeds.length] ?? 1),
  }
}
