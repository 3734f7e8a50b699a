import { useSyncExternalStore } from 'react'

export const pages = [
  'inbox',
  'search',
  'knowledge',
  'orders',
  'assistant',
  'models',
  'channels',
  'reports',
  'try',
  'settings',
  'help',
  'setup',
] as const
export type Page = (typeof pages)[number]

export interface Route {
  readonly page: Page
  /** What is open on the page: a conversation in the inbox, a tab of the assistant. */
  readonly id: string | null
  /** What is open inside that: a playbook. */
  readonly item: string | null
}

/** `#/inbox/c1`, `#/assistant/playbooks/return`; anything unknown is the inbox. */
export function parseRoute(hash: string): Route {
  const [, name, id, item] = hash.replace(/^#/, '').split('/')
  const page = pages.find(known => known === name) ?? 'inbox'
  return { page, id: id ? decoded(id) : null, item: item ? decoded(item) : null }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return part
    throw error
  }
}

export function hrefOf(page: Page, id: string | null = null, item: string | null = null): string {
  return ['#', page, ...[id, item].filter(part => part !== null).map(encodeURIComponent)].join('/')
}

export function goTo(page: Page, id: string | null = null, item: string | null = null) {
  location.hash = hrefOf(page, id, item)
}

/** Goes there without a step in the browser's history. */
export function replaceRoute(page: Page, id: string | null = null, item: string | null = null) {
  history.replaceState(null, '', hrefOf(page, id, item))
  dispatchEvent(new HashChangeEvent('hashchange'))
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return parseRoute(hash)
}

function subscribe(changed: () => void) {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
