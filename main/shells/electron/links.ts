import type { Desktop } from './desktop.ts'
import type { ExternalLink } from './security.ts'
import type { ShellWords } from './words.ts'

/** Asks before a link leaves the program, showing where it really goes. */
export function createLinkOpener({
  dialog,
  shell,
  words,
}: Pick<Desktop, 'dialog' | 'shell'> & { words: () => ShellWords }): (link: ExternalLink) => Promise<void> {
  let asking = false
  return async link => {
    // A page that opens a hundred links gets one question.
    if (asking) return
    asking = true
    try {
      const { response } = await dialog.showMessageBox({
        type: 'question',
        message: words().linkQuestion[link.kind],
        detail: `${link.shown}\n\n${words().linkWarning}`,
        buttons: [words().linkOpen, words().cancel],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      if (response === 0) await shell.openExternal(link.address)
    } finally {
      asking = false
    }
  }
}
