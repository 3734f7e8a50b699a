import type { Conversation } from '#contract/conversation.ts'
import type { Snippet, SnippetValues } from '#contract/snippet.ts'
import { greetingName } from '#domain/reply/personName.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Stores } from '#main/ports/stores.ts'
import { NotFound, Refused, TooMany } from './errors.ts'
import type { Publish } from './events.ts'
import { shopZone } from './shopZone.ts'

const MOST_SNIPPETS = 500

export interface SnippetsDeps {
  stores: Stores
  publish: Publish
  clock: Clock
  ids: Ids
}

type Words = Pick<Snippet, 'shortcut' | 'title' | 'text'>

/** The owner's saved texts. */
export function createSnippets({ stores, publish, clock, ids }: SnippetsDeps) {
  function snippet(id: string): Snippet {
    const found = stores.snippets.get(id)
    if (!found) throw new NotFound()
    return found
  }

  function changed() {
    publish({ type: 'snippetsChanged', snippets: stores.snippets.list() })
  }

  function refuseTaken(shortcut: string, exceptId: string | null) {
    const twin = stores.snippets.findByShortcut(shortcut)
    if (twin && twin.id !== exceptId) throw new Refused('SHORTCUT_TAKEN')
  }

  /** Of the newest order under any mail address of this contact. */
  function newestOrder({ contactId }: Conversation): string | null {
    const addresses = stores.contacts.get(contactId)?.handles.map(({ address }) => address) ?? []
    const orders = addresses
      .filter(address => address.includes('@'))
      .flatMap(address => stores.orders.ordersByEmail(address).filter(({ isRemoved }) => !isRemoved))
    const [newest] = orders.toSorted((a, b) => (b.placedAt?.getTime() ?? 0) - (a.placedAt?.getTime() ?? 0))
    return newest?.number ?? null
  }

  function valuesFor(conversation: Conversation): SnippetValues {
    const { contactName, address, language } = conversation
    const settings = stores.settings.get()
    const name = contactName.trim()
    return {
      contact: name === '' || name === address ? null : name,
      firstName: greetingName(name),
      shop: settings.shopName.trim() || null,
      order: newestOrder(conversation),
      today: new Intl.DateTimeFormat(language ?? settings.language, {
        dateStyle: 'long',
        timeZone: shopZone(settings),
      }).format(clock.now()),
    }
  }

  return {
    list: (): Snippet[] => stores.snippets.list(),
    create(words: Words): Snippet {
      refuseTaken(words.shortcut, null)
      if (stores.snippets.list().length >= MOST_SNIPPETS) throw new TooMany(MOST_SNIPPETS)
      const id = ids.next()
      stores.snippets.insert({ id, ...words, updatedAt: clock.now() })
      changed()
      return snippet(id)
    },
    update({ id, ...words }: Words & { id: string }): Snippet {
      snippet(id)
      refuseTaken(words.shortcut, id)
      stores.snippets.update(id, { ...words, updatedAt: clock.now() })
      changed()
      return snippet(id)
    },
    remove(id: string) {
      if (!stores.snippets.remove(id)) throw new NotFound()
      changed()
    },
    use(id: string, conversationId: string): { text: string; values: SnippetValues } {
      const { text } = snippet(id)
      const conversation = stores.conversations.get(conversationId)
      if (!conversation) throw new NotFound()
      stores.snippets.countUse(id)
      changed()
      return { text, values: valuesFor(conversation) }
    },
  }
}
export type Snippets = ReturnType<typeof createSnippets>
