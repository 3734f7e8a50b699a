import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { isElectron } from './shell.ts'

const browsers = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']
const executablePath = process.env.KEEPDESK_CHROMIUM ?? browsers.find(existsSync)

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  // Each file has an app and servers of its own, and mostly waits for them: two at once do not get in each other's way.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // The mail servers of the tests are Linux programs; the other specs are about the loopback page.
  projects: isElectron
    ? [
        {
          name: 'electron',
          testMatch: process.platform === 'linux' ? ['theWholeJob.spec.ts', 'demo.spec.ts'] : ['demo.spec.ts'],
        },
      ]
    : [{ name: 'node' }],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: ['--disable-background-networking', '--disable-component-update'] },
  },
})
