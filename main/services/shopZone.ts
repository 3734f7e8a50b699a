import type { Settings } from '#contract/settings.ts'

/** Asking for it takes longer than all else that is done with it. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** IANA name of the time zone on whose clock the shop's days and hours are told: its own, else this computer's. */
export function shopZone({ timeZone }: Pick<Settings, 'timeZone'>): string {
  return timeZone === '' ? ownZone : timeZone
}
