import type { Mood } from '#contract/understanding.ts'
import { flat } from '#domain/text/flat.ts'
import type { Classified } from './classified.ts'
import { insisting, moodWords, negation } from './moodWords.ts'

export interface MoodReading {
  mood: Mood
  /** 0 none, 1 slight, 2 clear, 3 strong. */
  intensity: number
  moodQuotes: string[]
}

interface Sign {
  mood: Mood
  strength: number
  quote: string
}

const lists = moodWords.map(({ mood, strength, spaced, unspaced }) => ({
  mood,
  strength,
  pattern: new RegExp(
    `(?<![\\p{L}\\d])(?:${spaced})(?![\\p{L}\\d])${unspaced === undefined ? '' : `|${unspaced}`}`,
    'gu',
  ),
}))

/** One strong word tells more than two clear ones. */
const WEIGHTS: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 5 }
/** How much the small model's word counts beside the words themselves. */
const MODEL_WEIGHT = 1.5
/** Below this the model's best mood is a guess. */
const MODEL_SURE = 0.45
const UPSET = 0.6
const unpleasant: ReadonlySet<Mood> = new Set(['angry', 'frustrated', 'disappointed', 'anxious'])
const LONGEST_READ = 4000

/**
 * What moves the contact: the small model and the words together. Without words that can be quoted there is no feeling
 * to name: `calm` where the model sees none either, else `unsure`.
 */
export function moodOf(text: string, classified: Pick<Classified, 'moods' | 'upset'>): MoodReading {
  const read = text.slice(0, LONGEST_READ)
  const signs = signsIn(read, flat(read))
  const loudness = loudnessOf(read)
  const model = (mood: Mood) => classified.moods.find(({ id }) => id === mood)?.score ?? 0
  const scores = new Map<Mood, number>()
  for (const { mood, strength } of signs) scores.set(mood, (scores.get(mood) ?? 0) + (WEIGHTS[strength] ?? 0))
  if (isMixed(scores)) return sarcastic(signs, classified.upset)
  const [best] = [...scores]
    .map(([mood, score]) => ({ mood, score: score + MODEL_WEIGHT * model(mood) }))
    .toSorted((a, b) => b.score - a.score)
  if (best === undefined) return withoutWords(read, loudness, classified)
  const mood = raised(best.mood, loudness, classified.upset)
  const quotes = signs.filter(sign => sign.mood === best.mood).map(sign => sign.quote)
  const strongest = Math.max(...signs.filter(sign => sign.mood === best.mood).map(sign => sign.strength))
  const lift =
    (quotes.length > 1 ? 1 : 0) +
    (loudness.level > 0 ? 1 : 0) +
    (unpleasant.has(best.mood) && insisting.test(flat(read)) ? 0.5 : 0)
  const intensity = Math.min(3, Math.max(1, Math.floor(strongest - 0.5 + lift)))
  return { mood, intensity, moodQuotes: [...new Set([...quotes, ...loudness.quotes])].slice(0, 4) }
}

function signsIn(text: string, plain: string): Sign[] {
  return lists.flatMap(({ mood, strength, pattern }) =>
    Array.from(plain.matchAll(pattern)).flatMap((match): Sign[] => {
      const quote = text.slice(match.index, match.index + match[0].length)
      if (!negation.test(plain.slice(Math.max(0, match.index - 24), match.index))) return [{ mood, strength, quote }]
      // "not happy" is a disappointment; "not angry", "no worries" say nothing.
      const from = Math.max(0, plain.lastIndexOf(' ', Math.max(0, match.index - 2)))
      return mood === 'satisfied'
        ? [{ mood: 'disappointed', strength, quote: text.slice(from, match.index + match[0].length).trim() }]
        : []
    }),
  )
}

/** Praise and anger in one breath may be irony: then the anger is taken, never the praise. */
function isMixed(scores: ReadonlyMap<Mood, number>): boolean {
  return (scores.get('satisfied') ?? 0) > 0 && [...scores].some(([mood, score]) => unpleasant.has(mood) && score > 0)
}

function sarcastic(signs: readonly Sign[], upset: number): MoodReading {
  const bad = signs.filter(sign => unpleasant.has(sign.mood)).toSorted((a, b) => b.strength - a.strength)
  const good = signs.filter(sign => sign.mood === 'satisfied')
  const [worst] = bad
  if (worst === undefined || (upset < 0.3 && good.length >= bad.length))
    return { mood: 'unsure', intensity: 1, moodQuotes: signs.map(sign => sign.quote).slice(0, 4) }
  const quotes = [...new Set(bad.map(sign => sign.quote))].slice(0, 4)
  return {
    mood: worst.mood,
    intensity: Math.min(3, Math.max(1, worst.strength - (upset < 0.3 ? 1 : 0))),
    moodQuotes: quotes,
  }
}

interface Loudness {
  /** 0 quiet, 1 loud: capitals, repeated signs. */
  level: number
  quotes: string[]
}

const ANGRY_FACES = /[😠😡🤬👎💢😤]/gu
const SAD_FACES = /[😢😭😞😔☹🙁😟😩]/gu
const HAPPY_FACES = /[😀😃😄😁😊🥰😍❤💕👍🎉🙏]/gu

function loudnessOf(text: string): Loudness {
  const quotes: string[] = []
  const marks = /[!！]{2,}|[?？][!！]+|[!！]+[?？]+|[?？]{3,}/u.exec(text)
  if (marks !== null) quotes.push(marks[0])
  // Order numbers and short forms are capitals too: only words count, and a good share of the text must shout.
  const words = text.match(/\p{L}{3,}/gu) ?? []
  const shouted = words.filter(word => word === word.toUpperCase() && word !== word.toLowerCase())
  if (shouted.length >= 3 && shouted.length * 2 >= words.length) quotes.push(shouted.slice(0, 4).join(' '))
  return { level: quotes.length > 0 ? 1 : 0, quotes }
}

function raised(mood: Mood, loudness: Loudness, upset: number): Mood {
  return mood === 'frustrated' && loudness.level > 0 && upset >= UPSET ? 'angry' : mood
}

function withoutWords(
  text: string,
  loudness: Loudness,
  { moods, upset }: Pick<Classified, 'moods' | 'upset'>,
): MoodReading {
  const faces = [
    { mood: 'angry', found: text.match(ANGRY_FACES) },
    { mood: 'disappointed', found: text.match(SAD_FACES) },
    { mood: 'satisfied', found: text.match(HAPPY_FACES) },
  ] as const
  const face = faces.find(({ found }) => found !== null)
  if (face?.found != null)
    return {
      mood: face.mood,
      intensity: Math.min(3, 1 + loudness.level + (face.found.length > 2 ? 1 : 0)),
      moodQuotes: [...new Set(face.found)],
    }
  if (loudness.level > 0 && upset >= UPSET) return { mood: 'frustrated', intensity: 2, moodQuotes: loudness.quotes }
  const [best] = moods.toSorted((a, b) => b.score - a.score)
  const seesFeeling = upset >= UPSET || (best !== undefined && best.id !== 'calm' && best.score >= MODEL_SURE)
  return seesFeeling || loudness.level > 0
    ? { mood: 'unsure', intensity: 1, moodQuotes: loudness.quotes }
    : { mood: 'calm', intensity: 0, moodQuotes: [] }
}
