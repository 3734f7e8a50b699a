import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]
const windowsPlaces = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
]
const macPlaces = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
]

type Environment = Readonly<Record<string, string | undefined>>

/** Where a browser that prints to PDF usually lies; only there where `KEEPDESK_BROWSER` says so. */
export function browserPlaces(os: NodeJS.Platform, env: Environment): string[] {
  const own = env.KEEPDESK_BROWSER
  if (own !== undefined && own !== '') return [own]
  if (os === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(root => root !== undefined)
    return windowsPlaces.flatMap(place => roots.map(root => join(root, ...place)))
  }
  if (os === 'darwin') {
    const roots = ['/Applications', ...(env.HOME === undefined ? [] : [join(env.HOME, 'Applications')])]
    return macPlaces.flatMap(place => roots.map(root => join(root, place)))
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder.startsWith('/'))
  return linuxNames.flatMap(name => [...folders, '/usr/bin', '/snap/bin'].map(folder => join(folder, name)))
}

/** The first that can be run; null when none is there. */
export function findBrowser(os: NodeJS.Platform = process.platform, env: Environment = process.env): string | null {
  return browserPlaces(os, env).find(isRunnable) ?? null
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    // Not there, or not ours to run: the next place is looked at.
    return false
  }
}
