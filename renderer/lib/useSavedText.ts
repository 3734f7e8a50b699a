import { useEffect, useRef, useState } from 'react'

const TYPING_PAUSE_MS = 700

/** Text that saves itself when typing pauses, when the field is left and when the page closes. What is typed wins over what comes from outside. */
export function useSavedText(stored: string, save: (text: string) => Promise<boolean>) {
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef({ typed, stored, save })
  useEffect(() => {
    latest.current = { typed, stored, save }
  })

  async function flush() {
    const { typed: text, stored: before, save: send } = latest.current
    if (text === null) return
    const isSaved = text === before || (await send(text))
    if (isSaved) setTyped(now => (now === text ? null : now))
  }

  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => void flush(), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => () => void flush(), [])

  return { value: typed ?? stored, onChange: setTyped, flush: () => void flush() }
}
