const HOUR = 60
const DAY = 24 * HOUR

/** `30 minutes`, `4 hours`, `2 days`: in the largest unit that leaves nothing over. */
export function spanWords(minutes: number, language: string): string {
  const [value, unit] =
    minutes % DAY === 0 ? [minutes / DAY, 'day'] : minutes % HOUR === 0 ? [minutes / HOUR, 'hour'] : [minutes, 'minute']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}
