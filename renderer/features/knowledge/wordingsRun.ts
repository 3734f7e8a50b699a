import { noHelpSchema } from '#contract/help.ts'
import type { Entry } from '#contract/knowledge.ts'
import type { Rpc } from '#renderer/rpc/client.ts'
import { errorCode, errorData } from '#renderer/rpc/errors.ts'
import { beginWordings, endWordings, wordingsDone } from './wordingsStore.ts'

const pageSize = 200
/** More would keep a small computer busy for a day. */
const mostEntries = 500
const retries = 3

type WordingsRpc = {
  knowledge: Pick<Rpc['knowledge'], 'sources' | 'entries' | 'entry' | 'updateEntry'>
  help: Pick<Rpc['help'], 'wordings'>
}

let running: AbortController | null = null

/** Thinks of other ways to ask for the entries of these files that have none; one after the other, while the page lives. */
export async function suggestForFiles(rpc: WordingsRpc, names: readonly string[], waitMs = 5_000): Promise<void> {
  running?.abort()
  const own = new AbortController()
  running = own
  try {
    const entries = await entriesWithout(rpc, names)
    if (own.signal.aborted || entries.length === 0) return
    beginWordings(entries.length)
    for (const entry of entries) {
      const wordings = await wordingsFor(rpc, entry, own.signal, waitMs)
      if (own.signal.aborted) return
      wordingsDone(wordings.length === 0 ? null : { entry: { id: entry.id, question: entry.question }, wordings })
    }
    endWordings(false)
  } catch {
    // The model or the connection is gone; what is there already can be looked at.
    if (!own.signal.aborted) endWordings(true)
  }
}

export function stopSuggesting() {
  running?.abort()
  running = null
  endWordings(false)
}

/** Adds them to the entry as it is now. */
export async function takeWordings(rpc: WordingsRpc, entryId: string, wordings: readonly string[]): Promise<void> {
  const { id, question, answer, tags, wordings: before } = await rpc.knowledge.entry({ id: entryId })
  await rpc.knowledge.updateEntry({ id, question, answer, tags, wordings: [...new Set([...before, ...wordings])] })
}

async function entriesWithout(rpc: WordingsRpc, names: readonly string[]): Promise<Entry[]> {
  const sources = (await rpc.knowledge.sources()).filter(({ name }) => names.includes(name))
  const found: Entry[] = []
  for (const { id: sourceId } of sources) {
    for (let offset = 0; found.length < mostEntries; offset += pageSize) {
      const { items } = await rpc.knowledge.entries({ sourceId, offset, limit: pageSize })
      found.push(...items.filter(({ wordings }) => wordings.length === 0))
      if (items.length < pageSize) break
    }
  }
  return found.slice(0, mostEntries)
}

/** Empty when nothing fits; throws when there is no going on. */
async function wordingsFor(rpc: WordingsRpc, entry: Entry, signal: AbortSignal, waitMs: number): Promise<string[]> {
  const { question, answer, wordings: known } = entry
  for (let attempt = 0; attempt < retries; attempt++) {
    try {
      const input = { question: question.slice(0, 1000), answer, known, inBackground: true }
      return (await rpc.help.wordings(input, { signal })).wordings
    } catch (error) {
      const told = errorCode(error) === 'NO_HELP' ? noHelpSchema.safeParse(errorData(error)) : null
      if (signal.aborted || told?.success !== true || told.data.reason === 'no-model') throw error
      if (told.data.reason !== 'busy') return []
      await new Promise(resolve => setTimeout(resolve, waitMs))
    }
  }
  return []
}
