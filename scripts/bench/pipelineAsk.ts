// A process of its own, because the database belongs to one process at a time:
// node scripts/bench/pipelineAsk.ts DATA_FOLDER ENTRIES QUESTIONS
import { pairs, named } from './faq.ts'
import { openInside } from './inside.ts'
import { questionsTo } from './pipelineTexts.ts'

export interface AskTimes {
  whole: number[]
  reading: number[]
  searching: number[]
  deciding: number[]
  /** Of all threads. */
  processor: number[]
}

const WARM_UP = 100
const [data, entries, count] = process.argv.slice(2)
if (!data || !entries || !count) throw new Error('pipelineAsk.ts DATA_FOLDER ENTRIES QUESTIONS')

const shop = await openInside(data)
const known = pairs(Number(entries), named)
const texts = questionsTo(known, Number(count))
for (const text of questionsTo(known, WARM_UP, texts.length)) await shop.assistant.tryQuestion(text)
const times: AskTimes = { whole: [], reading: [], searching: [], deciding: [], processor: [] }
for (const text of texts) {
  Object.assign(shop.spent, { reading: 0, searching: 0 })
  const used = process.cpuUsage()
  const started = performance.now()
  await shop.assistant.tryQuestion(text)
  const whole = performance.now() - started
  const { user, system } = process.cpuUsage(used)
  const { reading, searching } = shop.spent
  times.whole.push(whole)
  times.reading.push(reading)
  times.searching.push(searching)
  // Two questions in one message are looked up side by side: then the search is longer than the message took.
  times.deciding.push(Math.max(0, whole - reading - searching))
  times.processor.push((user + system) / 1000)
}
await shop.close()
process.stdout.write(JSON.stringify(times))
