import { normalizeText } from './normalize.ts'

/** Two names with one key look the same to a person: capital letters, widths and ways to write an accent make no difference. */
export function nameKey(name: string): string {
  return normalizeText(name).toLowerCase()
}
