// npm test: sets up what is missing, then runs every check and test.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks } from './check.mjs'
import { ensurePackages, ensurePage, ensureTestTools, environment, root } from './setup.mjs'

const [only, ...chosen] = process.argv.slice(2)
/** Runs of some of the browser tests have folders of their own, so that two at once do not take each other's away. */
const results = join(root, 'test-results', chosen.join('-').replaceAll(/[^\w-]+/g, '-'))

function sh(command, args, env = {}) {
  return spawnSync(command, args, {
    cwd: root,
    env: { ...environment(), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  }).status
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** A runner that ended badly without a failed test (a crash, an empty run) counts as one failure. */
function tally(passed, failed, status) {
  return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed }
}

function unitTests() {
  const file = join(results, 'unit.json')
  const status = sh('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  const report = read(file)
  return tally(report?.numPassedTests ?? 0, (report?.numFailedTests ?? 0) + (report?.numPendingTests ?? 0), status)
}

export function browserTests(args = []) {
  const file = join(results, 'e2e.json')
  const where = ['--config', 'e2e/playwright.config.ts', '--output', join(results, 'e2e')]
  const status = sh('playwright', ['test', ...where, '--reporter=list,json', ...args], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const stats = read(file)?.stats
  return tally(stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0), status)
}

const started = Date.now()
ensurePackages()
ensureTestTools()
ensurePage()
process.stdout.write(`Set-up took ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const parts = only === 'e2e' ? [browserTests(chosen)] : [runChecks(), unitTests(), browserTests()]
const passed = parts.reduce((sum, part) => sum + part.passed, 0)
const failed = parts.reduce((sum, part) => sum + part.failed, 0)
process.stdout.write(`All of it took ${((Date.now() - started) / 1000).toFixed(0)} s\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
