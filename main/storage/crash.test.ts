import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openTestDatabase, openTestStores, testFolder } from '#main/testing/storage.ts'

const program = fileURLToPath(new URL('../testing/storageProcess.ts', import.meta.url))

/** Runs until it has said `enough` lines and `moreMs` more have passed, then kills it. Returns all it said. */
async function runAndKill(folder: string, run: string, enough: number, moreMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, folder, run], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  let isDying = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (isDying || said.split('\n').length <= enough) return
    isDying = true
    setTimeout(() => child.kill('SIGKILL'), moreMs)
  })
  await new Promise(resolve => child.once('close', resolve))
  return said.split('\n').slice(0, -1)
}

test('20 times kill -9 in the middle of writing loses nothing that was acknowledged and leaves nothing half done', async () => {
  const folder = testFolder()
  const before = openTestStores({ folder })
  before.addConversation('c1')
  before.db.close()
  const acknowledged: string[] = []
  for (let cycle = 0; cycle < 20; cycle += 1) {
    const [first, ...ids] = await runAndKill(folder, `run${cycle}`, 2, cycle * 1.7)
    expect(first).toBe('ready')
    acknowledged.push(...ids)
  }
  const { db, stores, blobs } = openTestStores({ folder })
  const stored = stores.messages.all('c1').map(({ id }) => id)
  expect(acknowledged.length).toBeGreaterThanOrEqual(20)
  expect(acknowledged.filter(id => !stored.includes(id))).toEqual([])
  expect(stored.length).toBeLessThanOrEqual(acknowledged.length + 20)
  const count = (sql: string) => db.prepare(sql).pluck().get()
  expect(count('select count(*) from inbox_raw')).toBe(stored.length)
  expect(count('select count(*) from work')).toBe(stored.length)
  expect(count(`select count(*) from conversation_search where conversation_search match 'umbrella'`)).toBe(
    stored.length,
  )
  expect(stores.channels.get('mail')?.cursor).toBe(stored.at(-1))
  const large = db.prepare<[], string>('select raw_sha256 from inbox_raw where raw is null').pluck().all()
  expect(large.map(sha256 => blobs.get(sha256)?.length)).toEqual(large.map(() => 300_000))
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
}, 60_000)

test('a second process is refused at once and can open the folder as soon as the first is dead', async () => {
  const folder = testFolder()
  const first = openTestStores({ folder })
  first.addConversation('c1')
  const started = performance.now()
  const lines = await runAndKill(folder, 'second', 1, 0)
  expect(lines).toEqual(['failed: in-use'])
  expect(performance.now() - started).toBeLessThan(5000)
  first.db.close()

  expect((await runAndKill(folder, 'third', 2, 0)).slice(0, 2)).toEqual(['ready', 'third-0'])
  expect(openTestDatabase(folder).open).toBe(true)
})
