import type { MenuItemConstructorOptions } from 'electron'
import type { ShellWords } from './words.ts'

interface MenuActions {
  open: () => void
  quit: () => void
}

/** Roles act by themselves; the words are ours so that they follow the language. */
export function applicationMenu(
  words: ShellWords,
  { os, packaged }: { os: NodeJS.Platform; packaged: boolean },
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const quit: MenuItemConstructorOptions = { label: words.quit, accelerator: 'CmdOrCtrl+Q', click: actions.quit }
  const onMac: MenuItemConstructorOptions = {
    label: words.app,
    submenu: [
      { label: words.hide, role: 'hide' },
      { label: words.hideOthers, role: 'hideOthers' },
      { label: words.showAll, role: 'unhide' },
      separator,
      quit,
    ],
  }
  return [
    ...(os === 'darwin' ? [onMac] : []),
    {
      label: words.file,
      submenu: [
        { label: words.open, accelerator: 'CmdOrCtrl+N', click: actions.open },
        { label: words.close, role: 'close' },
        ...(os === 'darwin' ? [] : [separator, quit]),
      ],
    },
    {
      label: words.edit,
      submenu: [
        { label: words.undo, role: 'undo' },
        { label: words.redo, role: 'redo' },
        separator,
        { label: words.cut, role: 'cut' },
        { label: words.copy, role: 'copy' },
        { label: words.paste, role: 'paste' },
        { label: words.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [
        { label: words.reload, role: 'reload' },
        separator,
        { label: words.actualSize, role: 'resetZoom' },
        { label: words.zoomIn, role: 'zoomIn' },
        { label: words.zoomOut, role: 'zoomOut' },
        separator,
        { label: words.fullScreen, role: 'togglefullscreen' },
        ...(packaged ? [] : [{ role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]),
      ],
    },
    { label: words.window, submenu: [{ label: words.minimize, role: 'minimize' }] },
  ]
}

/** `said`: what the owner should know, a line each. */
export function trayMenu(
  words: ShellWords,
  said: readonly string[],
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  return [
    ...said.map(label => ({ label, enabled: false })),
    { type: 'separator' },
    { label: words.open, click: actions.open },
    { label: words.quit, click: actions.quit },
  ]
}
