// npm run bench: sets up what is missing, then measures. The options are described in bench/run.ts.
import { join } from 'node:path'
import { launch } from './launch.mjs'
import { ensurePackages, ensurePage, ensureTestTools, node24, programFlags, root } from './setup.mjs'

const args = process.argv.slice(2)
const at = args.findIndex(arg => arg === '--only' || arg.startsWith('--only='))
const only = at < 0 ? 'mail' : args[at].includes('=') ? args[at].slice('--only='.length) : (args[at + 1] ?? '')

ensurePackages()
ensurePage()
if (only.split(',').includes('mail')) ensureTestTools()
// The programs that it starts are to run just as npm start would run them.
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS ?? '', ...programFlags].join(' ').trim()
launch(node24(), [join(root, 'scripts/bench/run.ts'), ...args])
