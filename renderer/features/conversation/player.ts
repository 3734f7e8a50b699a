import { createStore } from 'zustand'

export interface PlayerState {
  readonly isPlaying: boolean
  /** This browser cannot play it. */
  readonly isBroken: boolean
  readonly seconds: number
  /** Seconds; null until the recording says so. */
  readonly duration: number | null
  /** 1 is as it was spoken. */
  readonly speed: number
}

const speeds = [1, 1.5, 2]
const changes = ['play', 'pause', 'ended', 'seeked', 'loadedmetadata', 'durationchange']

/** What plays now: starting another recording stops it. */
let playing: HTMLAudioElement | null = null

/** Drives one audio element, once it is attached. */
export function createPlayer() {
  const state = createStore<PlayerState>(() => ({
    isPlaying: false,
    isBroken: false,
    seconds: 0,
    duration: null,
    speed: 1,
  }))
  let audio: HTMLAudioElement | null = null
  let frame = 0

  function follow() {
    if (audio === null) return
    state.setState({ seconds: audio.currentTime })
    if (!audio.paused) frame = requestAnimationFrame(follow)
  }
  function changed() {
    if (audio === null) return
    // Some recordings do not say how long they are.
    const duration = Number.isFinite(audio.duration) ? audio.duration : state.getState().duration
    state.setState({ isPlaying: !audio.paused, duration })
    cancelAnimationFrame(frame)
    follow()
  }
  const broke = () => state.setState({ isBroken: true, isPlaying: false })

  return {
    state,
    /** As a ref: the returned function lets go of the element. */
    attach(element: HTMLAudioElement) {
      audio = element
      element.playbackRate = state.getState().speed
      for (const name of changes) element.addEventListener(name, changed)
      element.addEventListener('error', broke)
      return () => {
        cancelAnimationFrame(frame)
        element.pause()
        for (const name of changes) element.removeEventListener(name, changed)
        element.removeEventListener('error', broke)
        audio = null
      }
    },
    toggle() {
      if (audio === null) return
      if (!audio.paused) return audio.pause()
      if (playing !== audio) playing?.pause()
      playing = audio
      audio.play().catch((error: unknown) => {
        // A press on pause before it began to play is no failure.
        if (!(error instanceof DOMException && error.name === 'AbortError')) broke()
      })
    },
    seek(seconds: number) {
      if (audio) audio.currentTime = seconds
      state.setState({ seconds })
    },
    faster() {
      const next = speeds[(speeds.indexOf(state.getState().speed) + 1) % speeds.length] ?? 1
      if (audio) audio.playbackRate = next
      state.setState({ speed: next })
    },
  }
}
