import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { Exit } from './exit.ts'

/** Options and words of one command. Throws Exit(2) for anything it does not know. */
export function commandOptions<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (cause) {
    throw new Exit(2, cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
