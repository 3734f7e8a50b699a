import { useState } from 'react'
import type { OpeningDay } from '#contract/settings.ts'
import { isInOrder } from './openingHours.ts'

/** The week as it is on screen: what is set here stays until it is stored, and hours in a wrong order are not stored. */
export function useWeek(stored: readonly OpeningDay[], save: (week: OpeningDay[]) => Promise<boolean>) {
  const [draft, setDraft] = useState<readonly OpeningDay[] | null>(null)
  const week = draft ?? stored

  async function change(place: number, part: Partial<OpeningDay>) {
    const next = week.map((day, at) => (at === place ? { ...day, ...part } : day))
    setDraft(next)
    if (!next.every(isInOrder)) return
    const isSaved = await save(next.map(day => ({ ...day })))
    if (isSaved) setDraft(now => (now === next ? null : now))
  }

  return { week, change: (place: number, part: Partial<OpeningDay>) => void change(place, part) }
}
