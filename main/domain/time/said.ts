/** 0 is Monday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export type DayPart = 'early' | 'morning' | 'noon' | 'afternoon' | 'end-of-day' | 'evening' | 'night' | 'midnight'

export type Day =
  /** From today on. */
  | { kind: 'in-days'; days: number }
  /** `coming`: the next one there is. A number: of the week that many after this one. */
  | { kind: 'weekday'; weekday: Weekday; week: 'coming' | number }
  /** Without a year or a month it is the next one there is. */
  | { kind: 'date'; year: number | null; month: number | null; day: number }
  /** `months` after this one; `same` is the number that today has, or the last one there is. */
  | { kind: 'month'; months: number; day: number | 'last' | 'same' }

export interface ClockTime {
  /** 0 to 24. */
  hour: number
  minute: number
  half: 'am' | 'pm' | null
  /** Written so that it may mean the afternoon: `3`, `3:30`, but neither `03:30` nor `15:00`. */
  isLoose: boolean
  /** A number alone, which is a time only beside a day. */
  isBare: boolean
}

/** What somebody wrote about a time, taken apart. */
export interface Said {
  minutes?: number
  /** Some hours from now, still today. */
  later?: true
  day?: Day
  part?: DayPart
  clock?: ClockTime
}

/** A way to say something about a time; null where the words are right and the numbers are not. */
export interface Piece {
  /** Sticky. */
  pattern: RegExp
  read: (found: RegExpExecArray) => Said | null
}

export function clockTime(hour: string, minute: string | undefined, half: 'am' | 'pm' | null = null): Said | null {
  const clock = { hour: Number(hour), minute: Number(minute ?? 0), half }
  const isClock = clock.minute < 60 && (clock.hour < 24 || (clock.hour === 24 && clock.minute === 0))
  if (!isClock || (half !== null && (clock.hour > 12 || clock.hour === 0))) return null
  const isLoose = half === null && clock.hour >= 1 && clock.hour <= 6 && !hour.startsWith('0')
  return { clock: { ...clock, isLoose, isBare: false } }
}
