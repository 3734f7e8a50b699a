import { createInterface } from 'node:readline/promises'

/** From KEEPDESK_PASSPHRASE, else from the terminal. */
export async function askPassphrase(): Promise<string> {
  const given = process.env.KEEPDESK_PASSPHRASE
  if (given) return given
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const words = await terminal.question('Passphrase: ')
  terminal.close()
  return words
}
