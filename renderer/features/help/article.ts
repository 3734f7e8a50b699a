import type { Page } from '#renderer/lib/route.ts'

export const articleIds = [
  'start',
  'inbox',
  'replies',
  'assistant',
  'autonomy',
  'knowledge',
  'orders',
  'procedures',
  'channels',
  'hours',
  'notices',
  'contacts',
  'search',
  'keys',
  'reports',
  'models',
  'data',
  'trouble',
] as const
export type ArticleId = (typeof articleIds)[number]

export interface Article {
  title: string
  /** Paragraphs; one that starts with `- ` is an item of a list. */
  body: readonly string[]
}
export type Articles = Readonly<Record<ArticleId, Article>>

/** The page each article is about. */
export const placeOf: Readonly<Record<ArticleId, Page>> = {
  start: 'setup',
  inbox: 'inbox',
  replies: 'inbox',
  assistant: 'inbox',
  autonomy: 'assistant',
  knowledge: 'knowledge',
  orders: 'orders',
  procedures: 'assistant',
  channels: 'channels',
  hours: 'settings',
  notices: 'settings',
  contacts: 'inbox',
  search: 'search',
  keys: 'inbox',
  reports: 'reports',
  models: 'models',
  data: 'settings',
  trouble: 'settings',
}

/** Articles that hold every word, in their order. Works for scripts without spaces, too. */
export function articlesWith(articles: Articles, text: string): ArticleId[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter(word => word !== '')
  return articleIds.filter(id => {
    const { title, body } = articles[id]
    const whole = [title, ...body].join('\n').normalize('NFKC').toLowerCase()
    return words.every(word => whole.includes(word))
  })
}
