/**
 * Measures Keepdesk against its targets and prints a table.
 *
 *   npm run bench -- [--only PARTS] [--small] [--json FILE] [--seeds DIR]
 *
 *   --only PARTS   some of startup,inbox,screen,search,mail,import,orders,answer,playbook,pipeline,report,model; all of
 *                  them without it
 *   --small        the inbox with 10,000 conversations and 100,000 messages instead of ten times as many
 *   --json FILE    writes the machine and all figures to a file too
 *   --seeds DIR    keeps the filled databases in a folder and takes them from there the next time
 *
 * Everything runs against the real program: the node shell in its own process, a client over its socket, and for
 * mail a real Dovecot and Exim (Linux, as root). Exit code 1 when a target is missed, 2 for wrong usage. All of it
 * takes a good ten minutes, most of them for filling the large database. Other work on the machine shows: compare
 * only figures with a like load.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { removeFolder, temporaryFolder } from '../../e2e/app.ts'
import { answers } from './answers.ts'
import { summary, table, type Part } from './figures.ts'
import { imports } from './imports.ts'
import { inbox } from './inbox.ts'
import { load, machine } from './machine.ts'
import { mail } from './mail.ts'
import { model } from './model.ts'
import type { Workplace } from './shop.ts'
import { orders } from './orders.ts'
import { pipeline } from './pipeline.ts'
import { playbooks } from './playbooks.ts'
import { report } from './report.ts'
import { search } from './search.ts'
import { screen } from './screen.ts'
import { startup } from './startup.ts'

const { values } = parseArgs({
  options: {
    only: {
      type: 'string',
      default: 'startup,inbox,screen,search,mail,import,orders,answer,playbook,pipeline,report,model',
    },
    small: { type: 'boolean', default: false },
    json: { type: 'string' },
    seeds: { type: 'string' },
  },
})
const parts: Readonly<Record<string, (place: Workplace) => Promise<Part>>> = {
  startup,
  inbox: place => inbox(place, values.small),
  screen: place => screen(place, values.small),
  search: place => search(place, values.small),
  mail,
  import: imports,
  orders,
  answer: answers,
  playbook: playbooks,
  pipeline,
  report: place => report(place, values.small),
  model,
}
const wanted = values.only.split(',').map(name => ({ name, measure: parts[name] }))
const unknown = wanted.find(({ measure }) => !measure)
if (unknown) {
  console.error(`There is no part "${unknown.name}": use some of ${Object.keys(parts).join(',')}.`)
  process.exit(2)
}

const about = machine()
console.log(
  `${about.processor}, ${about.cores} cores, ${about.memoryGB} GB, ${about.system}, Node ${about.node}, load ${about.loadAtStart.join(' ')}`,
)
const place: Workplace = {
  folder: temporaryFolder(),
  seeds: values.seeds ?? null,
  say: line => process.stderr.write(`  ${line}\n`),
}
// An end by signal also ends the servers and programs that were started: they listen for this exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
process.once('exit', () => removeFolder(place.folder))
const results: (Part & { load: string })[] = []
for (const { measure } of wanted) {
  if (!measure) continue
  const before = load()
  const part = await measure(place)
  results.push({ ...part, load: `${before} to ${load()}` })
  console.log(`${table(part)}\nLoad of the machine meanwhile: ${before} to ${load()}`)
}

const missed = results.flatMap(({ figures }) => figures.map(summary)).filter(({ reached }) => reached === false)
console.log(missed.length === 0 ? '\nAll targets reached.' : `\n${missed.length} targets missed.`)
if (values.json) {
  const parts = results.map(({ figures, ...part }) => ({ ...part, figures: figures.map(summary) }))
  writeFileSync(values.json, `${JSON.stringify({ machine: about, at: new Date(), parts }, null, 2)}\n`)
}
process.exit(missed.length === 0 ? 0 : 1)
