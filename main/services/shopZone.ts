import type { Settings } from '#contract/settings.ts'

/** IANA name of the time zone on whose clock the shop's days and hours are told: its own, else this computer's. */
export function shopZone({ timeZone }: Pick<Settings, 'timeZone'>): string {
  return timeZone === '' ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone
}
