/** ⌘ instead of Ctrl, as this computer's owner expects. */
export const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The press in the words of `Command.keys` (`e`, `E`, `#`, `mod+k`, `shift+Enter`), or null when it is none of them. */
export function keyOf(press: KeyPress, apple = isApple): string | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = press
  const key = latin(press)
  if (key === null) return null
  const isLetterOrDigit = /^[a-z0-9]$/i.test(key)
  if (altKey) {
    // `#` and `@` need Alt or AltGr on some keyboards, and AltGr says Ctrl as well; Alt with a letter is the menu's.
    if (isLetterOrDigit || key.length > 1) return null
    return key
  }
  const mod = apple ? metaKey : ctrlKey
  if (apple ? ctrlKey : metaKey) return null
  return `${mod ? 'mod+' : ''}${shifted(key, shiftKey)}`
}

function shifted(key: string, shiftKey: boolean): string {
  if (key.length > 1) return shiftKey ? `shift+${key}` : key
  // By the Shift key, not by Caps Lock; a sign that needs Shift says so itself.
  return shiftKey ? key.toUpperCase() : key.toLowerCase()
}

/** The letter on the key, also where the keyboard writes Cyrillic, Greek or Arabic; full-width signs as plain ones. */
function latin({ key, code }: KeyPress): string | null {
  if (key === 'Dead' || key === 'Process' || key === 'Unidentified') return null
  if (key === ' ') return 'Space'
  if (key.length > 1 && /^[A-Za-z0-9]+$/.test(key)) return key
  const plain = key.normalize('NFKC')
  if (/^[\u0021-\u007e]$/.test(plain)) return plain
  // Chinese input methods write this for the key with the slash.
  if (code === 'Slash' && plain === '、') return '/'
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null
}

/** What is printed on the keys: `[['Ctrl', 'K']]`, or `[['G'], ['I']]` for two after each other. */
export function keyCaps(keys: string, apple = isApple): string[][] {
  return keys.split(' ').map(press => {
    const parts: string[] = []
    let rest = press
    if (rest.startsWith('mod+')) {
      parts.push(apple ? '⌘' : 'Ctrl')
      rest = rest.slice(4)
    }
    if (rest.startsWith('shift+')) {
      parts.push(apple ? '⇧' : 'Shift')
      rest = rest.slice(6)
    } else if (/^[A-Z]$/.test(rest)) parts.push(apple ? '⇧' : 'Shift')
    parts.push(names[rest] ?? (rest.length === 1 ? rest.toUpperCase() : rest))
    return parts
  })
}

const names: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
