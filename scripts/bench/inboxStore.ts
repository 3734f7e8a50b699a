// A process of its own, because the database belongs to one process at a time:
// node scripts/bench/inboxStore.ts DATA_FOLDER
import { sortSchema, viewSchema, type Filter, type Sort, type View } from '#contract/conversation.ts'
import { withStores } from './stores.ts'

const PAGES = 100
const [data] = process.argv.slice(2)
if (!data) throw new Error('inboxStore.ts DATA_FOLDER')

/** The last ones are of nobody: the whole list is looked through in vain. */
const filters: Readonly<Record<string, Filter>> = {
  channel: { channelId: 'seed-demo' },
  language: { language: 'zh' },
  'unknown channel': { channelId: 'nobody' },
  'unknown language': { language: 'xx' },
  'unused mood': { mood: 'angry' },
  'unknown label': { labelId: 'nobody' },
}

const times = withStores(data, ({ conversations }) => {
  const read = (view: View, filter: Filter, sort: Sort) => {
    const values: number[] = []
    let cursor: string | null = null
    for (let page = 0; page < PAGES; page += 1) {
      const started = performance.now()
      const { nextCursor } = conversations.list({ view, filter, sort, text: '', cursor, limit: 50 })
      values.push(performance.now() - started)
      cursor = nextCursor
    }
    return values
  }
  return {
    ...Object.fromEntries(viewSchema.options.map(view => [`"${view}"`, read(view, {}, 'newest')])),
    ...Object.fromEntries(sortSchema.options.map(sort => [`"all", by ${sort}`, read('all', {}, sort)])),
    ...Object.fromEntries(
      Object.entries(filters).map(([name, filter]) => [`"all", with ${name}`, read('all', filter, 'waiting')]),
    ),
  }
})
process.stdout.write(JSON.stringify(times))
