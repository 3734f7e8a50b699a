import { readFileSync, writeFileSync } from 'node:fs'
import type { App } from '#main/app.ts'
import { commandOptions } from './commandOptions.ts'
import { Exit } from './exit.ts'
import { withApp } from './openApp.ts'

const options = {
  'data-dir': { type: 'string' },
  out: { type: 'string' },
  timing: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
  } catch (cause) {
    throw new Exit(1, `Keepdesk cannot read ${file}.`, { cause })
  }
}

async function simulated(app: App, lines: readonly string[], timing: boolean) {
  try {
    return await app.simulate(lines, timing)
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'BadLine')
      throw new Exit(1, `${cause.message}. Nothing was written.`, { cause })
    throw cause
  }
}

/** One output line for each input line, in the same order. The same input and knowledge give the same output. */
export async function simulate(args: readonly string[]): Promise<number> {
  const { values, positionals } = commandOptions(args, options)
  const [file] = positionals
  const { out } = values
  if (!file || !out)
    throw new Exit(2, 'Give the file to read and the file to write: simulate FILE.jsonl --out OUT.jsonl.')
  const lines = linesOf(file)
  return withApp(values['data-dir'], async app => {
    await app.knowledge.untilIndexed()
    const results = await simulated(app, lines, values.timing)
    try {
      writeFileSync(out, results.map(result => `${JSON.stringify(result)}\n`).join(''))
    } catch (cause) {
      throw new Exit(1, `Keepdesk cannot write ${out}.`, { cause })
    }
    const counts = { lines: results.length, reply: 0, ask: 0, handoff: 0, silent: 0 }
    for (const { action } of results) counts[action] += 1
    const { reply, ask, handoff, silent } = counts
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ ...counts, out })}\n`
        : `${counts.lines} messages: ${reply} answered, ${ask} asked back, ${handoff} handed over, ${silent} silent. Written: ${out}\n`,
    )
    return 0
  })
}
