import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { Exit } from './exit.ts'

/** From KEEPDESK_PASSPHRASE, else from the terminal. */
export async function askPassphrase(): Promise<string> {
  const given = process.env.KEEPDESK_PASSPHRASE
  if (given) return given
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const closed = once(terminal, 'close').then(() => {
    throw new Exit(1, 'Keepdesk needs the passphrase: type it in a terminal, or give it in KEEPDESK_PASSPHRASE.')
  })
  const words = await Promise.race([terminal.question('Passphrase: '), closed])
  terminal.close()
  return words
}
