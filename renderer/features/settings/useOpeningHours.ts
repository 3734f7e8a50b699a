import { useState } from 'react'
import type { OpeningDay, Settings } from '#contract/settings.ts'
import { isInOrder } from './openingHours.ts'

/** The week as it is on screen: what is set here stays until it is stored, and hours in a wrong order are not stored. */
export function useOpeningHours(
  stored: readonly OpeningDay[],
  save: (change: Pick<Settings, 'openingHours'>) => Promise<boolean>,
) {
  const [draft, setDraft] = useState<readonly OpeningDay[] | null>(null)
  const week = draft ?? stored

  async function change(place: number, part: Partial<OpeningDay>) {
    const next = week.map((day, at) => (at === place ? { ...day, ...part } : day))
    setDraft(next)
    if (!next.every(isInOrder)) return
    const isSaved = await save({ openingHours: next.map(day => ({ ...day })) })
    if (isSaved) setDraft(now => (now === next ? null : now))
  }

  return { week, change: (place: number, part: Partial<OpeningDay>) => void change(place, part) }
}
