import { command } from './app.ts'

/** A fresh link into the Keepdesk that runs on this folder: a second start refuses and gives one. */
export async function linkInto(folder: string): Promise<string> {
  const { stderr } = await command(['serve', '--no-open', '--data-dir', folder])
  const link = /Open it here: (\S+)/.exec(stderr)?.[1]
  if (!link) throw new Error(`No link into the running Keepdesk: ${stderr}`)
  return link
}
