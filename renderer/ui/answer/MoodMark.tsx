import { Angry, Annoyed, CircleAlert, CircleHelp, Frown, Meh, Smile } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Mood } from '#contract/understanding.ts'
import { classes } from '#renderer/lib/classes.ts'

const icons: Readonly<Record<Mood, LucideIcon>> = {
  calm: Meh,
  satisfied: Smile,
  confused: CircleHelp,
  anxious: CircleAlert,
  disappointed: Frown,
  frustrated: Annoyed,
  angry: Angry,
  unsure: Meh,
}
const upset: readonly Mood[] = ['disappointed', 'frustrated', 'angry']

/** The face alone, for a list; the word is read aloud and shown on hovering. */
export function MoodFace({ mood }: { mood: Mood }) {
  const { t } = useTranslation()
  const Icon = icons[mood]
  const word = t('inbox.mood', { mood: t(`reading.moods.${mood}`) })
  return (
    <span title={word} className="inline-flex h-5 shrink-0 items-center text-bad-ink">
      <Icon role="img" aria-label={word} className="size-4" />
    </span>
  )
}

/** A mood as a face and a word; the colour only repeats it. `strength` from 1 (slight) to 3 (strong). */
export function MoodMark({ mood, strength = 2 }: { mood: Mood; strength?: number }) {
  const { t } = useTranslation()
  const Icon = icons[mood]
  const word = t(`reading.moods.${mood}`)
  const said = mood === 'calm' || mood === 'unsure' ? word : t(`reading.strength.${levelOf(strength)}`, { mood: word })
  return (
    <span className="inline-flex items-center gap-1 align-bottom whitespace-nowrap">
      <Icon
        aria-hidden
        className={classes('size-3.5 shrink-0', upset.includes(mood) ? 'text-warning-ink' : 'text-ink-soft')}
      />
      {said}
    </span>
  )
}

function levelOf(strength: number): '1' | '2' | '3' {
  if (strength <= 1) return '1'
  return strength >= 3 ? '3' : '2'
}
