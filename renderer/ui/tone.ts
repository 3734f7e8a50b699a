export type Tone = 'neutral' | 'accent' | 'good' | 'warning' | 'bad'

/** Soft background with readable text on it. */
export const toneClasses: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-soft',
  accent: 'bg-accent-soft text-accent-ink',
  good: 'bg-good-soft text-good-ink',
  warning: 'bg-warning-soft text-warning-ink',
  bad: 'bg-bad-soft text-bad-ink',
}
