import type { Settings } from '#contract/settings.ts'

const TIME = '{time}'

/** The owner's own words for a contact of this language (`en`, `zh-Hant`); null where they wrote none. */
export function awayTextFor(awayText: Settings['awayText'], language: string): string | null {
  const [known] = language.toLowerCase().split('-')
  const text = awayText[known === 'zh' ? 'zh-CN' : 'en'].trim()
  return text === '' || (known !== 'zh' && known !== 'en') ? null : text
}

/** With the promised time in words ("by 16:30 today"). Null when the text wants a time and none is promised. */
export function fillAway(text: string, by: string | null): string | null {
  if (by === null) return text.includes(TIME) ? null : text
  return text.replaceAll(TIME, () => by)
}

/** Marks in curly brackets that stand for nothing, each once: the contact would read them as they are. */
export function unknownPlaceholders(text: string): string[] {
  const found = text.match(/\{[^{}\n]{0,40}\}/gu) ?? []
  return [...new Set(found.filter(mark => mark !== TIME))]
}
