// npm run screenshots: sets up what is missing, then takes the pictures in resources/screenshots.
import { join } from 'node:path'
import { launch } from './launch.mjs'
import { ensurePackages, ensurePage, ensureTestTools, node24, programFlags, root } from './setup.mjs'

ensurePackages()
ensurePage()
ensureTestTools()
launch(node24(), [...programFlags, join(root, 'scripts/screenshots.ts'), ...process.argv.slice(2)])
