import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLoginFile } from './startAtLogin.ts'

function newHome() {
  const home = mkdtempSync(join(tmpdir(), 'keepdesk-login-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

const command = ['/opt/node', '/home/me/My "shop" & 50%/index.ts', 'serve']

test('on Linux a desktop entry is written, quoted as its rules say, and taken away again', () => {
  const home = newHome()
  const login = createLoginFile(command, '', { os: 'linux', home, env: {} })
  const file = join(home, '.config/autostart/keepdesk.desktop')
  expect(login.isOn()).toBe(false)
  login.set(true)
  expect(login.isOn()).toBe(true)
  expect(readFileSync(file, 'utf8')).toContain(
    String.raw`Exec="/opt/node" "/home/me/My \\"shop\\" & 50%%/index.ts" "serve"`,
  )
  login.set(false)
  expect(existsSync(file)).toBe(false)
  login.set(false)
})

test('on a Mac it is a launch agent that stays well-formed whatever the folder is called', () => {
  const home = newHome()
  createLoginFile(command, '-2', { os: 'darwin', home, env: {} }).set(true)
  const plist = readFileSync(join(home, 'Library/LaunchAgents/app.keepdesk.login-2.plist'), 'utf8')
  expect(plist).toContain('<string>/home/me/My "shop" &amp; 50%/index.ts</string>')
  expect(plist).toContain('<key>RunAtLoad</key>')
})

test('on Windows it is a small script that starts it out of the way', () => {
  const home = newHome()
  createLoginFile(['C:\\Program Files\\node.exe', 'C:\\100%\\index.ts'], '', {
    os: 'win32',
    home,
    env: { APPDATA: join(home, 'Roaming') },
  }).set(true)
  const file = join(home, 'Roaming/Microsoft/Windows/Start Menu/Programs/Startup/keepdesk.cmd')
  expect(readFileSync(file, 'utf8')).toContain(
    'start "Keepdesk" /min "C:\\Program Files\\node.exe" "C:\\100%%\\index.ts"',
  )
})

test('a shop in another folder has a file of its own', () => {
  const home = newHome()
  const places = { os: 'linux', home, env: {} } as const
  createLoginFile(command, '', places).set(true)
  expect(createLoginFile(command, '-other', places).isOn()).toBe(false)
})

test('a folder that cannot be written says so', () => {
  const home = newHome()
  const places = { os: 'linux', home, env: { XDG_CONFIG_HOME: join(home, 'file') } } as const
  writeFileSync(join(home, 'file'), 'not a folder')
  expect(() => createLoginFile(command, '', places).set(true)).toThrow()
})
