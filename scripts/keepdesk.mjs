#!/usr/bin/env node
// npx keepdesk: the command line on the same core.
import { join } from 'node:path'
import { launch } from './launch.mjs'
import { ensurePackages, ensurePage, node24, programFlags, root } from './setup.mjs'

const args = process.argv.slice(2)
ensurePackages()
if (args.length === 0 || args[0] === 'serve') ensurePage()
launch(node24(), [...programFlags, join(root, 'main/shells/node/index.ts'), ...args])
