import type { ExportedMessage } from '#main/ports/exportStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Breathe } from './breath.ts'

/** Read at once: a few hundredths of a second for the longest. */
const PAGE = 200

/** What was said and noted in one conversation, as it came: a chat can go on for years. */
export async function* messagesOf(
  { exported }: Pick<Stores, 'exported'>,
  conversationNumber: number,
  breathe: Breathe,
): AsyncGenerator<ExportedMessage> {
  for (let after = 0; ;) {
    const page = exported.messages(conversationNumber, after, PAGE)
    yield* page
    after = page.at(-1)?.seq ?? after
    if (page.length < PAGE) return
    await breathe()
  }
}
