import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { extractAll } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createModelEngine } from '#main/ai/engine.ts'
import { systemClock } from '#main/system/clock.ts'
import { writeGguf } from '#main/testing/models/gguf.ts'
import { scripted } from '#main/testing/models/scripted.ts'
import { silentLog } from '#main/testing/shop.ts'
import { packedFiles, type PackedFile } from './packedFiles.ts'
import { writeStubElectron } from './stubElectron.ts'

// Packages the desktop app around a stand-in for Electron's program and looks at what landed in it.

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const bin = (name: string) => resolve('node_modules/.bin', name)
let folder: string
let program: string
let files: PackedFile[]
/** What a start of the packaged program sees, without Electron's way of reading archives. */
let unpacked: string
const archive = () => join(program, 'resources/app.asar')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'))
  const { version } = z.object({ version: z.string() }).parse(require('electron/package.json'))
  writeStubElectron(join(folder, 'electron'), version)
  const env = { ...process.env, CI: '1', NODE_ENV: 'production' }
  await run(bin('vite'), ['build', '--config', 'vite.electron.config.ts', '--logLevel', 'error'], { env })
  if (!existsSync('out/renderer/index.html')) await run(bin('vite'), ['build', '--logLevel', 'error'], { env })
  const overrides = [`electronDist=${join(folder, 'electron')}`, `directories.output=${join(folder, 'release')}`]
  await run(
    bin('electron-builder'),
    ['--linux', 'dir', '--x64', '--publish', 'never', ...overrides.map(line => `-c.${line}`)],
    { env },
  )
  program = join(folder, 'release/linux-unpacked')
  files = packedFiles(archive())
  unpacked = join(folder, 'unpacked')
  extractAll(archive(), unpacked)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const paths = (pattern: RegExp) => files.map(({ path }) => path).filter(path => pattern.test(path))

describe('the packaged program', () => {
  test('has the page, the shell and the preload script, and says how big it is', async () => {
    expect(paths(/^[^/]+$/)).toEqual(['package.json'])
    expect(paths(/^out\/(main\/electron\.js|preload\/index\.cjs|renderer\/index\.html)$/)).toHaveLength(3)
    const packed = (await stat(archive())).size
    const beside = files.filter(({ unpacked }) => unpacked).reduce((sum, { bytes }) => sum + bytes, 0)
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
    process.stdout.write(
      `packaged: ${files.length} files, app.asar ${megabytes(packed)}, unpacked natives ${megabytes(beside)} (without Electron)\n`,
    )
    expect(packed).toBeLessThan(60e6)
  })

  test('keeps its native parts outside the archive, one of each, and they load', () => {
    const natives = files.filter(({ path }) => /\.(node|so|dll|dylib)$/.test(path))
    expect(natives.filter(({ unpacked }) => !unpacked)).toEqual([])
    const ofModels = /^node_modules\/@node-llama-cpp\/linux-x64\/bins\/linux-x64\/[^/]+$/
    expect(natives.filter(({ path }) => ofModels.test(path)).length).toBeGreaterThan(5)
    const loaded = natives.filter(({ path }) => path.endsWith('.node'))
    expect(natives.filter(({ path }) => !loaded.some(one => one.path === path) && !ofModels.test(path))).toEqual([])
    expect(loaded.map(({ path }) => path).toSorted()).toEqual([
      expect.stringMatching(/^node_modules\/@lancedb\/lancedb-linux-x64-gnu\/.*\.node$/),
      'node_modules/@node-llama-cpp/linux-x64/bins/linux-x64/llama-addon.node',
      'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
    ])
    for (const { path } of loaded) expect(require(join(`${archive()}.unpacked`, path))).toBeTypeOf('object')
  })

  test('carries no Node, no sources, no tests, no tools and nothing that the page already contains', () => {
    expect(paths(/^node_modules\/node-(linux|win|darwin|bin)/)).toEqual([])
    expect(paths(/\.(ts|tsx|mts|cts|map|c|cc|h)$/)).toEqual([])
    expect(paths(/(^|\/)(tests?|__tests__|e2e|\.github)\/|\.test\./)).toEqual([])
    expect(paths(/^(main|renderer|preload|scripts|resources)\//)).toEqual([])
    const tools = ['electron', 'electron-builder', 'vite', 'vitest', 'typescript', 'oxlint', 'prettier', '@playwright']
    const ofThePage = ['react', 'react-dom', 'lucide-react', '@base-ui', 'zustand']
    expect([...tools, ...ofThePage].filter(name => paths(new RegExp(`^node_modules/${name}/`)).length > 0)).toEqual([])
  })

  test('carries no sources of llama.cpp and nothing of it for other systems', () => {
    expect(paths(/^node_modules\/node-llama-cpp\/(llama|templates|bins)\//).toSorted()).toEqual([
      'node_modules/node-llama-cpp/llama/binariesGithubRelease.json',
      'node_modules/node-llama-cpp/llama/llama.cpp.info.json',
    ])
    expect(paths(/^node_modules\/@node-llama-cpp\/[^/]+\/bins\/(?!linux-x64\/)/)).toEqual([])
  })

  test('opens a model file in the process that is meant for it, which writes with it', async () => {
    const file = join(folder, 'model.gguf')
    writeGguf(file, scripted({ scripts: [{ say: 'Your order has been shipped.' }] }))
    const engine = createModelEngine({
      workerFile: join(unpacked, 'out/main/ai-modelProcess.js'),
      graphics: { hasFailed: () => true, setFailed: () => undefined },
      clock: systemClock,
      log: silentLog,
    })
    await engine.use('writing', { id: 'a', name: 'A', file, sha256: '' })
    let text = ''
    const asked = { prefix: 'You answer.', parts: [{ text: 'Where is it?', needed: 1 }], maxTokens: 40 }
    for await (const piece of engine.draft({ ...asked, urgency: 'owner' })) text += piece
    await engine.close()
    expect(text).toBe('Your order has been shipped.')
  }, 40_000)

  test('brings its resources, without the screenshots', async () => {
    const resources = join(program, 'resources/resources')
    const icons = ['icon.png', 'icon.tray.png', 'icon.trayTemplate.png', 'icon.mark.png']
    expect(await readdir(resources)).toEqual(expect.arrayContaining([...icons, 'demo', 'playbooks', 'rules']))
    expect(await readdir(resources)).not.toContain('screenshots')
    expect(await readdir(join(resources, 'understanding'))).toEqual(
      expect.arrayContaining(['MODEL_CARD.md', 'embedding.bin', 'injection.bin', 'intents.bin', 'mood.bin']),
    )
  })

  test('19 · the switches inside the Electron program are set', async () => {
    // The stand-in carries the same wire of switches as a real Electron program; `1` is on, `0` is off.
    const binary = await readFile(join(program, 'keepdesk'), 'latin1')
    const wire = /dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX..(.{9})/s.exec(binary)?.[1] ?? ''
    const [runAsNode, cookieEncryption, nodeOptions, nodeInspect, asarIntegrity, onlyAsar, , filePrivileges] = wire
    expect({ runAsNode, cookieEncryption, nodeOptions, nodeInspect, asarIntegrity, onlyAsar, filePrivileges }).toEqual({
      runAsNode: '0',
      cookieEncryption: '1',
      nodeOptions: '0',
      nodeInspect: '0',
      asarIntegrity: '1',
      onlyAsar: '1',
      filePrivileges: '0',
    })
  })

  test('starts: serves its page, answers it over the port, reads a file in another process, finds what it read', async () => {
    const data = join(folder, 'data')
    await mkdir(data)
    const { stdout } = await run(
      process.execPath,
      ['--import', resolve('scripts/package/electronStandIn.mjs'), join(unpacked, 'out/main/electron.js')],
      {
        env: {
          PATH: process.env.PATH,
          KEEPDESK_TRIAL_FOLDER: data,
          KEEPDESK_TRIAL_RESOURCES: join(program, 'resources'),
        },
        timeout: 30_000,
      },
    )
    expect(JSON.parse(stdout)).toMatchObject({
      errors: [],
      exit: 0,
      page: 200,
      policy: true,
      imported: { added: 1 },
      found: ['ship'],
      about: { shell: 'electron', version: 'trial', keyProtection: 'keychain', demo: false, windows: 1 },
    })
    expect(await readdir(join(data, 'Keepdesk/shop'))).toEqual(expect.arrayContaining(['key.json', 'keepdesk.db']))
  }, 40_000)
})
