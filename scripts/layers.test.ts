import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Each breaks one rule of .dependency-cruiser.cjs. */
const seeds: Readonly<Record<string, readonly [file: string, code: string]>> = {
  'electron-only-in-its-shell': ['main/services/seed1.ts', "import 'electron'"],
  'pure-core-has-no-node': ['main/domain/seed2.ts', "import 'node:fs'"],
  contract: ['main/contract/seed3.ts', "import '#domain/assertNever.ts'"],
  domain: ['main/domain/seed4.ts', "import '#main/ports/clock.ts'"],
  ports: ['main/ports/seed5.ts', "import '#main/storage/seed.ts'"],
  services: ['main/services/seed6.ts', "import '#main/storage/seed.ts'"],
  channels: ['main/channels/shared/seed7.ts', "import '#main/services/seed.ts'"],
  storage: ['main/storage/seed8.ts', "import '#main/services/seed.ts'"],
  ai: ['main/ai/seed9.ts', "import '#main/storage/seed.ts'"],
  importers: ['main/importers/seed10.ts', "import '#main/storage/seed.ts'"],
  exporters: ['main/exporters/seed11.ts', "import '#main/storage/seed.ts'"],
  gateway: ['main/gateway/seed12.ts', "import '#main/storage/seed.ts'"],
  system: ['main/system/seed13.ts', "import '#main/storage/seed.ts'"],
  rpc: ['main/rpc/seed14.ts', "import '#main/storage/seed.ts'"],
  'a-channel-knows-no-other': ['main/channels/seed15.ts', "import './seed.ts'"],
  'a-shell-knows-no-other': ['main/shells/node/seed16.ts', "import '#main/shells/electron/seed.ts'"],
  'shells-go-through-app': ['main/shells/node/seed17.ts', "import '#main/storage/seed.ts'"],
  'only-shells-import-app': ['main/services/seed18.ts', "import '#main/app.ts'"],
  'only-app-is-made-of-its-parts': ['main/services/seed30.ts', "import '#main/app/seed.ts'"],
  'fakes-only-in-tests': ['main/services/seed19.ts', "import '#main/testing/seed.ts'"],
  'renderer-sees-contract-and-domain': ['renderer/lib/seed20.ts', "import '#main/ports/clock.ts'"],
  'renderer-has-no-node': ['renderer/lib/seed21.ts', "import 'node:fs'"],
  'features-are-islands': ['renderer/features/inbox/seed22.ts', "import '../knowledge/seed.ts'"],
  'ui-and-lib-are-leaves': ['renderer/ui/seed23.ts', "import '#renderer/rpc/seed.ts'"],
  'only-app-imports-app': ['renderer/features/inbox/seed24.ts', "import '#renderer/app/seed.ts'"],
  'orpc-stays-at-the-edges': ['main/services/seed25.ts', "import '@orpc/server'"],
  'preload-stands-alone': ['preload/seed26.ts', "import '#domain/assertNever.ts'"],
  'e2e-drives-from-outside': ['e2e/seed27.ts', "import '#main/ports/clock.ts'"],
  'no-cycles': ['main/domain/seed28.ts', "import './seed29.ts'"],
}

const targets = [
  'main/domain/assertNever.ts',
  'main/ports/clock.ts',
  'main/app.ts',
  ...['storage', 'services', 'channels', 'shells/electron', 'testing', 'app'].map(folder => `main/${folder}/seed.ts`),
  ...['features/knowledge', 'rpc', 'app'].map(folder => `renderer/${folder}/seed.ts`),
]

let folder: string

function write(file: string, code: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${code}\n`)
}

function brokenRules(): Set<string> {
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [
    cruise,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'main',
    'preload',
    'renderer',
    'e2e',
  ]
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (stdout === '') throw new Error(stderr)
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }
  return new Set(summary.violations.map(({ rule }) => rule.name))
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keepdesk-layers-'))
  for (const file of ['package.json', '.dependency-cruiser.cjs']) cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const name of ['preload', 'e2e']) mkdirSync(join(folder, name))
  for (const target of targets) write(target, 'export const seed = 1')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every import rule reports the file that breaks it, and nothing else does', () => {
  expect([...brokenRules()]).toEqual([])
  for (const [file, code] of Object.values(seeds)) write(file, code)
  write('main/domain/seed29.ts', "import './seed28.ts'")
  expect([...brokenRules()].toSorted()).toEqual(Object.keys(seeds).toSorted())
})
