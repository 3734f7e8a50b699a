import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { testFolder } from '#main/testing/storage.ts'
import { createImporter, type ImporterOptions } from './importer.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const good = bytesOf('question,answer\nWhere is my order?,On its way\n')

function openImporter(options: ImporterOptions = {}) {
  const importer = createImporter(options)
  onTestFinished(() => importer.close())
  return importer
}

/** A reader that does what this program says. */
function workerThat(program: string): string {
  const file = join(testFolder(), 'worker.mjs')
  writeFileSync(file, program)
  return file
}

test('files are read in another process, with the language of each entry', async () => {
  const importer = openImporter()
  const [english, chinese] = await Promise.all([
    importer.read('a.csv', good),
    importer.read('b.jsonl', bytesOf('{"question":"怎么退货？","answer":"七天内。"}\nbad')),
  ])
  expect(english.entries).toMatchObject([{ question: 'Where is my order?', language: 'en' }])
  expect(chinese.entries).toMatchObject([{ question: '怎么退货？', language: 'zh' }])
  expect(chinese.badRows).toMatchObject([{ line: 2, problem: 'not-json' }])
})

test('more rows than fit in one message arrive complete and in order', async () => {
  const rows = Array.from({ length: 1_000 }, (_, row) => `Question ${row},${row % 10 === 0 ? '' : 'Answer'}`)
  const { entries, badRows } = await openImporter().read('a.csv', bytesOf(`question,answer\n${rows.join('\n')}`))
  expect([entries.length, badRows.length]).toEqual([900, 100])
  expect(entries.at(-1)?.question).toBe('Question 999')
})

test('a reader that hangs is given up and the next file is read by another', async () => {
  const importer = openImporter({
    workerFile: workerThat("process.on('message', () => { for (;;); })"),
    longestReadMs: 500,
  })
  expect((await importer.read('a.csv', good)).badRows).toEqual([{ line: null, problem: 'unreadable', detail: '' }])
})

test('a reader that says something else than agreed is not believed', async () => {
  const worker = workerThat(
    "process.on('message', () => process.send({ type: 'entries', entries: [{ question: 1 }] }))",
  )
  expect((await openImporter({ workerFile: worker }).read('a.csv', good)).badRows).toMatchObject([
    { problem: 'unreadable' },
  ])
})

test('a file with more than 100 MB is refused without being read', async () => {
  const importer = openImporter({ workerFile: 'does-not-exist.mjs' })
  expect((await importer.read('a.csv', new Uint8Array(100 * 1024 * 1024 + 1))).badRows).toMatchObject([
    { problem: 'too-big' },
  ])
})

test('reading may not write files', async () => {
  const target = join(testFolder(), 'written.txt')
  const worker = workerThat(`
    import { writeFileSync } from 'node:fs'
    process.on('message', () => {
      try { writeFileSync(${JSON.stringify(target)}, 'x') } catch (error) {
        process.send({ type: 'badRows', badRows: [{ line: null, problem: 'unreadable', detail: error.code }] })
      }
      process.send({ type: 'done', format: null })
    })`)
  expect((await openImporter({ workerFile: worker }).read('a.csv', good)).badRows).toMatchObject([
    { detail: 'ERR_ACCESS_DENIED' },
  ])
})
