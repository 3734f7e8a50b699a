import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// It changes a whole process, so it is tried in one of its own.
const lastResort = fileURLToPath(new URL('./lastResort.ts', import.meta.url))

function outputAfter(accident: string): Promise<string> {
  const script = `
    import { surviveStrayErrors } from ${JSON.stringify(lastResort)}
    surviveStrayErrors({ error: (message, cause) => console.log(cause.message) })
    setTimeout(() => { console.log('still here') }, 50)
    ${accident}`
  return new Promise(resolve => {
    execFile(process.execPath, ['--input-type=module', '-e', script], (_, stdout) => resolve(stdout))
  })
}

test.each([
  ['an exception in a timer', "setTimeout(() => { throw new Error('stray') }, 1)"],
  ['a rejection that nobody waits for', "void Promise.reject(new Error('stray'))"],
  ['an error event without a listener', "setTimeout(() => process.stderr.emit('error', new Error('stray')), 1)"],
])('%s is logged and the program goes on', async (_, accident) => {
  expect(await outputAfter(accident)).toBe('stray\nstill here\n')
})
