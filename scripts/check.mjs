// The static checks. Each is one claim that holds or does not.
import { spawnSync } from 'node:child_process'
import { environment, root } from './setup.mjs'

/** Below this the import rules were not really checked (a missing parser reads no file and finds no fault). */
const MODULE_FLOOR = 120
const folders = ['main', 'preload', 'renderer', 'e2e']

function sh(command, args) {
  return spawnSync(command, args, { cwd: root, env: environment(), encoding: 'utf8', maxBuffer: 2 ** 28 })
}

function plain(command, ...args) {
  const { status, stdout, stderr, error } = sh(command, args)
  return status === 0 ? null : `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`
}

function layers() {
  const { stdout, stderr } = sh('depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...folders,
  ])
  let summary
  try {
    summary = JSON.parse(stdout).summary
  } catch {
    return `dependency-cruiser did not answer: ${stderr}`
  }
  if (summary.totalCruised < MODULE_FLOOR) return `only ${summary.totalCruised} modules were read`
  const broken = summary.violations.filter(({ rule }) => rule.severity === 'error')
  return broken.length === 0 ? null : broken.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).join('\n')
}

export const checks = [
  { name: 'format (prettier)', run: () => plain('prettier', '--check', '--log-level', 'warn', '.') },
  {
    name: 'lint (oxlint, type-aware)',
    run: () => plain('oxlint', '--type-aware', '--deny-warnings', ...folders, 'scripts'),
  },
  { name: 'types of main (tsc)', run: () => plain('tsc', '-p', 'main/tsconfig.json') },
  { name: 'types of renderer (tsc)', run: () => plain('tsc', '-p', 'renderer/tsconfig.json') },
  { name: 'import rules (dependency-cruiser)', run: layers },
]

/** Prints each result and returns the counts. */
export function runChecks() {
  const counts = { passed: 0, failed: 0 }
  for (const { name, run } of checks) {
    const started = Date.now()
    const trouble = run()
    counts[trouble === null ? 'passed' : 'failed'] += 1
    process.stdout.write(
      `${trouble === null ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
    )
    if (trouble !== null) process.stdout.write(`${trouble.slice(0, 8000)}\n`)
  }
  return counts
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { ensurePackages } = await import('./setup.mjs')
  ensurePackages()
  const { passed, failed } = runChecks()
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}
