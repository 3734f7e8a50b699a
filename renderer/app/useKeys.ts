import { useEffect } from 'react'
import { useCommandStore, type Command } from '#renderer/lib/commands.ts'
import { keyOf } from '#renderer/lib/keys.ts'

/** How long the second key of `g i` may be waited for. */
const SECOND_KEY_MS = 1500

/** The one listener for the keys of all commands. */
export function useKeys() {
  useEffect(() => {
    let first: string | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const forget = () => {
      first = null
      clearTimeout(timer)
    }

    const pressed = (event: KeyboardEvent) => {
      // 229: the key went to an input method, whatever `isComposing` says.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
      if (event.key === 'Shift' || event.key === 'AltGraph') return
      const key = keyOf(event)
      if (key === null || !isFree(event, key)) return forget()
      const keys = first === null ? key : `${first} ${key}`
      const isSecond = first !== null
      forget()
      const command = commandWith(keys)
      if (command) {
        if (event.repeat && !command.repeats) return
        event.preventDefault()
        command.run()
        return
      }
      if (isSecond || event.repeat || !beginsSome(keys)) return
      event.preventDefault()
      first = keys
      timer = setTimeout(forget, SECOND_KEY_MS)
    }

    addEventListener('keydown', pressed)
    return () => {
      removeEventListener('keydown', pressed)
      forget()
    }
  }, [])
}

/** The one registered last wins a key, but selected rows go before the conversation that is open beside them. */
function commandWith(keys: string): Command | undefined {
  const found = [...useCommandStore.getState().lists.values()].flat().filter(command => command.keys === keys)
  return found.findLast(({ group }) => group === 'list') ?? found.at(-1)
}

function beginsSome(keys: string): boolean {
  return [...useCommandStore.getState().lists.values()].flat().some(command => command.keys?.startsWith(`${keys} `))
}

/** What is on its way out takes no keys any more. */
const OVERLAYS = [
  '[role="dialog"]:not([data-notice], [data-closed])',
  '[role="alertdialog"]:not([data-notice], [data-closed])',
  '[role="menu"]:not([data-closed])',
  '[role="listbox"][data-open]',
].join()
const NOT_TYPED_IN = 'button, checkbox, color, file, image, radio, range, reset, submit'

function isFree({ target }: KeyboardEvent, key: string): boolean {
  if (document.querySelector(OVERLAYS)) return false
  if (key.startsWith('mod+') || !(target instanceof HTMLElement)) return true
  if (target.isContentEditable || target.matches('textarea, select, [role="combobox"], [role="slider"]')) return false
  if (target instanceof HTMLInputElement) return NOT_TYPED_IN.split(', ').includes(target.type)
  const isOfTheControl = key === 'Enter' || key === 'Space' || key.startsWith('Arrow')
  return !(isOfTheControl && target.matches('button, a, summary, [role="option"], [role="tab"], [role="radio"], audio'))
}
