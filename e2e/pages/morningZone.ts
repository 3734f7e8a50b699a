/** Where it is about half past ten now: nobody's shop is open at night. (The sign in these names is turned around.) */
export function morningZone(now: Date): string {
  const hours = ((10 - now.getUTCHours() + 36) % 24) - 12
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}
