/** Heights of the bars of a recording, 0 to 1, the loudest one 1. Silence is all zeros. */
export function peaksOf(samples: Float32Array, bars: number): number[] {
  const perBar = samples.length / bars
  const heights = Array.from({ length: bars }, (_, bar) => {
    let highest = 0
    const end = Math.min(samples.length, Math.floor((bar + 1) * perBar))
    for (let index = Math.floor(bar * perBar); index < end; index += 1) {
      const height = Math.abs(samples[index] ?? 0)
      if (height > highest) highest = height
    }
    return highest
  })
  const loudest = Math.max(0, ...heights)
  // Noise of a silent line is not blown up to a voice.
  return loudest < 0.001 ? heights.map(() => 0) : heights.map(height => height / loudest)
}

/** `0:07`, `12:40`, `1:02:03`. */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
