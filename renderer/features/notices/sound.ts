/** Two short tones, the second a third higher. */
const tones = [
  { hertz: 659, at: 0 },
  { hertz: 831, at: 0.12 },
] as const
const TONE_SECONDS = 0.22
const LOUDNESS = 0.08

let context: AudioContext | null = null

/** A quiet chime. Browsers keep it back until the owner has pressed something on the page. */
export async function playChime(): Promise<void> {
  context ??= new AudioContext()
  if (context.state === 'suspended') await context.resume()
  const begin = context.currentTime
  for (const { hertz, at } of tones) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(LOUDNESS, begin + at)
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + at + TONE_SECONDS)
    tone.connect(volume).connect(context.destination)
    tone.start(begin + at)
    tone.stop(begin + at + TONE_SECONDS)
  }
}
