import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Where each system looks for what it starts when somebody logs in, and how it wants to be told. */
interface Place {
  file: string
  content(command: readonly string[]): string
}

export interface LoginPlaces {
  os: NodeJS.Platform
  home: string
  env: Readonly<Record<string, string | undefined>>
}

const NAME = 'keepdesk'

/** For a shop of its own folder there is one file, so that a second shop does not take the place of the first. */
function placeOf({ os, home, env }: LoginPlaces, id: string): Place {
  if (os === 'win32') {
    const roaming = env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
    const folder = join(roaming, 'Microsoft', 'Windows', 'Start Menu', 'Programs', 'Startup')
    return { file: join(folder, `${NAME}${id}.cmd`), content: windowsScript }
  }
  if (os === 'darwin') {
    const label = `app.${NAME}.login${id}`
    const file = join(home, 'Library', 'LaunchAgents', `${label}.plist`)
    return { file, content: command => launchAgent(label, command) }
  }
  const folder = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'autostart')
  return { file: join(folder, `${NAME}${id}.desktop`), content: desktopEntry }
}

/** The freedesktop rules: quoted, with `"`, `` ` ``, `$` and `\` escaped twice over, and `%` doubled. */
function desktopEntry(command: readonly string[]): string {
  const quoted = command.map(
    part =>
      `"${part
        .replace(/[\\"`$]/gu, '\\$&')
        .replaceAll('\\', '\\\\')
        .replaceAll('%', '%%')}"`,
  )
  const lines = ['[Desktop Entry]', 'Type=Application', 'Name=Keepdesk', `Exec=${quoted.join(' ')}`, 'Terminal=false']
  return `${lines.join('\n')}\n`
}

function launchAgent(label: string, command: readonly string[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const parts = command.map(part => `    <string>${escaped(part)}</string>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${escaped(label)}</string>
  <key>ProgramArguments</key>
  <array>
${parts.join('\n')}
  </array>
  <key>RunAtLoad</key>
  <true/>
</dict>
</plist>
`
}

/** A path cannot hold quotes on Windows; a percent sign would be taken for a variable. */
function windowsScript(command: readonly string[]): string {
  const quoted = command.map(part => `"${part.replaceAll('%', '%%')}"`)
  return `@chcp 65001 >nul\r\n@start "Keepdesk" /min ${quoted.join(' ')}\r\n`
}

const here: LoginPlaces = { os: process.platform, home: homedir(), env: process.env }

/**
 * Starts a command when the owner logs in, by a file of the owner's own; nothing else of the computer is touched. `id` tells
 * shops apart, '' for the usual one.
 */
export function createLoginFile(command: readonly string[], id: string, places: LoginPlaces = here) {
  const { file, content } = placeOf(places, id)
  return {
    isOn: () => existsSync(file),
    set(on: boolean) {
      if (!on) return rmSync(file, { force: true })
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content(command))
    },
  }
}
