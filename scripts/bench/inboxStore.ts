// A process of its own, because the database belongs to one process at a time:
// node scripts/bench/inboxStore.ts DATA_FOLDER
import { viewSchema, type View } from '#contract/conversation.ts'
import { withStores } from './stores.ts'

const PAGES = 100
const [data] = process.argv.slice(2)
if (!data) throw new Error('inboxStore.ts DATA_FOLDER')

const times = withStores(data, ({ conversations }) => {
  const read = (view: View) => {
    const values: number[] = []
    let cursor: string | null = null
    for (let page = 0; page < PAGES; page += 1) {
      const started = performance.now()
      const { nextCursor } = conversations.list({ view, filter: {}, sort: 'newest', text: '', cursor, limit: 50 })
      values.push(performance.now() - started)
      cursor = nextCursor
    }
    return values
  }
  return Object.fromEntries(viewSchema.options.map(view => [view, read(view)]))
})
process.stdout.write(JSON.stringify(times))
