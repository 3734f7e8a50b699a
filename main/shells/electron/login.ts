import type { StartAtLogin } from '#main/ports/platform.ts'
import { createLoginFile } from '#main/system/startAtLogin.ts'
import type { DesktopApp } from './desktop.ts'

/** Says at the start that no window is wanted: the owner has just logged in. */
export const HIDDEN = '--hidden'

/** Starts with the computer, without a window; Electron has no way of its own for that on Linux. */
export function createStartAtLogin(parts: {
  app: Pick<DesktopApp, 'setLoginItemSettings' | 'getLoginItemSettings'>
  os: NodeJS.Platform
  /** The program, and what it needs to find itself. */
  command: readonly [string, ...string[]]
  dataFolder: string
  demo: boolean
}): StartAtLogin {
  const { app, os, command, dataFolder, demo } = parts
  const refusal = demo ? 'demo' : null
  const [path, ...own] = command
  const args = [...own, '--data-dir', dataFolder, HIDDEN]
  if (os === 'linux') return { refusal, ...createLoginFile([path, ...args], '-desktop') }
  return {
    refusal,
    isOn: () => app.getLoginItemSettings({ path, args }).openAtLogin,
    set: on => app.setLoginItemSettings({ openAtLogin: on, path, args }),
  }
}
