import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../app.ts'

/** Words of the screen itself: what customers and the shop wrote is marked by direction or isolation. */
const visibleTexts = `(() => {
  const data = 'bdi, [dir="auto"], body [lang], time, script, style, iframe, option'
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, data: text } = walker.currentNode
    if (parentElement && !parentElement.closest(data)) texts.push(text)
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    const own = element.matches('bdi') ? ['aria-label'] : ['aria-label', 'title', 'placeholder']
    for (const name of own) texts.push(element.getAttribute(name) ?? '')
  }
  texts.push(document.title)
  return texts
})()`

/** Names that are the same in every language. */
const sameEverywhere = [
  /Keepdesk|Harbour & Pine|Telegram|BotFather|Proton Mail Bridge|English|\bDemo( \(you approve\))?|\bdemo:\w+/g,
  /CSV|JSONL?|WooCommerce|Shopify|WordPress|Markdown|HTML|PDF|Word|IMAP|SMTP|STARTTLS|TLS|Ctrl|Enter|built-in|UTC/g,
  /[\w.-]+@[\w.-]+|\S+\.(csv|md|key|com)\b|^(\/|[A-Z]:\\).+$/g,
]

const folder = join(root, 'resources/demo')
const written = ['customers.json', ...readdirSync(join(folder, 'knowledge')).map(name => join('knowledge', name))]
  .map(name => readFileSync(join(folder, name), 'utf8').replace(/\\n/g, ' '))
  .join('\n')

/**
 * What on this page is in English though the page is not: simple, but it finds every untranslated sentence.
 * `alsoWritten` is what else people wrote.
 */
export async function leftoverEnglish(page: Page, alsoWritten = ''): Promise<string[]> {
  const texts: string[] = await page.evaluate(visibleTexts)
  const known = written + alsoWritten
  return [...new Set(texts.map(text => text.trim()))].filter(
    text => hasWords(text) && !known.includes(text) && hasWords(withoutWritten(text, known)),
  )
}

function hasWords(text: string): boolean {
  return /[A-Za-z]{3,}/.test(sameEverywhere.reduce((rest, names) => rest.replace(names, ''), text))
}

/** Names of customers and questions stand inside the screen's own sentences. */
function withoutWritten(text: string, known: string): string {
  const parts = text.replace(/\p{Script=Han}+/gu, ',').split(/[,，:：·—()（）“”]+|\s-\s/)
  return parts.filter(part => !known.includes(part.trim())).join(' ')
}
