// Takes the pictures in resources/screenshots. `npm run screenshots`, or `npm run screenshots -- --only mail`,
// or `npm run screenshots -- --only shop --screens orders,order`: the others are opened, as screens build on one another.
import { existsSync, mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { takeShopPictures } from './screenshots/shop.ts'
import { takeEmptyPictures } from './screenshots/empty.ts'
import { takeMailPictures } from './screenshots/mail.ts'
import { takeModelPictures } from './screenshots/models.ts'
import { morningZone } from '../e2e/pages/morningZone.ts'
import { createCamera } from './screenshots/camera.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    screens: { type: 'string' },
    folder: { type: 'string', default: 'resources/screenshots' },
  },
})
const browsers = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']
const sessions = { empty: takeEmptyPictures, mail: takeMailPictures, models: takeModelPictures, shop: takeShopPictures }

// The assistant writes its times where the pages show theirs.
process.env.TZ = morningZone(new Date())
mkdirSync(values.folder, { recursive: true })
const executablePath = process.env.KEEPDESK_CHROMIUM ?? browsers.find(existsSync)
const browser = await chromium.launch({ executablePath })
try {
  const camera = createCamera(browser, values.folder, values.screens?.split(','))
  for (const [name, take] of Object.entries(sessions)) {
    if (values.only === undefined || values.only.split(',').includes(name)) await take(camera)
  }
} finally {
  await browser.close()
}
