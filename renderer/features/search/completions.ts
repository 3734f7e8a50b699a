import type { Language } from '#contract/settings.ts'

export interface Completion {
  /** What is put in the place of the last word. */
  readonly insert: string
  /** What it does, as a key of `search.hint`, or the name of a channel or label. */
  readonly hint: FilterHint | 'name'
}

export type FilterHint = 'from' | 'channel' | 'label' | 'before' | 'after' | 'attachment' | 'picture' | 'voice'

const filters: Readonly<Record<Language, readonly (readonly [string, FilterHint])[]>> = {
  en: [
    ['from:', 'from'],
    ['channel:', 'channel'],
    ['label:', 'label'],
    ['before:', 'before'],
    ['after:', 'after'],
    ['has:attachment', 'attachment'],
    ['has:picture', 'picture'],
    ['has:voice', 'voice'],
  ],
  'zh-CN': [
    ['来自:', 'from'],
    ['渠道:', 'channel'],
    ['标签:', 'label'],
    ['早于:', 'before'],
    ['晚于:', 'after'],
    ['有:附件', 'attachment'],
    ['有:图片', 'picture'],
    ['有:语音', 'voice'],
  ],
}

const channelWord = /^(?:channel|渠道)[:：]/u
const labelWord = /^(?:label|标签|標籤)[:：]/u
const MOST = 8

/** The filters, to begin with. */
export function allFilters(language: Language) {
  return filters[language]
}

/** How the last word of what was typed may go on: names of filters, of channels after `channel:`, of labels after `label:`. */
export function completionsFor(
  text: string,
  { language, channels, labels }: { language: Language; channels: readonly string[]; labels: readonly string[] },
): Completion[] {
  const word = lastWord(text)
  if (word === '') return []
  const named = (pattern: RegExp, names: readonly string[]): Completion[] => {
    const begun = word.replace(pattern, '').replace(/^"/, '').toLowerCase()
    const name = pattern.exec(word)?.[0] ?? ''
    return names
      .filter(one => one.toLowerCase().startsWith(begun) && one.toLowerCase() !== begun)
      .map(one => ({ insert: `${name}${/\s/u.test(one) ? `"${one}"` : one} `, hint: 'name' as const }))
      .slice(0, MOST)
  }
  if (channelWord.test(word)) return named(channelWord, channels)
  if (labelWord.test(word)) return named(labelWord, labels)
  const typed = word.toLowerCase().replace('：', ':')
  return [...filters[language], ...filters[language === 'en' ? 'zh-CN' : 'en']]
    .filter(([insert]) => insert.startsWith(typed) && insert !== typed)
    .map(([insert, hint]) => ({ insert: insert.endsWith(':') ? insert : `${insert} `, hint }))
    .slice(0, MOST)
}

export function completed(text: string, { insert }: Completion): string {
  const word = lastWord(text)
  return text.slice(0, text.length - word.length) + insert
}

/** What stands behind the last blank, a quotation that is not closed with the name before it. */
function lastWord(text: string): string {
  return /-?(?:[\p{L}]{1,20}[:：])?(?:"[^"]{0,100}|[^\s"]{0,100})$/u.exec(text)?.[0].replace(/^-/, '') ?? ''
}

/** The text without its filters: what is left when they are dropped. */
export function withoutFilters(text: string): string {
  return text
    .replace(
      /-?(?:from|channel|label|before|after|since|has|来自|渠道|标签|早于|晚于|有)[:：](?:"[^"]{0,200}"?|“[^”]{0,200}”?|(?:last|this) (?:week|month|year)|\S{0,200})/giu,
      ' ',
    )
    .replace(/\s+/gu, ' ')
    .trim()
}
