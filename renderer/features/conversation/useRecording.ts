import { useEffect, useState } from 'react'
import { peaksOf } from './peaks.ts'

const BARS = 64
/** Enough to draw a voice, and an hour of it stays small in memory. */
const SAMPLE_RATE = 8000
/** Taken apart for its bars up to this size; a voice note of half an hour is smaller. */
const MAX_DECODED_BYTES = 4_000_000
/** Larger ones are fetched when they are played. */
const AUTO_BYTES = 2_000_000

interface Recording {
  readonly state: 'idle' | 'loading' | 'ready' | 'failed'
  readonly url: string | null
  /** Null where it could not be taken apart, or is too long for that: it may still play. */
  readonly peaks: readonly number[] | null
  /** Seconds. */
  readonly duration: number | null
}

const nothing: Recording = { state: 'idle', url: null, peaks: null, duration: null }

/** The bytes of a recording, as something to play and as something to draw. */
export function useRecording(load: () => Promise<Blob>, bytes: number) {
  const [isWanted, setIsWanted] = useState(bytes <= AUTO_BYTES)
  const [recording, setRecording] = useState<Recording | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let url: string | null = null
    let isGone = false
    const read = async () => {
      const blob = await load()
      if (isGone) return
      url = URL.createObjectURL(blob)
      const ready = { ...nothing, state: 'ready' as const, url }
      setRecording(ready)
      const drawn = await drawingOf(blob)
      if (!isGone && drawn) setRecording({ ...ready, ...drawn })
    }
    read().catch(() => {
      if (!isGone) setRecording({ ...nothing, state: 'failed' })
    })
    return () => {
      isGone = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [load, isWanted])
  const known = recording ?? { ...nothing, state: isWanted ? 'loading' : 'idle' }
  return { ...known, begin: () => setIsWanted(true) }
}

async function drawingOf(blob: Blob): Promise<Pick<Recording, 'peaks' | 'duration'> | null> {
  if (blob.size > MAX_DECODED_BYTES) return null
  try {
    const decoded = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(await blob.arrayBuffer())
    return { peaks: peaksOf(decoded.getChannelData(0), BARS), duration: decoded.duration }
  } catch (error) {
    // A kind of sound that this browser cannot take apart; the player says whether it can play it.
    if (error instanceof DOMException) return null
    throw error
  }
}
