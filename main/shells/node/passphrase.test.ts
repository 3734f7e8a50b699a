import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const passphrase = fileURLToPath(new URL('./passphrase.ts', import.meta.url))

/** Asks in a process of its own whose terminal says `typed` and then ends. */
function asked(typed: string): Promise<string> {
  const script = `
    import { askPassphrase } from ${JSON.stringify(passphrase)}
    const said = await askPassphrase().catch(error => error.name + ': ' + error.message)
    console.log(said)`
  return new Promise(resolve => {
    const env = { ...process.env, KEEPDESK_PASSPHRASE: '' }
    const child = execFile(process.execPath, ['--input-type=module', '-e', script], { env }, (_, stdout) =>
      resolve(stdout),
    )
    child.stdin?.end(typed)
  })
}

test('it is read from the terminal', async () => {
  expect(await asked('correct horse\n')).toBe('correct horse\n')
})

test('without a terminal it says how to give it', async () => {
  expect(await asked('')).toMatch(/^Exit: .*KEEPDESK_PASSPHRASE/)
})
