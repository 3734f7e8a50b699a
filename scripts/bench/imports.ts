import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from './figures.ts'
import { importPairs, withApp, withEnvironment, type ImportTimes, type Workplace } from './shop.ts'

const RUNS = 3
const ROWS = 50_000
const BAD_EVERY = 500

/** From the upload to the moment the last entry can be found. */
export async function imports(place: Workplace): Promise<Part> {
  const thousand: ImportTimes[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const data = join(place.folder, `import-${run}`)
    thousand.push(await withApp(data, ({ client }) => importPairs(client, 1000)))
  }
  place.say(`importing ${ROWS} rows ...`)
  const loop = join(place.folder, 'loop.txt')
  const options = `--import=${join(import.meta.dirname, 'watchLoop.mjs')}`
  const large = await withEnvironment({ NODE_OPTIONS: options, KEEPDESK_BENCH_LOOP: loop }, () =>
    importLarge(join(place.folder, 'large')),
  )
  const blocks = readFileSync(loop, 'utf8')
    .split('\n')
    .map(line => line.split(' ').map(Number))
    .flatMap(([at = 0, ms = 0]) => (at >= large.startedAt ? [ms] : []))
  return {
    name: 'Import',
    sizes: `CSV with 1,000 rows; CSV with ${ROWS.toLocaleString('en')} rows of which ${large.times.badRows} are bad`,
    figures: [
      {
        what: '1,000 rows until all can be found',
        unit: 's',
        values: thousand.map(({ searchableMs }) => searchableMs / 1000),
        target: { of: 'max', below: 10 },
      },
      { what: '50,000 rows until the preview', unit: 's', values: [large.times.previewMs / 1000] },
      { what: '50,000 rows until all can be found', unit: 's', values: [large.times.searchableMs / 1000] },
      { what: 'inbox page meanwhile, to a screen', unit: 'ms', values: large.pages },
      { what: 'longest block of the event loop, each 250 ms', unit: 'ms', values: blocks },
    ],
  }
}

/** A second screen reads the inbox all the while. */
async function importLarge(data: string) {
  return withApp(data, async ({ client }) => {
    const startedAt = Date.now()
    const pages: number[] = []
    let done = false
    const reading = (async () => {
      while (!done) {
        const started = performance.now()
        await client.conversation.list({ view: 'all', limit: 50 })
        pages.push(performance.now() - started)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    })()
    const times = await importPairs(client, ROWS, BAD_EVERY).finally(() => (done = true))
    await reading
    return { times, pages, startedAt }
  })
}
