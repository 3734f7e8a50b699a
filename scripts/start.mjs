// npm start: sets up what is missing, then opens the app.
import { join } from 'node:path'
import { launch } from './launch.mjs'
import {
  electronBinary,
  ensureElectronBuild,
  ensurePackages,
  ensurePage,
  fail,
  node24,
  programFlags,
  root,
} from './setup.mjs'

const args = process.argv.slice(2)
const at = args.findIndex(arg => arg === '--shell' || arg.startsWith('--shell='))
const [named] = at < 0 ? [] : args.splice(at, args[at] === '--shell' ? 2 : 1).slice(-1)
const wished = named?.replace('--shell=', '')
if (at >= 0 && wished !== 'node' && wished !== 'electron') fail('--shell is node or electron.', 2)

ensurePackages()
ensurePage()
const electron = electronBinary()
if (wished === 'electron' && !electron) {
  fail(
    'The desktop window needs Electron, whose program is not on this computer. Leave out --shell to use the browser.',
  )
}
if (electron && wished !== 'node') {
  process.stderr.write('Opening Keepdesk in its own window (Electron).\n')
  ensureElectronBuild()
  launch(electron, [root, ...args])
} else {
  const why = wished === 'node' ? '' : " (Electron's program is not on this computer)"
  process.stderr.write(`Opening Keepdesk in the browser${why}.\n`)
  launch(node24(), [...programFlags, join(root, 'main/shells/node/index.ts'), 'serve', ...args])
}
